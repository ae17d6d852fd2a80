"""No step makes an element: what comes out of it was in what went in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from monazite.catalogue.oxides import MILLIGRAM
from monazite.customs.batches.content import ZERO, Content, Masses, added, elements
from monazite.customs.findings import Finding
from monazite.law.finding import ERROR

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Row:
    """One element of a step: kilograms in and out; recovered: the share of it that came out."""

    element: str
    in_kg: Decimal
    out_kg: Decimal
    recovered: Decimal | None


@dataclass(frozen=True, slots=True)
class Balance:
    """A step element by element, and what cannot be."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def balance(inputs: Sequence[Masses], outputs: Sequence[Masses]) -> Balance:
    """Inputs and outputs of one step; each rounded share of an input may be a milligram short."""
    came, went = added(inputs), added(outputs)
    allowed = MILLIGRAM * len(inputs)
    rows = tuple(
        _row(symbol, came.get(symbol, ZERO), went.get(symbol, ZERO))
        for symbol in sorted(came.keys() | went.keys())
    )
    return Balance(rows, tuple(_created(row) for row in rows if row.out_kg > row.in_kg + allowed))


def _row(symbol: str, in_kg: Decimal, out_kg: Decimal) -> Row:
    recovered = (out_kg / in_kg).quantize(_SHARE, ROUND_HALF_EVEN) if in_kg else None
    return Row(symbol, in_kg, out_kg, recovered)


def _created(row: Row) -> Finding:
    values = {
        "element": row.element,
        "in_kg": format(row.in_kg, "f"),
        "out_kg": format(row.out_kg, "f"),
        "more_kg": format(row.out_kg - row.in_kg, "f"),
    }
    return Finding("batch.element_created", ERROR, "outputs", values=values)


def amounts(mass_kg: Decimal, contents: Sequence[Content], path: str) -> tuple[Finding, ...]:
    """What is wrong with one batch alone: no mass, no content, more in it than it weighs."""
    found = []
    if mass_kg <= 0:
        found.append(Finding("batch.no_mass", ERROR, f"{path}mass_kg"))
    if not contents or any(each.mass_kg <= 0 for each in contents):
        found.append(Finding("batch.no_content", ERROR, f"{path}contents"))
    inside = sum((each.mass_kg for each in contents), ZERO)
    if inside > mass_kg > 0 and elements(contents):
        values = {"inside_kg": format(inside, "f"), "mass_kg": format(mass_kg, "f")}
        found.append(Finding("batch.content_over_mass", ERROR, f"{path}contents", values=values))
    return tuple(found)
