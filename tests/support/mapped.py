"""A small table loaded through a mapping of a test's own."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from monazite.trade.reading.load import load
from monazite.trade.reading.plain_yaml import read
from support.publishers.loading import flows

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.reading.report import LoadReport

MAPPING = """\
kind: mine
vintage: {given: true}
reporter: CHN
partner: {column: to}
direction: export
nomenclature: HS17
period: year
code: code
mass_kg: kg
"""


def put(
    folder: Path, data: bytes | str, extra: str = "", name: str = "in.csv", vintage: str = "1"
) -> LoadReport:
    """Load a table; `extra` are blocks of the mapping instead of those of `MAPPING`."""
    import yaml  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.yaml").write_text(
        yaml.safe_dump({**read(MAPPING), **(read(extra) or {})}, allow_unicode=True), "utf-8"
    )
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return load(path, folder / "store", mapping=folder / "mine.yaml", vintage=vintage)


def flows_of(
    folder: Path, data: bytes | str, extra: str = "", name: str = "in.csv"
) -> list[dict[str, Any]]:
    """The flows of a table."""
    put(folder, data, extra, name)
    return flows(folder / "store")


def side_of(
    folder: Path, data: bytes | str, extra: str = "", name: str = "in.csv"
) -> list[dict[str, str]]:
    """The rows of a table that are no flows."""
    report = put(folder / "side", data, extra, name)
    return [
        row
        for path in report.side_files
        for row in csv.DictReader(io.StringIO(path.read_text("utf-8")))
    ]
