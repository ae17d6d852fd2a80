"""Evidence: what is known of a third country beside the statistics of a store, given by callers.

Trade cannot see firms, plants or published headlines. A caller who can hands in figures, each with
its level and its source; the functions here judge whether they say what a pattern needs, and
return nothing where they do not. The thresholds are ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "outward_leg_rose", "inward_leg_rose", "first_seen_in_top_markets", "capacity_mismatch",
    "same_group_buyer", "capacity_growth",
]  # fmt: skip
Level = Literal["country", "country_group", "firm"]
Leg = Literal["inward", "outward"]

ROSE = 2.0
"""A leg has risen when its month is at least twice the month of the base."""
OVER_CAPACITY = 1.15
MULTIPLIED = 5.0
"""Without a mine and with one plant at most, output does not grow fivefold."""
TOP, OUTSIDE = 3, 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing known of a third country (ISO3) and a six-digit code, with its source.

    `figures` are numbers with their unit last in the name; `explanations` are codes of what else
    could stand behind it.
    """

    kind: Kind
    via: str
    code: str
    level: Level
    source: str
    figures: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    explanations: tuple[str, ...] = ()


def leg_rose(
    leg: Leg,
    via: str,
    code: str,
    *,
    kg: float,
    months: int,
    base_kg: float,
    base_months: int,
    level: Level,
    source: str,
) -> Evidence | None:
    """A published mass on one leg against a base of another length; None below twice the base.

    Args:
        leg: inward (from the origin) or outward (to the target).
        via: the third country, ISO3.
        code: six digits.
        kg: what moved in `months`.
        months: how many months `kg` covers.
        base_kg: what moved in `base_months` before.
        base_months: how many months the base covers.
        level: whether the figure is one country's, several countries' together, or one firm's.
        source: who published it.
    """
    before = base_kg / base_months
    times = kg / months / before if before > 0 else float("inf")
    if times < ROSE:
        return None
    figures = {"kg": kg, "months": months, "times_base": times}
    return Evidence(
        "inward_leg_rose" if leg == "inward" else "outward_leg_rose",
        via, code, level, source, MappingProxyType(figures),
    )  # fmt: skip


def market_rank(
    via: str, code: str, *, rank: int, rank_before: int, source: str
) -> Evidence | None:
    """A third country's rank among the origin's markets; None where it was no newcomer.

    A newcomer is in the first three and was not in the first ten; "not in the first ten" is 11.
    """
    if rank > TOP or rank_before <= OUTSIDE:
        return None
    figures = MappingProxyType({"rank": rank, "rank_before": rank_before})
    return Evidence("first_seen_in_top_markets", via, code, "country", source, figures)


def capacity(
    via: str,
    code: str,
    *,
    outward_kg_month: float,
    times_base: float,
    capacity_kg_month: float | None,
    plants: int,
    mines: int,
    source: str,
    explanations: tuple[str, ...] = (),
) -> Evidence | None:
    """What leaves beside what could be made there; None where production explains it.

    A mismatch is an outward month above 1.15 times the capacity; where the capacity is not known,
    an outward leg that grew fivefold in a country without a mine and with one plant at most.
    """
    if capacity_kg_month is not None:
        found = outward_kg_month > OVER_CAPACITY * capacity_kg_month
    else:
        found = times_base >= MULTIPLIED and plants <= 1 and mines == 0
    if not found:
        return None
    figures = {"outward_kg_month": outward_kg_month, "plants": plants, "mines": mines}
    if capacity_kg_month is not None:
        figures["capacity_kg_month"] = capacity_kg_month
    return Evidence(
        "capacity_mismatch", via, code, "country", source, MappingProxyType(figures), explanations
    )


def same_group_buyer(via: str, code: str, *, source: str) -> Evidence:
    """Seller and buyer belong to one group, and the buyer once bought from the origin directly."""
    return Evidence("same_group_buyer", via, code, "firm", source)


def capacity_growth(via: str, code: str, *, kg_month: float, source: str) -> Evidence:
    """Production there has grown since the control: it is subtracted from the outward leg."""
    figures = MappingProxyType({"kg_month": kg_month})
    return Evidence(
        "capacity_growth", via, code, "country", source, figures, ("production_at_home",)
    )
