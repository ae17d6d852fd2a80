"""Reach beyond the border: goods made abroad that hold some of one's own (No. 61 of 2025)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.scenarios.origins import content

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from monazite.shock.model.model import Good, Model
    from monazite.shock.scenarios.schema import Beyond, Scenario

    Place = tuple[Good, str]


class Abroad(NamedTuple):
    """A rule, and by good and country (ISO3) the part of the good that it takes hold of there."""

    rule: Beyond
    part: Mapping[Place, float]

    def reaches(self, good: Good, source: str, target: str, day: date) -> float:
        """The part of what leaves a country for another that needs a licence on a day."""
        return self.part.get((good, source), 0.0) if self.rule.reaches(target, day) else 0.0


def abroad(scenario: Scenario, model: Model) -> tuple[Abroad, ...]:
    """Every rule of the scenario, by what the model's goods held before any shock."""
    return tuple(Abroad(one, _parts(model, one)) for one in scenario.beyond)


def sources(rules: Sequence[Abroad]) -> frozenset[str]:
    """Countries (ISO3) that anything leaves which a rule takes hold of."""
    return frozenset(country for one in rules for _, country in one.part)


def _parts(model: Model, one: Beyond) -> Mapping[Place, float]:
    holds = content(model, one.containing, one.of, one.at_least).holds
    count = len(model.countries)
    return {
        (good, country): float(holds[n * count + c])
        for n, good in enumerate(model.goods)
        if any(choice.takes(*good) for choice in one.goods)
        for c, country in enumerate(model.countries)
        if country in (one.origins or (country,))
        and country not in one.of
        and holds[n * count + c] > 0
    }
