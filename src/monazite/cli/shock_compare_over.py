"""Over what two scenarios are held against each other, and whether `run` shows the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.shock.pictures.wording import goods, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.scenarios.schema import Scenario

LETTERS = ("A", "B")
"""Of the two scenarios, in their order."""


class Shared(NamedTuple):
    """What both are run over.

    first_day: of week 0 (ISO 8601); world_year: the year whose flows the world before the shock
    has; as_run: of each scenario whether `run` of it is over the same, and so shows the same.
    """

    first_day: str
    weeks: int
    materials: tuple[str, ...]
    world_year: int
    as_run: tuple[bool, ...]


def shared(named: Sequence[Scenario], asked: Sequence[Scenario], world_year: int) -> Shared:
    """Of scenarios as they were named, and as they were run (`asking.alike`)."""
    one = asked[0]
    same = tuple(_ground(a) == _ground(b) for a, b in zip(named, asked, strict=True))
    return Shared(one.starts.isoformat(), one.weeks, one.scope, world_year, same)


def said(on: Shared, lang: str) -> Iterator[str]:
    """The same in words, with a warning where `run` shows something else."""
    materials = listed((goods(name, lang) for name in on.materials), lang)
    told = {"weeks": on.weeks, "first": on.first_day, "year": on.world_year}
    yield say("shock.cli.compare.over", lang, materials=materials, **told)
    other = [letter for letter, same in zip(LETTERS, on.as_run, strict=True) if not same]
    if other:
        key = "either" if len(other) == len(LETTERS) else "one"
        yield say(f"shock.cli.compare.moved.{key}", lang, letter=other[0])


def _ground(one: Scenario) -> tuple[object, ...]:
    """What the world of a run is chosen by, and how long it is."""
    return one.starts, one.weeks, one.scope
