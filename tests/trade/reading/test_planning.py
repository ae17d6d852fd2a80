from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.load import load
from support.mapped import MAPPING
from support.publishers import baci

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg,updated\n"


def vintages(folder: Path, vintage: str, *files: str) -> list[str]:
    (folder / "mine.yaml").write_text(MAPPING.replace("{given: true}", vintage))
    (folder / "in").mkdir()
    for number, text in enumerate(files):
        (folder / "in" / f"{number}.csv").write_text(text)
    report = load(folder / "in", folder / "store", mapping=folder / "mine.yaml")
    return sorted(one.vintage for one in report.loads)


def test_a_column_may_say_the_release_and_its_newest_day_counts(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,2024-03-01\n2022,280530,JPN,5,2024-03-02\n"
    other = text.replace("2024-03", "2024-04").replace("JPN", "DEU")
    assert vintages(tmp_path, "{column: updated}", text, other) == ["2024-03-02", "2024-04-02"]


@pytest.mark.parametrize(
    ("vintage", "text"),
    [
        ("{column: updated, default: none}", "year,code,to,kg\n2022,284690,JPN,5\n"),
        ("none", HEADER + "2022,284690,JPN,5,x\n"),
    ],
)
def test_a_layout_may_say_the_release_itself(tmp_path: Path, vintage: str, text: str) -> None:
    extra = vintages(tmp_path, vintage + "\noptional: [updated]", text)
    assert extra == ["none"]


def test_an_empty_column_of_releases_says_none(tmp_path: Path) -> None:
    (found,) = vintages(tmp_path, "{column: updated}", HEADER + "2022,284690,JPN,5,\n")
    assert len(found) == len("2024-03-02")


def test_a_damaged_file_with_a_name_of_the_layout_stops_a_folder(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci", years=(2022, 2023))
    (folder / baci.NAME).write_bytes(b"")
    with pytest.raises(InputError, match=baci.NAME):
        load(folder, tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_mapping_reads_one_table_and_passes_over_others(tmp_path: Path) -> None:
    other = "a,b\n1,2\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "mine.yaml").write_text(MAPPING)
    (tmp_path / "in" / "a.csv").write_text(HEADER + "2022,284690,JPN,5,x\n")
    (tmp_path / "in" / "b.csv").write_text(other)
    report = load(tmp_path / "in", tmp_path / "store", mapping=tmp_path / "mine.yaml")
    assert (report.accepted, [name for name, _ in report.skipped]) == (1, ["b.csv"])


def test_a_table_without_rows_says_no_release_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="below its header this one holds none"):
        vintages(tmp_path, "{column: updated}", HEADER)
