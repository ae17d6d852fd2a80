"""The views of a name in Chinese characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.names.han.cantonese import cantonese_views
from monazite.watch.screening.names.han.firms import firm_views
from monazite.watch.screening.names.han.reading import readings
from monazite.watch.screening.names.han.simplified import simplified
from monazite.watch.screening.names.han.words import cut
from monazite.watch.screening.names.scripts import HAN
from monazite.watch.screening.names.syllables import plain
from monazite.watch.screening.names.view import View
from monazite.watch.screening.names.wade_giles import wade_giles_views

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind

_LONGEST_PERSON = 5
_SPELLING = frozenset("斯夫尔姆茨兹娅")
"""Characters that spell the sounds of other languages, and hardly stand in a Chinese name."""


def han_views(text: str, kind: Kind | None) -> list[View]:
    """The characters themselves (simplified), and how they are read and meant in Latin letters."""
    simple = simplified(text)
    characters = tuple(HAN.findall(simple))
    found = [View("han", characters)]
    if kind != "company" and _can_be_person(simple, characters, kind):
        found += _person_views("".join(characters))
    if kind != "person" or len(found) == 1 or not _SPELLING.isdisjoint(characters):
        found += firm_views(simple)
    return found


def _can_be_person(text: str, characters: tuple[str, ...], kind: Kind | None) -> bool:
    """Whether it is short, of characters alone, and (of unknown kind) holds no business word."""
    if not 1 < len(characters) <= _LONGEST_PERSON or len(characters) != len(text.replace(" ", "")):
        return False
    return kind == "person" or not any(one.kind in {"legal", "generic"} for one in cut(text))


def _person_views(text: str) -> list[View]:
    """Pinyin in syllables and with joined given name, in either order; then other spellings."""
    found: list[View] = []
    read = readings(text)
    for surname, given, weight in read:
        family, rest = tuple(map(plain, surname)), tuple(map(plain, given))
        left, right = "".join(family), "".join(rest)
        found.append(View("pinyin", (*family, *rest), weight))
        found += [View("joined", (left, right), weight), View("joined", (right + left,), weight)]
    first = read[0]
    found += wade_giles_views(tuple(map(plain, first.surname)), tuple(map(plain, first.given)))
    return found + cantonese_views(text, first)
