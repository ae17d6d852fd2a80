"""What a declarant asks of customs about goods that have left: the words, and what would differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import keys, say
from monazite.desk.pages.declarations.page.history import Done, done
from monazite.desk.pages.declarations.page.look import Look
from monazite.desk.pages.hidden import visible

_OWN = "reference"
"""Every declaration has its own: no difference."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A field as it left and as it is to stand; "" where nothing was said."""

    field: str
    left: str
    now: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The request; differing: of a correction, every field that would change."""

    what: str
    by: Done
    differing: tuple[Differing, ...]


def asked(look: Look) -> Asked | None:
    """What is asked now; None where nothing is."""
    act = look.asked
    if act is None:
        return None
    what = say(f"desk.declaration.asked.{act.kind}", look.lang)
    return Asked(what, done(look, act), tuple(_differing(look, act.document)))


def _differing(look: Look, document: Mapping[str, Any]) -> Iterator[Differing]:
    if not document:
        return
    left, now = dict(_flat(look.declaration.said, ())), dict(_flat(document, ()))
    for path in sorted(left.keys() | now.keys()):
        before, after = left.get(path, ""), now.get(path, "")
        if before != after and path != (_OWN,):
            yield Differing(_label(path, look.lang), visible(before), visible(after))


def _flat(said: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value with its path; items by their numbers, other lists as one value."""
    if isinstance(said, Mapping):
        for name, value in said.items():
            yield from _flat(value, (*path, str(name)))
    elif isinstance(said, list) and path == ("items",):
        for number, item in enumerate(said, 1):
            yield from _flat(item, ("items", str(number)))
    elif isinstance(said, list):
        yield path, ", ".join(str(each) for each in said)
    elif said is not None:
        yield path, str(said)


def _label(path: tuple[str, ...], lang: str) -> str:
    if path[0] == "items" and len(path) > 1:
        item = say("desk.declaration.item", lang, number=path[1])
        return f"{item} · {_word('item', path[2:], lang)}"
    return _word("top", path, lang)


def _word(of: str, path: tuple[str, ...], lang: str) -> str:
    """The field's own words; its name where it has none."""
    key = f"customs.field.{of}.{'.'.join(path)}"
    party = f"customs.field.{'.'.join(path)}"
    found = next((each for each in (key, party) if each in keys()), None)
    return say(found, lang) if found else ".".join(path)
