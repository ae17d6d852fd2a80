"""Labelled pairs of made-up names: the same written otherwise, and others that come near it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.index import build
from monazite.watch.screening.matching.clean.making import companies, persons, vessels
from monazite.watch.screening.matching.learning.scripts import in_two_scripts
from monazite.watch.screening.matching.learning.slips import slipped
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.watch.screening.entity import Kind

SEED, COUNT = 5, 5_000
"""Of the pairs that the packaged model is fitted to."""
_NEAREST = 3
"""Of the other names that a search finds, so many of the first stand against each name."""


class Pair(NamedTuple):
    """Two names of a class, whether they are one party's, and how sure that is (STRONG ...)."""

    left: str
    right: str
    kind: Kind
    same: bool
    sure: str = ""


def made_up(count: int, seed: int) -> list[Pair]:
    """About three pairs for each of so many made-up names, of all classes."""
    draw = random.Random(seed)
    people = [one.text for one in persons(count, seed)]
    firms = companies(count, seed + 1)
    ships = vessels(count // 20, seed + 2)
    found: list[Pair] = []
    named: dict[Kind, list[str]] = {"person": people, "company": firms, "vessel": ships}
    for kind, names in named.items():
        found += _of_class(list(dict.fromkeys(names)), kind, draw)
    found += _of_characters([one for one in people if not one.isascii()], draw)
    return found + list(_of_scripts(draw))


def _of_scripts(draw: random.Random) -> Iterator[Pair]:
    """Persons in other alphabets against Latin letters: the same, and another of the family."""
    for one in in_two_scripts(draw):
        yield Pair(one.written, one.latin, "person", same=True)
        if one.other != one.latin:
            yield Pair(one.written, one.other, "person", same=False)


def _of_class(names: list[str], kind: Kind, draw: random.Random) -> list[Pair]:
    """The same written otherwise, and the nearest others as a search finds them."""
    person = kind == "person"
    found = [Pair(slipped(name, draw, person=person), name, kind, same=True) for name in names]
    seen = [views(name, kind) for name in names]
    index = build(seen, np.arange(len(names)))
    asked = [slipped(name, draw, person=person) if draw.random() < 0.3 else name for name in names]
    near = index.search(forms_of(views(name, kind) for name in asked), top=_NEAREST + 1)
    for one, other in zip(near.asked.tolist(), near.name.tolist(), strict=True):
        if one != other and names[one].casefold() != names[other].casefold():
            found.append(Pair(asked[one], names[other], kind, same=False))
    return found


def _of_characters(names: list[str], draw: random.Random) -> Iterator[Pair]:
    """Chinese persons in characters against Latin letters: the same, and one syllable apart."""
    read = [(name, one.tokens) for name in names for one in views(name, "person")
            if one.kind == "pinyin" and one.weight == 1.0 and 1 < len(one.tokens) < 5]  # fmt: skip
    others = sorted({token for _, tokens in read for token in tokens})
    for name, (family, *given) in read:
        yield Pair(name, _written(family, given, draw), "person", same=True)
        at = draw.randrange(len(given))
        changed = [*given[:at], draw.choice(others), *given[at + 1 :]]
        if changed != given:
            left = name if draw.random() < 0.5 else _written(family, given, draw)
            yield Pair(left, _written(family, changed, draw), "person", same=False)


def _written(family: str, given: list[str], draw: random.Random) -> str:
    """A Chinese name in Latin letters, in one of the usual ways."""
    between = draw.choice(("", "", " ", "-"))
    first, last = family.title(), between.join(given).title()
    if between == "":
        last = last.capitalize()
    return draw.choice((f"{first} {last}", f"{last} {first}", f"{first.upper()}, {last}"))
