"""Make up parties of a class: seeded, so that the same seed gives the same parties."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from monazite.watch.screening.matching.clean.tables import firms, people, ships

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.watch.screening.matching.clean.tables import People, Trade

    Culture = TypeVar("Culture", People, Trade)

_LAST = re.compile(r"[^ -]+$")
_SHORT = 3
"""Names as short as this are put together whole (Wei, Fang: Weifang)."""
_CHARACTERS = "\u3000"
"""From here on a letter is a syllable or a word: only names of one are put together whole."""
_BRACE = re.compile(r"\{(\w+)\}")


class Person(NamedTuple):
    """A made-up person: names in their order, and what stands between them."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool
    between: str

    @property
    def text(self) -> str:
        """The name as it is written."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return self.between.join(word for part in parts for word in part)


def persons(count: int, seed: int) -> list[Person]:
    """So many persons of many cultures."""
    draw = random.Random(seed)
    return [_person(_one(people(), draw), draw) for _ in range(count)]


def companies(count: int, seed: int) -> list[str]:
    """So many names of firms."""
    draw = random.Random(seed)
    return [_named(_one(firms(), draw), draw) for _ in range(count)]


def vessels(count: int, seed: int) -> list[str]:
    """So many names of ships."""
    draw = random.Random(seed)
    return [_named(_one(ships(), draw), draw) for _ in range(count)]


def _one(cultures: Sequence[Culture], draw: random.Random) -> Culture:
    """A culture, by its share."""
    return draw.choices(cultures, [culture.share for culture in cultures])[0]


def _person(culture: People, draw: random.Random) -> Person:
    """A person of a culture; a family name of two is drawn where that is usual."""
    first, last = culture.rare
    given = [_name(culture.given, first, draw)]
    if draw.random() < culture.middle:
        known, rare = (culture.father, 0.0) if culture.father else (culture.given, first)
        given.append(_name(known, rare, draw))
    family = [_name(culture.family, last, draw)]
    if draw.random() < culture.double:
        family.append(_name(culture.family, last, draw))
    between = "" if draw.random() < culture.joint and not given[0].isascii() else " "
    if culture.joint and given[0].isascii() and " " in given[0] and draw.random() < culture.joint:
        given[0] = given[0].replace(" ", "").capitalize()
    return Person(tuple(given), tuple(family), culture.family_first, between)


def _name(known: Sequence[str], rare: float, draw: random.Random) -> str:
    """One of the names, or as often as names are rare one put together out of two of them."""
    one = draw.choice(known)
    return _put_together(one, draw.choice(known)) if draw.random() < rare else one


def _put_together(one: str, other: str) -> str:
    """A name that sounds of its culture: the head of one, the end of another (Robold).

    What stands before the last hyphen or space stays (Al-, van der).
    """
    before, word = _apart(one)
    end = _apart(other)[1]
    short = 1 if word[0] >= _CHARACTERS else _SHORT
    if len(word) <= short or len(end) <= short:
        return before + word + (end.lower() if word.isascii() else end)
    return before + word[: (len(word) + 1) // 2] + end[len(end) // 2 :]


def _apart(name: str) -> tuple[str, str]:
    """What stands before the last word of a name, and that word."""
    word = _LAST.findall(name)[0]
    return name.removesuffix(word), word


def _named(culture: Trade, draw: random.Random) -> str:
    """A name of a pattern of the culture."""

    def word(match: re.Match[str]) -> str:
        if match[1] == "stem":
            words = culture.words
            return (draw.choice(words["first"]) + draw.choice(words["second"])).title()
        return draw.choice(culture.words[match[1]])

    return " ".join(_BRACE.sub(word, draw.choice(culture.patterns)).split())
