"""Tables that a package carries beside its code: each read once, rows found by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.facts.rows import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.facts.rows import Row


class Tables:
    """The CSV files of some folders; the id of a row begins with the name of its table and "/"."""

    def __init__(self, *folders: Path) -> None:
        self._paths = {path.stem: path for folder in folders for path in folder.glob("*.csv")}
        self._read: dict[str, tuple[Row, ...]] = {}
        self._ids: dict[str, dict[str, Row]] = {}
        self.names: tuple[str, ...] = tuple(sorted(self._paths))

    def table(self, name: str) -> tuple[Row, ...]:
        """All rows of one table, in the order of its file; InputError field "table"."""
        if name not in self.names:
            raise InputError("table", name, ", ".join(self.names))
        if name not in self._read:
            with self._paths[name].open(encoding="utf-8", newline="") as lines:
                self._read[name] = rows_of(name, lines)
        return self._read[name]

    def row(self, row_id: str) -> Row:
        """The row of that id; InputError field "row" where no table has it."""
        wanted = row_id.strip()
        name = wanted.partition("/")[0]
        found = self._by_id(name).get(wanted) if name in self.names else None
        if found is None:
            accepted = f"an id that begins with one of {', '.join(self.names)} and /"
            raise InputError("row", row_id, accepted)
        return found

    def _by_id(self, name: str) -> dict[str, Row]:
        if name not in self._ids:
            self._ids[name] = {one.id: one for one in self.table(name)}
        return self._ids[name]
