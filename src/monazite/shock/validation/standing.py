"""How many marks are kept, kept even without any measure, and missed: of a run, and as packaged.

`tools/build_shock_validation.py` writes the packaged table, so that whoever runs one event alone
can be told how the model did on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from monazite.shock.validation.rows import Row

TABLE = "shock-standing"
STATIC = "static"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "fitted": ("V1", "V2", "V3", "V4"),
    "unseen": ("V5", "V6", "V7"),
    STATIC: ("USGS",),
}
"""Cases by what their marks say: agreement with what was fitted on, foresight, and the static mode,
whose numbers were chosen after those of its case were known."""


class Standing(NamedTuple):
    """Marks of some cases; kept: and missed by a run without any measure."""

    kept: int
    kept_without: int
    missed: int

    @property
    def marks(self) -> int:
        """All of them."""
        return self.kept + self.kept_without + self.missed


def standing(found: Sequence[Row]) -> Mapping[str, Standing]:
    """By group, those that have rows."""
    by_case = cases(found)
    return {
        group: summed(by_case[name] for name in names if name in by_case)
        for group, names in GROUPS.items()
        if any(name in by_case for name in names)
    }


def cases(found: Sequence[Row]) -> Mapping[str, Standing]:
    """By case."""
    counted: dict[str, list[str | None]] = {}
    for one in found:
        counted.setdefault(one.observation.case, []).append(one.verdict)
    return {
        name: Standing(*(verdicts.count(field) for field in Standing._fields))
        for name, verdicts in counted.items()
    }


def packaged() -> Mapping[str, Standing]:
    """By case, as the table says that is packaged."""
    rows = (one.fields for one in table(TABLE))
    return {row["case"]: Standing(*(int(row[field]) for field in Standing._fields)) for row in rows}


def summed(parts: Iterable[Standing]) -> Standing:
    """All of several cases."""
    return Standing(*(sum(column) for column in zip(*parts, (0, 0, 0), strict=True)))
