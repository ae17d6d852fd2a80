"""Levers and packages as their files say them."""

# ruff: noqa: TC001 - pydantic reads the types when it runs

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from monazite.shock.scenarios.amounts import Share
from monazite.shock.scenarios.schema import Id, Part, Scenario, Some, Text, Window
from monazite.shock.scenarios.words import Country, Day, Measure

UNION = "EU"
"""A holder that is no country of the model: levers of it have no figure."""
Kind = Literal["measure", "answer", "easing"]
Does = Literal["suspend", "lift", "pause", "licence", "add"]
Confidence = Literal["found", "memory", "estimate", "uncertain"]
Days = Annotated[int, BeforeValidator(str), Field(ge=1, le=3650, strict=False)]
Holder = Annotated[Literal["EU"] | Country, Field(union_mode="left_to_right")]
_Texts = tuple[Annotated[str, Some], ...]


class Lever(Part):
    """What one side can do, and take back.

    holder: the country that has it (ISO3); kind: a measure, an answer to another lever, or an
    easing of one; on: that other lever; measures: of the law data it stands for; enacts: whether
    they are in force with it, or its scenario says all that it does; targets: whom it is aimed at,
    all where none is named; scenario: what it does, from `scenario.starts` on, which is the day on
    which it begins; none: there is no figure to run on, and `unknown` says why.
    """

    id: Id
    holder: Holder
    kind: Kind = "measure"
    on: Id | None = None
    title: Text
    measures: tuple[Measure, ...] = ()
    enacts: bool = True
    targets: tuple[Country, ...] = ()
    scenario: Scenario | None = None
    unknown: Text | None = None
    sources: Annotated[_Texts, Some]
    confidence: Confidence


class Give(Window):
    """What a side gives in a package: something of its own levers.

    does: `suspend` from a day to a day, `lift` for good, `pause` for so many days, `licence` a
    `share` of the lever's files generally, `add` a lever of its own that begins; to: for which
    destinations, all where none is named; disputed: the sides read differently whether it is given.
    """

    side: Country
    lever: Id
    does: Does
    share: Share | None = None
    days: Days | None = None
    to: tuple[Country, ...] = ()
    commitment: Annotated[str, Some] | None = None
    disputed: bool = False

    @property
    def last(self) -> date | None:
        """The last day on which it holds; None: to the end of the run."""
        return self.until if self.days is None else self.from_ + timedelta(days=self.days - 1)


class Package(Part):
    """What sides give each other; agreed: the day from which its days are counted.

    commitments: of the law data, whose words it takes as they stand; levers: of its own.
    """

    id: Id
    title: Text
    summary: Text
    sources: Annotated[_Texts, Some]
    agreed: Day
    commitments: _Texts = ()
    levers: tuple[Lever, ...] = ()
    gives: Annotated[tuple[Give, ...], Some]

    @property
    def sides(self) -> tuple[str, ...]:
        """The countries (ISO3) that give something, in the order of the file."""
        return tuple(dict.fromkeys(one.side for one in self.gives))
