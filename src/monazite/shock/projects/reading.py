"""The packaged table of projects, and the files by which users add to it or replace its rows.

Two clocks: `on` is the day on which something was said, and `projects(known=day)` answers with
what had been said by then. Nothing is edited: a later statement, or a source that disagrees, is a
row more, with an id that begins with the same project ("lynas-heavy/2025-10").
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.chain.sheet import sheet
from monazite.errors import MonaziteError
from monazite.shock.projects.columns import COLUMNS, NEEDED
from monazite.shock.projects.lines import project, row_id
from monazite.shock.projects.together import mixed, twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from monazite.chain.problems import Problem
    from monazite.shock.projects.project import Project

PACKAGED = Path(__file__).parent / "data" / "projects.csv"


class ProjectsError(MonaziteError):
    """A file of projects that cannot be used; holds every problem, and nothing of it was taken."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        said = (f"{one.wrong('en')} {one.remedy('en')}" for one in self.problems)
        super().__init__("\n".join(said))


def projects(extra: Sequence[Path] = (), known: date | None = None) -> tuple[Project, ...]:
    """Every project as it was last spoken of: ours, and those of users' files.

    A file stands in place of all that was said before it of the projects that it names.

    Args:
        extra: users' CSV files, with columns of `columns.COLUMNS`.
        known: only what had been said by that day (default: everything).

    Raises:
        ProjectsError: every problem of a file at once.
        InputError: field "file": a file that is no table at all.
    """
    found: dict[str, tuple[Project, ...]] = {}
    for statements in (packaged(), *map(read, extra)):
        said: dict[str, tuple[Project, ...]] = {}
        for one in statements:
            if known is None or one.on <= known:
                said[one.key] = (*said.get(one.key, ()), one)
        found |= said
    return tuple(_latest(statements) for statements in found.values())


def read(path: Path) -> tuple[Project, ...]:
    """Every statement of a user's file, in its order; ProjectsError, InputError field "file"."""
    return _read(path, is_ours=False)


@cache
def packaged() -> tuple[Project, ...]:
    """Every statement that Monazite carries, in the order of its table."""
    return _read(PACKAGED, is_ours=True)


def _read(path: Path, *, is_ours: bool) -> tuple[Project, ...]:
    """The statements of a file; ours has costs in whatever currency a source prints."""
    found = sheet(path, COLUMNS, NEEDED)
    problems = list(found.problems)
    made = [project(line, problems) for line in found.lines]
    problems += twice(found.lines, [row_id(line["id"]) for line in found.lines])
    problems += () if is_ours else mixed(found.lines)
    if problems:
        raise ProjectsError(sorted(problems, key=_place))
    return tuple(one for one in made if one is not None)


def _place(one: Problem) -> tuple[int, int]:
    """Row by row, and in a row column by column."""
    return one.row, COLUMNS.index(one.field) if one.field in COLUMNS else len(COLUMNS)


def _latest(statements: Sequence[Project]) -> Project:
    """The last statement; of several of one day the first that the file has."""
    last = max(statements, key=lambda one: one.on)
    return replace(last, also=tuple(one.id for one in statements if one is not last))
