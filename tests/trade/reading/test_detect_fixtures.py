"""Every publisher's file is recognised as its own kind, whatever it is called."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from monazite.trade.reading.layout import layouts
from monazite.trade.reading.planning import planned
from support.publishers import baci, comext, comtrade, desk, gacc, usitc

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [comtrade.record(primaryValue=5.0)]
AMOUNTS = [comext.amount(OBS_VALUE="5"), comext.amount(indicators="QUANTITY_IN_100KG")]
LINE = usitc.Line(values={"2022": 5, "2023": 6}, quantities={"2022": 1, "2023": 2})
MONTHS = usitc.Line(values={"January": 5, "May": 6}, quantities={"January": 1, "May": 2})
RAW_MONTHS = usitc.Line(values={"2023-1": 5, "2023-2": 6}, quantities={"2023-1": 1, "2023-2": 2})
_VALUES = usitc.GENERAL[0]
_YEARLY, _MONTHLY = (
    usitc.wide([LINE], usitc.GENERAL),
    usitc.wide([MONTHS], usitc.GENERAL, year="2024"),
)
_RAW = usitc.raw([LINE], usitc.GENERAL)
_RAW_MONTHS = usitc.raw([RAW_MONTHS], usitc.GENERAL, months=True)

FILES: dict[str, tuple[str, str, bytes]] = {
    "BACI": ("baci", baci.NAME, baci.text()),
    "Comext": ("comext", comext.NAME, comext.as_dat([comext.row()])),
    "Comext until 2017": ("comext", "full201205.dat", comext.as_dat([comext.old_row()], old=True)),
    "SDMX-CSV 1": ("comext-sdmx", "DS-045409.csv", comext.as_sdmx(AMOUNTS)),
    "SDMX-CSV 1 with flags": ("comext-sdmx", "ds.csv", comext.as_sdmx(AMOUNTS, flags=True)),
    "SDMX-CSV 2": ("comext-sdmx", "ds.csv", comext.as_sdmx(AMOUNTS, version=2)),
    "SDMX-CSV 2 with flags": (
        "comext-sdmx", "ds.csv", comext.as_sdmx(AMOUNTS, version=2, flags=True),
    ),
    "Easy Comext": ("comext-sdmx", "DS-016890.csv", comext.as_easy(AMOUNTS)),
    "Comtrade CSV": ("comtrade", comtrade.CSV_NAME, comtrade.as_csv(RECORDS)),
    "Comtrade bulk": ("comtrade", comtrade.BULK_NAME, comtrade.as_bulk(RECORDS)),
    "Comtrade JSON": ("comtrade-json", comtrade.JSON_NAME, comtrade.as_json(RECORDS)),
    "Monazite desk": ("desk", desk.NAME, desk.as_csv()),
    "GACC": ("gacc", gacc.NAME, gacc.as_csv([gacc.row()])),
    "GACC with tabs": ("gacc", gacc.NAME, gacc.as_csv([gacc.row()], around="\t")),
    "GACC detailed": ("gacc", gacc.NAME, gacc.as_csv([gacc.row()], gacc.DETAILED)),
    "GACC in English": (
        "gacc", "downloadData.csv", gacc.as_csv([gacc.row()], header=gacc.ENGLISH),
    ),
    "DataWeb": ("usitc", usitc.NAME, usitc.as_workbook(_YEARLY)),
    "DataWeb of months": ("usitc-months", usitc.NAME, usitc.as_workbook(_MONTHLY)),
    "DataWeb raw": ("usitc-raw", usitc.NAME, usitc.as_workbook(_RAW, titles=False)),
    "DataWeb raw of months": (
        "usitc-raw-months", usitc.NAME, usitc.as_workbook(_RAW_MONTHS, titles=False),
    ),
    "DataWeb CSV": ("usitc-csv", "q.csv", usitc.as_csv(_YEARLY[_VALUES], title=_VALUES)),
    "DataWeb CSV of months": ("usitc-months-csv", "q.csv", usitc.as_csv(_MONTHLY[_VALUES])),
    "DataWeb CSV raw": ("usitc-raw-csv", "q.csv", usitc.as_csv(_RAW[_VALUES])),
    "DataWeb CSV raw of months": (
        "usitc-raw-months-csv", "q.csv", usitc.as_csv(_RAW_MONTHS[_VALUES]),
    ),
}  # fmt: skip
"""The kind that each is of, the name that its publisher gives it, and its bytes."""


def kinds(path: Path) -> list[str]:
    """The kinds that the files of a path are recognised as."""
    return [one.match.layout.kind for one in planned(path, None, None, {}).files]


def zipped(name: str, content: bytes) -> bytes:
    """A zip with one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(name, content)
    return stream.getvalue()


def test_every_layout_has_a_file_here() -> None:
    assert {kind for kind, _, _ in FILES.values()} == set(layouts())


@pytest.mark.parametrize("title", FILES)
def test_a_file_is_recognised_by_its_publishers_name(tmp_path: Path, title: str) -> None:
    kind, name, content = FILES[title]
    (tmp_path / name).write_bytes(content)
    assert kinds(tmp_path / name) == [kind]


@pytest.mark.parametrize("title", FILES)
def test_a_file_is_recognised_under_any_name(tmp_path: Path, title: str) -> None:
    kind, _, content = FILES[title]
    for name in ("data", "data.txt", "下载 (1).csv"):
        (tmp_path / name).write_bytes(content)
        assert kinds(tmp_path / name) == [kind]


@pytest.mark.parametrize("title", FILES)
def test_a_file_is_recognised_in_a_zip(tmp_path: Path, title: str) -> None:
    kind, name, content = FILES[title]
    (tmp_path / "all.zip").write_bytes(zipped(name, content))
    assert kinds(tmp_path / "all.zip") == [kind]


@pytest.mark.parametrize(
    "title",
    [
        title
        for title, (kind, _, _) in FILES.items()
        if kind not in {"usitc", "usitc-months", "usitc-raw", "usitc-raw-months"}
    ],
)
def test_a_text_is_recognised_under_gzip(tmp_path: Path, title: str) -> None:
    kind, name, content = FILES[title]
    packed = content if content.startswith(b"\x1f\x8b") else gzip.compress(content)
    (tmp_path / f"{name}.gz").write_bytes(packed)
    assert kinds(tmp_path / f"{name}.gz") == [kind]


def test_a_folder_of_every_publisher_is_told_apart(tmp_path: Path) -> None:
    for number, (_, _, content) in enumerate(FILES.values()):
        (tmp_path / f"{number:02}.dat").write_bytes(content)
    assert kinds(tmp_path) == [kind for kind, _, _ in FILES.values()]
