"""What a project puts out a year, by good of the shock's model.

    t of element = capacity x share of what the unit counts x the element's part of its oxide

The shares are those that the source prints, else those of the deposit, else those of a product
that is traded in fixed parts. Where there are none, nothing is known, and the reason is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.oxides import oxides
from monazite.errors import InputError
from monazite.facts import table
from monazite.shock.model.model import Good
from monazite.shock.projects.columns import (
    ALLOY,
    CONCENTRATE,
    FEED,
    MAGNET,
    MAGNETS,
    MATERIALS,
    OXIDE,
    REO,
)
from monazite.shock.tables import table as own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.projects.project import Project

NO_CAPACITY, NO_SHARES, NOT_OUTPUT = "no_capacity", "no_shares", "feed"
"""Reasons why no output is known: texts `shock.projects.why.REASON`."""
_MILLIGRAM = Decimal("1e-9")
_TRACE = "trace"


@dataclass(frozen=True, slots=True)
class Output:
    """Tonnes a year by good: of the contained element, of magnets and alloys as they are.

    An ore is given by element, as Good("Dy", "mining"): `Project.ore` says of which kind it is.
    rows: ids of the packaged rows whose shares were taken; why: of `NO_CAPACITY` and the others
    where nothing is known, else "".
    """

    tonnes: Mapping[Good, Decimal]
    rows: tuple[str, ...]
    why: str


class _Parts(NamedTuple):
    """Shares of 1 by element, and the rows that they come from."""

    shares: Mapping[str, Decimal]
    rows: tuple[str, ...]


def output(project: Project) -> Output:
    """What a project puts out a year when it runs at its capacity."""
    if project.capacity is None:
        return _unknown(NO_CAPACITY)
    if project.capacity_unit == FEED:
        return _unknown(NOT_OUTPUT)
    if project.material in MAGNETS and project.capacity_unit in (MAGNET, ALLOY):
        good = Good(project.material, project.stage)
        return Output(MappingProxyType({good: project.capacity}), (), "")
    parts = _parts(project)
    if parts is None:
        return _unknown(NO_SHARES)
    found = {
        Good(element, project.stage): _tonnes(project, element, share)
        for element, share in parts.shares.items()
    }
    return Output(MappingProxyType(found), parts.rows, "")


def _unknown(why: str) -> Output:
    return Output(MappingProxyType({}), (), why)


def _parts(project: Project) -> _Parts | None:
    """The shares of the elements in what the capacity counts."""
    elements = MATERIALS[project.material]
    if project.holds:
        return _Parts(project.holds, ())
    if project.capacity_unit == CONCENTRATE:
        return None
    if len(elements) == 1:
        return _Parts({elements[0]: Decimal(1)}, ())
    if project.deposit and (project.capacity_unit in (REO, OXIDE)):
        return _of_deposit(project.deposit, elements) or _of_product(project.material)
    return _of_product(project.material)


def _of_deposit(deposit: str, elements: tuple[str, ...]) -> _Parts | None:
    """The shares of some elements in the oxides of a deposit, brought to 1 over them.

    What is printed as a trace counts as nothing, as in the chain; None where all of it is that.
    """
    rows = [
        row for row in table("deposits")
        if row.id.split("/")[1] == deposit and row.fields["element"] in elements
    ]  # fmt: skip
    printed = {row.fields["element"]: row.fields["share_of_reo_pct"] for row in rows}
    whole = sum((Decimal(one) for one in printed.values() if one != _TRACE), Decimal(0))
    shares = {name: Decimal(one) / whole for name, one in printed.items() if one != _TRACE}
    return _Parts(shares, tuple(row.id for row in rows)) if shares else None


def _of_product(material: str) -> _Parts | None:
    """The shares in a product of several elements that is traded in fixed parts."""
    rows = [row for row in own("project-products") if row.fields["product"] == material]
    shares = {row.fields["element"]: Decimal(row.fields["share_pct"]) / 100 for row in rows}
    return _Parts(shares, tuple(row.id for row in rows)) if rows else None


def _tonnes(project: Project, element: str, share: Decimal) -> Decimal:
    assert project.capacity is not None  # noqa: S101 - asked before
    is_oxide = project.capacity_unit in (REO, OXIDE)
    factor = _in_oxide(element) if is_oxide else Decimal(1)
    return (project.capacity * share * factor).quantize(_MILLIGRAM, ROUND_HALF_EVEN)


@cache
def _in_oxide(element: str) -> Decimal:
    """The part of an oxide that is the element; InputError where no factor is known."""
    found = {one.element: one.to_element for one in oxides().values()}
    if element not in found:
        raise InputError("contains", element, ", ".join(found))
    return found[element]
