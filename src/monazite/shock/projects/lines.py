"""A row of a table of projects as a project, or every reason why it is none."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from monazite.chain.figures import REPORTED, SPREAD
from monazite.chain.goods import named_stage
from monazite.shock.projects import cells
from monazite.shock.projects.columns import (
    KINDS,
    NEEDED,
    NO,
    ORES,
    PLANT,
    STATUSES,
    UNITS,
    YES,
)
from monazite.shock.projects.money import currencies, money
from monazite.shock.projects.project import Project
from monazite.shock.projects.together import together

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.chain.problems import Problem
    from monazite.chain.sheet import Line

TABLE = "projects"
_READ = (
    "country", "material", "stage", "capacity", "capacity_unit", "holds", "deposit", "ore",
    "first_year", "status", "permit_months", "radioactive", "floor_usd_kg", "on",
)  # fmt: skip
_PLAIN = (
    "name", "company", "product", "permit", "radioactive_note", "offtake", "source", "note",
)  # fmt: skip
_ID = re.compile(rf"{TABLE}/[\w.-]+(?:/[\w.-]+)?")


def row_id(text: str) -> str:
    """The id of a row: with or without the table's name before it."""
    return f"{TABLE}/{text.strip().removeprefix(f'{TABLE}/')}"


def key(of_row: str) -> str:
    """The project that a row is about: what stands between the strokes of its id."""
    return of_row.split("/")[1]


def project(line: Line, problems: list[Problem]) -> Project | None:
    """The project of a row; None, and every problem of the row, where there is one."""
    before = len(problems)
    problems += [line.wrong(name, "no_cell", name=name) for name in NEEDED if not line[name]]
    if line["id"] and not _ID.fullmatch(row_id(line["id"])):
        problems.append(line.wrong("id", "bad_id"))
    values = _values(line, problems)
    if len(problems) == before:
        problems += together(line, values)
    return _made(line, values) if len(problems) == before else None


def _values(line: Line, problems: list[Problem]) -> dict[str, Any]:
    """What could be read of each cell that needs more than its text."""

    def read(name: str, reader: Callable[..., Any], *more: Any) -> Any:  # noqa: ANN401 - as cells are
        return line.read(partial(reader, line[name], *more), problems)

    found = {
        "country": read("country", cells.place),
        "stage": read("stage", named_stage),
        "holds": read("contains", cells.holds),
        "deposit": read("deposit", cells.deposit),
        "first_year": read("first_year", cells.year, "first_year"),
    }
    for name in ("capacity", "capex_m", "permit_months", "floor_usd_kg"):
        found[name] = read(name, cells.decimal, name)
    for name, known in _WORDS.items():
        found[name] = read(name, cells.one_of, name, known)
    found["currency"] = read("currency", cells.one_of, "currency", currencies())
    if line["material"]:
        found["material"] = read("material", cells.material)
    if line["on"]:
        found["on"] = read("on", cells.day, "on")
    return found


_WORDS = {
    "kind": KINDS, "capacity_unit": tuple(UNITS), "ore": ORES, "status": STATUSES,
    "radioactive": (YES, NO), "confidence": tuple(SPREAD),
}  # fmt: skip


def _made(line: Line, values: dict[str, Any]) -> Project:
    of_row = row_id(line["id"])
    capex = values["capex_m"]
    plain: dict[str, Any] = {name: line[name] for name in _PLAIN}
    return Project(
        id=of_row,
        key=key(of_row),
        kind=values["kind"] or PLANT,
        capex=None if capex is None else money(capex, values["currency"], values["on"]),
        confidence=values["confidence"] or REPORTED,
        **{name: values[name] for name in _READ},
        **plain,
    )
