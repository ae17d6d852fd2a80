"""The rules that reach from a listed party to what it owns, with their dated terms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.words import unknown
from monazite.law.dates import first_day
from monazite.law.strict_yaml import read
from monazite.watch.ownership.shares import share

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal
    from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule says from a day on.

    threshold: the share (0 to 1) from which a party is reached, itself included. adds_up: the
    shares of several listed owners are added; through: what is owned through a reached party
    counts; None where the text leaves it open.
    """

    since: date
    threshold: Decimal
    adds_up: bool | None
    through: bool | None
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its measure and limb in the law data, where they are there, and its dated terms.

    checked: the day up to which a rule without a measure was looked after.
    """

    id: str
    jurisdiction: str
    measure: str | None
    limb: str | None
    checked: date | None
    terms: tuple[Terms, ...]

    def on(self, day: date) -> Terms:
        """The terms on a day; before the first ones those that came first."""
        past = [one for one in self.terms if one.since <= day]
        return past[-1] if past else self.terms[0]


@lru_cache
def rules() -> Mapping[str, Rule]:
    """Every rule that Monazite carries, by its id."""
    document = read((DATA / "rules.yaml").read_text(encoding="utf-8"))
    return {row["id"]: _rule(row) for row in document["rules"]}


def rule(name: str) -> Rule:
    """The rule of this id; InputError names what there is."""
    found = rules().get(name)
    if found is None:
        raise unknown("rule", name, ", ".join(rules()), rules())
    return found


def _rule(row: Mapping[str, Any]) -> Rule:
    terms = sorted(map(_terms, row["terms"]), key=lambda one: one.since)
    checked = row["checked"]
    return Rule(
        row["id"], row["jurisdiction"], row["measure"], row["limb"],
        first_day(checked) if checked else None, tuple(terms),
    )  # fmt: skip


def _terms(row: Mapping[str, Any]) -> Terms:
    return Terms(
        since=first_day(row["from"]),
        threshold=share(row["threshold"]),
        adds_up=row["adds_up"],
        through=row["through"],
        source=row["source"],
        confidence=row["confidence"],
    )
