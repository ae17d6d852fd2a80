"""What cells of a row, and rows of a file, say against each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from monazite.chain.problems import Problem
from monazite.shock.projects.columns import CONTAINED, MATERIALS, OXIDE, REE, REO, RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from monazite.chain.sheet import Line

_YEAR = 12


def together(line: Line, values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong in a row whose cells can be read one by one."""
    if values["capacity"] is not None and not values["capacity_unit"]:
        yield line.wrong("capacity_unit", "no_capacity_unit")
    if values["capex_m"] is not None and not values["currency"]:
        yield line.wrong("currency", "no_currency")
    if outside := [name for name in values["holds"] if name not in MATERIALS[values["material"]]]:
        yield line.wrong("contains", "not_in_material", elements=", ".join(outside),
                         material=values["material"])  # fmt: skip
    yield from _units(line, values)
    yield from _years(line, values)


def _units(line: Line, values: Mapping[str, Any]) -> Iterator[Problem]:
    """A unit that cannot count such a material."""
    unit, material = values["capacity_unit"], values["material"]
    if unit == REO and not set(MATERIALS[material]) <= set(MATERIALS[REE]):
        yield line.wrong("capacity_unit", "unit_not_of", unit=unit, material=material)
    if unit in (OXIDE, CONTAINED) and material == REE and not values["holds"]:
        yield line.wrong("capacity_unit", "unit_of_all", unit=unit, material=material)


def _years(line: Line, values: Mapping[str, Any]) -> Iterator[Problem]:
    """A plant that delivers before it is begun, or before it may be."""
    first, on, wait = values["first_year"], values["on"], values["permit_months"]
    if first is None or values["status"] in RUNNING:
        return
    if first < on.year:
        yield line.wrong("first_year", "ready_before", on=on.isoformat(), status=values["status"])
    elif wait is not None and first < (allowed := _after(on.year, on.month, wait)):
        yield line.wrong("first_year", "ready_unpermitted", months=f"{wait:f}",
                         on=on.isoformat(), year=str(allowed))  # fmt: skip


def _after(year: int, month: int, months: Decimal) -> int:
    """The year in which a wait is over that begins in a month."""
    return int(year + (month - 1 + months) // _YEAR)


def twice(lines: Iterable[Line], ids: Iterable[str]) -> Iterator[Problem]:
    """Ids that stand more than once in a file, whatever they were written like."""
    first: dict[str, int] = {}
    for line, one in zip(lines, ids, strict=True):
        if one in first:
            yield line.wrong("id", "id_twice", first=str(first[one]))
        first.setdefault(one, line.row)


def mixed(lines: Sequence[Line]) -> Iterator[Problem]:
    """Costs in several currencies in one file, with the rows of each."""
    rows: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line["capex_m"] and line["currency"]:
            rows[line["currency"].upper()].append(line)
    if len(rows) > 1:
        told = [f"{name} ({', '.join(str(one.row) for one in found)})"
                for name, found in rows.items()]  # fmt: skip
        at = min(found[0].row for found in list(rows.values())[1:])
        yield Problem(
            lines[0].file, at, "currency", ", ".join(rows), "mixed_currencies",
            {"rows": "; ".join(told)},
        )  # fmt: skip
