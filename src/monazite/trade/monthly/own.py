"""Whose monthly figures are told: the packaged ones, or a file of the same columns."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import InvalidOperation
from typing import TYPE_CHECKING

from monazite.errors import InputError, MonaziteError
from monazite.facts import Row
from monazite.facts import row as packaged_row
from monazite.facts.rows import rows_of
from monazite.trade.monthly.series import SERIES, Series, load, point

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_COLUMNS = frozenset({"series", "period", "destination", "quantity", "unit", "usd_million"})


@dataclass(frozen=True, slots=True)
class Figures:
    """Where series come from by their names, and the rows that they cite by their ids."""

    series: Callable[[str], Series]
    cite: Callable[[str], Row]


PACKAGED = Figures(load, packaged_row)


def read(path: Path) -> Figures:
    """The figures of a file such as `monazite desk statistics export` writes; a series may lack.

    InputError on "figures" for a file that cannot be read as that.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = rows_of("desk", lines)
        if not all(_usable(row) for row in rows):
            raise InputError("figures", path, f"rows of the series {', '.join(SERIES)}")
        return _figures(rows)
    except OSError as error:
        raise InputError("figures", path, f"a file that can be read ({error.strerror})") from error
    except (UnicodeDecodeError, InvalidOperation, MonaziteError, KeyError) as error:
        if isinstance(error, InputError) and error.field == "figures":
            raise
        accepted = f"the series file of `monazite desk statistics export` ({error})"
        raise InputError("figures", path, accepted) from error


def _usable(row: Row) -> bool:
    return row.fields.keys() >= _COLUMNS and row.fields["series"] in SERIES


def _figures(rows: tuple[Row, ...]) -> Figures:
    found = {
        name: Series(name, tuple(point(row) for row in rows if row.fields["series"] == name), ())
        for name in SERIES
    }
    by_id = {row.id: row for row in rows}
    return Figures(found.__getitem__, lambda ident: by_id.get(ident) or packaged_row(ident))
