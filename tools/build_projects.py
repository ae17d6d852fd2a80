"""Write docs/reference/projects.md from the packaged projects; with --check say if it is stale."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.chain.figures import SPREAD
from monazite.shock.projects.choosing import chosen
from monazite.shock.projects.columns import KINDS, MATERIALS, NEEDED, ORES, STATUSES, UNITS
from monazite.shock.projects.money import currencies
from monazite.shock.projects.output import output
from monazite.shock.projects.reading import packaged, projects
from monazite.shock.projects.words import capacity
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.shock.projects.project import Project

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "projects.md"
_HEAD = """# Projects

<!-- Written by tools/build_projects.py from the packaged table: edit that, then run it. -->

Mines and plants that may come, or have come, outside China: {count} projects, {statements}
statements about them. `monazite shock projects` lists them, `monazite source ID` shows one
statement with its source, `--extend FILE` adds [a file of one's own](../how-to/add-a-project.md).

Two clocks. `on` is the day on which something was said; `--known DATE` answers with what had been
said by then. The last statement of a project is taken; of several of one day the first in the
table. Nothing is edited: what changes, or what another source says, is a row more, whose id begins
with the same project (`mp-10x/2026-02`).

Money is converted to million US$ at the mean rate of the month of the statement (the packaged rates
of the European Central Bank); where that month is not known yet, at that of the year, else of the
last month before it. JSON and CSV keep the amount as printed, the rate and its row.

First years are what owners state; several have moved back since they were first told.

## Columns

A file of one's own needs those marked; an empty cell says that nobody knows, and never nothing.

| column | needed | what |
|---|---|---|
"""
COLUMNS = {
    "id": "the project, and for a further statement a stroke and a word: `our-plant/2026-02`; "
    "the packaged ones begin with `projects/`, which may be left out",
    "name": "what people read",
    "company": "who builds or owns it",
    "country": "where it stands, as a code or a name",
    "material": f"one of {', '.join(f'`{one}`' for one in MATERIALS)}, or another word for it",
    "stage": "of the chain, or a form: `mining`, `refining`, `metal`, `alloy`, `magnet`",
    "kind": f"{' or '.join(f'`{one}`' for one in KINDS)} (whose input is scrap); empty: a plant",
    "product": "in words",
    "capacity": "a year, once it runs in full",
    "capacity_unit": "see below",
    "contains": "by element the part of what the unit counts, as printed: `Dy=75%; Tb=25%`",
    "deposit": "whose shares are taken where `contains` is empty: of the packaged table `deposits`",
    "ore": f"{' or '.join(f'`{one}`' for one in ORES)}: whose place the ore takes in the model",
    "first_year": "of the first output",
    "status": f"one of {', '.join(f'`{one}`' for one in STATUSES)}, on the day of the statement",
    "capex_m": "cost in millions of the currency",
    "currency": f"one of {', '.join(f'`{one}`' for one in currencies())}; one in a file",
    "permit_months": "from the statement until the permits that lack may be there; 0 where none "
    "lacks",
    "permit": "what is granted or lacks, in words",
    "radioactive": "whether thorium or uranium comes with it: `yes`, `no`, empty for unknown",
    "radioactive_note": "which, and what becomes of it",
    "floor_usd_kg": "a price floor, US$ a kg",
    "offtake": "who takes the output, and of what the floor is",
    "on": "day of the statement; a month or a year counts as its last day",
    "source": "document and place in it",
    "confidence": f"one of {', '.join(f'`{one}`' for one in SPREAD)}; empty: reported",
    "note": "what must be known to use the row",
}
_UNITS = """
## Units of capacity

| unit | counts |
|---|---|
"""
_OUTPUT = """
## What it puts out

`output_t` in JSON: tonnes a year by good of the [shock's model](../explanation/shock.md), of the
contained element; magnets and alloys as they are. The capacity is split by `contains`, else by the
shares of the deposit, else by those of a product that is traded in fixed parts
(`project-products`); `output_rows` names the rows that were taken. Where none of these is there, or
no capacity, `output_unknown` says why: {known} of {count} have an output.

## What else comes with the table

| key | what |
|---|---|
| `key` | the project, the same in every statement about it |
| `capex_musd` | the cost in million US$ |
| `usd_per_unit`, `rate_row` | the rate, and its packaged row |
| `also` | ids of what else was said of the project by then |
| `known` | the day of `--known` |
| `output_unknown_text` | the reason in words |

## The table

As last told. Cost in million US$; Th/U: radioactive by-products.

| id | name | country | makes | stage | a year | first | status | cost | Th/U | told on | |
|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The page: columns, units, outputs, then every project as last told."""
    found = chosen(projects())
    count = len(found)
    head = _HEAD.format(count=count, statements=len(packaged()))
    known = sum(not output(one).why for one in found)
    rows = (
        *(f"| `{name}` | {_needed(name)} | {what} |" for name, what in COLUMNS.items()),
        _UNITS.rstrip("\n"),
        *(f"| `{unit}` | {what} |" for unit, what in UNITS.items()),
        _OUTPUT.format(known=known, count=count).rstrip("\n"),
        *(_row(one) for one in found),
    )
    return head + "\n".join(rows) + "\n"


def _needed(name: str) -> str:
    return "yes" if name in NEEDED else ""


def _row(one: Project) -> str:
    first = "" if one.first_year is None else str(one.first_year)
    cost = "" if one.capex_musd is None else f"{one.capex_musd:,.0f}"
    return _line((
        f"`{one.id.partition('/')[2]}`", one.name, one.country, one.material, one.stage,
        capacity(one), first, one.status, cost, one.radioactive, one.on.isoformat(),
        one.confidence,
    ))  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.exit(paged(PAGE, page()))
