"""Load a publisher's file as a person would, and see what became of each of its rows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow.dataset as ds
import pytest

from monazite.errors import InputError
from monazite.trade.reading.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.reading.report import LoadReport


@dataclass(frozen=True)
class Loaded:
    """The report of a load, the flows in the store by row, and the rows of the side files."""

    report: LoadReport
    flows: list[dict[str, Any]]
    side: list[dict[str, str]]

    def told(self) -> list[tuple[int, str]]:
        """The rows that are no flows, each with its reason."""
        return sorted((int(one["row"]), one["reason"]) for one in self.side)

    def rejected(self) -> list[tuple[int, str]]:
        """The rows with a fault, each with its reason."""
        faulty = {int(one["row"]) for one in self.side if one["status"] == "rejected"}
        return [(row, reason) for row, reason in self.told() if row in faulty]


def loaded(folder: Path, name: str, content: bytes, **said: Any) -> Loaded:
    """What becomes of a file of this name and content in a store of its own."""
    (folder / "files").mkdir(exist_ok=True)
    path = folder / "files" / name
    path.write_bytes(content)
    report = load(path, folder / "store", **said)
    texts = [each.read_text("utf-8") for each in report.side_files]
    side = [row for text in texts for row in csv.DictReader(io.StringIO(text))]
    return Loaded(report, flows(folder / "store"), side)


def flows(store: Path) -> list[dict[str, Any]]:
    """Every flow of a store, in the order of files and rows; `load` and `year` are in the path."""
    files = sorted((store / "loads").glob("load=*/year=*/*.parquet"))
    rows = ds.dataset(files).to_table().to_pylist() if files else []
    return sorted(rows, key=lambda row: (row["file"], row["row"], row["period"]))


def said(row: dict[str, Any], *names: str) -> tuple[str | None, ...]:
    """Some cells of a flow as text; amounts without the zeros behind their last digit."""
    return tuple(_text(row[name]) for name in names)


def _text(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    text = str(cell)
    return text.rstrip("0").rstrip(".") if "." in text else text


Fate = str | list[tuple[int, str]]
"""What a broken file comes to: words of the message that names it, or its rows with reasons."""


def check_fate(
    folder: Path, name: str, content: bytes, fate: Fate, rows: int, **given: Any
) -> None:
    """A file is refused with a message and nothing is stored, or its odd rows are told by number
    and all the others of its `rows` are flows.
    """
    if isinstance(fate, str):
        with pytest.raises(InputError, match=fate) as refused:
            loaded(folder, name, content, **given)
        assert refused.value.field in {"path", "direction"}
        assert not list(folder.glob("store/loads/load=*"))
        return
    found = loaded(folder, name, content, **given)
    assert found.told() == fate
    odd = {row for row, _ in fate}
    assert [row["row"] for row in found.flows] == [n for n in range(1, rows + 1) if n not in odd]
