"""What a planner asks: for whom, against what, with how much money, and what must be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monazite.catalogue import country_groups
from monazite.catalogue.countries import describe
from monazite.catalogue.countries import find as find_country
from monazite.shock.response.ask_problems import AskError, problems
from monazite.shock.response.setting import WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from monazite.shock.response.setting import Way
    from monazite.shock.scenarios.schema import Scenario


@dataclass(frozen=True, slots=True)
class Ask:
    """One question; AskError with every problem of it at once.

    countries: whose losses count, ISO3, ISO2, names, or a group ("EU") as one; futures: scenarios
    and how likely each is: what is left of 1 is a future in which nothing happens; budget_musd:
    million US$ of public money, kept in the mean of the futures; scope: materials, None: those of
    the first scenario; first: any day of the first month, None: that in which the first scenario
    begins; serve: by sector the months in which nothing of its output may be lost; cap: share of
    one country in what reaches the planner of a good, from the month of `cap_from` on; tail_weight,
    tail: of the mean of the worst futures, and which part of them that is; others: weight of what
    is sold abroad, of the dearest use of it at home; growth: part of the free market that may be
    bought beyond the usual, None: as assumed; regions: countries and groups that are told apart;
    draws: of the simulation of the plan, 0 for none; projects: further tables of projects.
    """

    countries: tuple[str, ...]
    futures: tuple[tuple[Scenario, float], ...]
    budget_musd: float
    scope: tuple[str, ...] | None = None
    first: date | None = None
    months: int = 36
    ways: frozenset[Way] = frozenset(WAYS)
    whole: bool = False
    cap: float = 1.0
    cap_from: date | None = None
    serve: Mapping[str, int] = field(default_factory=dict)
    tail_weight: float = 0.0
    tail: float = 0.1
    others: float = 1.0
    growth: float | None = None
    regions: int = 12
    draws: int = 256
    seed: int = 1
    projects: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        if found := tuple(problems(self)):
            raise AskError(found)

    @property
    def scenario(self) -> Scenario:
        """The first of the futures: its materials are planned for."""
        return self.futures[0][0]

    @property
    def begins(self) -> date:
        """The first day of the first month."""
        return (self.first or self.scenario.starts).replace(day=1)

    @property
    def places(self) -> tuple[str, ...]:
        """The countries as ISO3, and groups by their code, each once."""
        return tuple(dict.fromkeys(map(place, self.countries)))


def place(word: str) -> str:
    """ISO3 of a country, or the code of a group; InputError field "country" for neither."""
    group = country_groups.find(word)
    if group is not None and find_country(word) is None:
        return group
    return describe(word).iso3
