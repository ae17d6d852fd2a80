"""The steps of the form: sections that are filled in together, in the order of the form."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

STEPS: dict[str, tuple[str, ...]] = {
    "application": ("application",),
    "parties": ("parties",),
    "lines": ("lines",),
    "end_use": ("end_use",),
    "contract": ("contract",),
    "transport": ("transport",),
    "civil_use": ("civil_use", "product_tree", "onward_sales"),
    "papers": ("papers", "claims"),
}
"""Each step with the sections that it asks."""
CHECK = "check"
"""The last step: everything is looked at once more, and filed."""
ROWS_A_PAGE = 20
"""So many rows of a section are asked on one page; the others stand on the next ones."""

_OF = {section: step for step, sections in STEPS.items() for section in sections}


def step_of(section: str) -> str:
    """The step that asks a section; the first one for what is no section."""
    return _OF.get(section, "application")


def after(step: str) -> str:
    """The step that follows."""
    names = [*STEPS, CHECK]
    return names[names.index(step) + 1]


def before(step: str) -> str:
    """The step that comes first; empty for the first one."""
    names = [*STEPS, CHECK]
    place = names.index(step)
    return names[place - 1] if place else ""


def page_of(row: int | None) -> int:
    """The page, from 1, that a row of a section stands on."""
    return 1 if row is None else row // ROWS_A_PAGE + 1


def pages_named(page: int, pages: int) -> tuple[int, ...]:
    """The pages that a pager names, 0 where it leaves some out: 1 2 3 0 250."""
    near = {1, 2, page - 1, page, page + 1, pages}
    named = sorted(number for number in near if 1 <= number <= pages)
    gaps = {number for number, after in pairwise(named) if after > number + 1}
    return tuple(each for number in named for each in ([number, 0] if number in gaps else [number]))


def rows_of(form: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """The rows of a section as typed; what is no list of rows shows nothing."""
    rows = form.get(section)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def record_of(form: dict[str, Any], section: str) -> dict[str, Any]:
    """A section of one record as typed."""
    record = form.get(section)
    return record if isinstance(record, dict) else {}
