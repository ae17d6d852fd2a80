"""A firm's books of batches as terms of the arithmetic: what came in, what went to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from monazite.customs.batches.content import ZERO, reo_kg
from monazite.customs.batches.explained import IN, OUT, Term
from monazite.customs.batches.stages import (
    IMPORTED,
    MADE,
    MINE,
    MINED,
    QUOTA_STAGES,
    RECEIVED,
    SEPARATION,
    STOCK,
)
from monazite.desk.batches.contained import elements_of, part_of
from monazite.desk.batches.models import EXPORT, HANDED, Batch, Draw, Quota
from monazite.desk.people.models import Organisation

_QUOTA_ORIGIN = {MINE: MINED, SEPARATION: MADE}
"""What counts against the quota of a stage, by its origin."""


@dataclass(frozen=True, slots=True)
class OverQuota:
    """More than a year's quota at a stage, in kilograms of oxides; None: no quota is known."""

    year: int
    stage: str
    made_kg: Decimal
    quota_kg: Decimal | None


def kept(regime: str) -> QuerySet[Batch]:
    """Batches that are in their firms' books: what others handed over once it was accepted."""
    return Batch.objects.filter(regime=regime, accepted_at__isnull=False)


def opened_on(firm: Organisation, regime: str) -> date | None:
    """The day since which a firm keeps books; None where it keeps none.

    The month of the first batch of its own, or the day on which it first accepted one: what others
    write of their batches opens nobody's books.
    """
    rows = kept(regime).filter(organisation=firm)
    own = rows.exclude(origin=RECEIVED).order_by("month").values_list("month", flat=True)[:1]
    got = rows.filter(origin=RECEIVED).order_by("accepted_at")
    accepted = got.values_list("accepted_at", flat=True)[:1]
    return min((*own, *(moment.date() for moment in accepted if moment)), default=None)


def terms(firm: Organisation, regime: str) -> tuple[Term, ...]:
    """What the books say came in and was handed on since they were opened, rare earths as oxides.

    Of a firm without books nothing is known: its stock is an unknown term, not zero.
    """
    batches = list(kept(regime).filter(organisation=firm))
    if not batches:
        return (Term(STOCK, IN, None, "–"),)
    origins = (STOCK, IMPORTED, RECEIVED)
    found = [_sum(origin, IN, [b for b in batches if b.origin == origin]) for origin in origins]
    handed = Draw.objects.filter(batch__in=batches, kind=HANDED).select_related("batch")
    out = sum((reo_kg(part_of(draw.batch, draw.mass_kg)) for draw in handed), ZERO)
    return (
        *found,
        *_mined(firm, regime, batches),
        Term("handed", OUT, out, _numbers({draw.batch.number for draw in handed})),
    )


def over_quota(firm: Organisation, regime: str) -> tuple[OverQuota, ...]:
    """Years and stages in which more came to light than the firm's quota, or none is known."""
    batches = list(kept(regime).filter(organisation=firm))
    return tuple(
        OverQuota(year, stage, kg, quota)
        for stage in QUOTA_STAGES
        for year, (kg, quota) in sorted(_years(firm, regime, stage, batches).items())
        if quota is None or kg > quota
    )


def drawn(firm: Organisation, number: str) -> Mapping[int, tuple[Decimal, Decimal]]:
    """By item of a declaration: kilograms drawn of batches, and the oxides in them."""
    found: dict[int, tuple[Decimal, Decimal]] = {}
    rows = Draw.objects.filter(batch__organisation=firm, reference=number, kind=EXPORT)
    for row in rows.select_related("batch"):
        item = int(row.message_id.split("/")[1])
        mass, oxides = found.get(item, (ZERO, ZERO))
        inside = reo_kg(part_of(row.batch, abs(row.mass_kg)))
        sign = 1 if row.mass_kg > 0 else -1
        found[item] = (mass + row.mass_kg, oxides + sign * inside)
    return found


def _sum(code: str, side: str, batches: list[Batch]) -> Term:
    mass = sum((reo_kg(elements_of(each)) for each in batches), ZERO)
    return Term(code, side, mass, _numbers({each.number for each in batches}))


def _mined(firm: Organisation, regime: str, batches: list[Batch]) -> Iterator[Term]:
    """By year: what was mined, and no more of it than the quota allows; unknown without one."""
    for year, (mined, quota) in sorted(_years(firm, regime, MINE, batches).items()):
        allowed = None if quota is None else min(mined, quota)
        yield Term(f"{MINED}_within_quota", IN, allowed, str(year))


def _years(
    firm: Organisation, regime: str, stage: str, batches: Iterable[Batch]
) -> dict[int, tuple[Decimal, Decimal | None]]:
    """Oxides that came to light at a stage by year, each with its quota."""
    made: dict[int, Decimal] = {}
    for batch in batches:
        if batch.stage == stage and batch.origin == _QUOTA_ORIGIN[stage]:
            year = batch.month.year
            made[year] = made.get(year, ZERO) + reo_kg(elements_of(batch))
    rows = Quota.objects.filter(organisation=firm, regime=regime, stage=stage).order_by("number")
    quotas = {row.year: row.mass_kg for row in rows}  # the newest of a year comes last
    return {year: (kg, quotas.get(year)) for year, kg in made.items()}


def _numbers(numbers: set[str]) -> str:
    """Which batches, some of them by name."""
    shown = ", ".join(sorted(numbers)[:5])
    return f"{len(numbers)}: {shown}" if numbers else "0"
