from __future__ import annotations

import os
import shutil
import zipfile
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from monazite.errors import InputError
from monazite.trade.flows.columns import FILE_COLUMNS
from monazite.trade.flows.store import Store
from monazite.trade.reading.load import load
from support.publishers import baci
from support.publishers.loading import flows

if TYPE_CHECKING:
    from pathlib import Path


def tree(store: Path) -> dict[str, int]:
    """Every file of a store with the time of its last change."""
    return {str(one): one.stat().st_mtime_ns for one in store.rglob("*") if one.name != ".lock"}


def test_the_same_folder_twice_changes_nothing_and_says_so(tmp_path: Path) -> None:
    folder, store = baci.write(tmp_path / "baci", years=(2022, 2023)), tmp_path / "store"
    load(folder, store)
    before = tree(store)
    again = load(folder, store)
    assert (again.loads, again.unchanged, again.accepted) == ((), tuple(sorted(
        one.name for one in folder.glob("BACI*"))), 0)  # fmt: skip
    assert tree(store) == before


def test_of_a_folder_with_one_new_file_only_that_one_is_loaded(tmp_path: Path) -> None:
    folder, store = baci.write(tmp_path / "baci", years=(2022,)), tmp_path / "store"
    load(folder, store)
    baci.write(folder, years=(2022, 2023))
    report = load(folder, store)
    assert [file.name for file in report.loads[0].files] == [baci.NAME]
    assert report.unchanged == (baci.NAME.replace("2023", "2022"),)
    assert {one.years for one in Store(store).loads()} == {(2022,), (2023,)}


def test_two_releases_in_one_folder_are_two_loads(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci")
    baci.write(folder, release="V202501")
    report = load(folder, tmp_path / "store")
    assert sorted(one.vintage for one in report.loads) == ["202401b", "202501"]


def test_a_zip_is_read_as_the_folder_in_it(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "BACI_HS92_V202401b", years=(2022, 2023))
    packed = tmp_path / "BACI_HS92_V202401b.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{folder.name}/{file.name}")
    load(packed, tmp_path / "a")
    load(folder, tmp_path / "b")
    assert flows(tmp_path / "a") == flows(tmp_path / "b")
    assert load(folder, tmp_path / "a").loads == ()


def test_two_files_of_the_same_bytes_count_once(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci")
    (folder / "copy").mkdir()
    shutil.copy(folder / baci.NAME, folder / "copy" / baci.NAME)
    report = load(folder, tmp_path / "store")
    assert (report.accepted, report.unchanged) == (5, (baci.NAME,))


def test_other_files_of_a_folder_are_passed_over_and_named(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci")
    (folder / "notes.csv").write_text("what,why\na,b\n")
    (folder / ".hidden").write_text("x")
    report = load(folder, tmp_path / "store")
    assert [(name, "known layout" in why) for name, why in report.skipped] == [("notes.csv", True)]
    assert report.accepted == 5


@pytest.mark.parametrize("name", ["nothing", "folder"])
def test_a_path_without_files_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError) as refused:
        load(tmp_path / name, tmp_path / "store")
    assert refused.value.field == "path"
    assert not (tmp_path / "store").exists()


def test_a_folder_of_tables_of_codes_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only tables of codes"):
        load(baci.write(tmp_path / "baci", years=()), tmp_path / "store")


def test_a_folder_of_which_no_file_is_known_is_refused_with_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.csv", "b.csv"):
        (tmp_path / "in" / name).write_text("what,why\na,b\n")
    with pytest.raises(InputError, match=r"files of a known layout: path: 'a\.csv'"):
        load(tmp_path / "in", tmp_path / "store")


def test_the_caller_names_the_layout(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci")
    assert load(folder / baci.NAME, tmp_path / "store", kind="baci").accepted == 5
    with pytest.raises(InputError) as refused:
        load(folder, tmp_path / "store", kind="bacci")
    assert (refused.value.field, "baci" in refused.value.accepted) == ("kind", True)


def test_a_renamed_file_needs_what_its_name_said_from_the_caller(tmp_path: Path) -> None:
    file = tmp_path / "y2023.csv"
    file.write_bytes(baci.text())
    with pytest.raises(InputError) as refused:
        load(file, tmp_path / "store", kind="baci")
    assert refused.value.field == "nomenclature"
    report = load(file, tmp_path / "store", kind="baci", vintage="202501",
                  given={"nomenclature": "HS92"})  # fmt: skip
    assert (report.loads[0].vintage, report.accepted) == ("202501", 5)


def test_a_caller_may_not_say_what_no_layout_knows(tmp_path: Path) -> None:
    file = tmp_path / "y2023.csv"
    file.write_bytes(baci.text())
    with pytest.raises(InputError) as refused:
        load(file, tmp_path / "store", kind="baci", given={"nomenclature": "HS3000"})
    assert (refused.value.field, refused.value.value) == ("nomenclature", "HS3000")


def test_the_callers_vintage_overrides_the_names(tmp_path: Path) -> None:
    folder, store = baci.write(tmp_path / "baci"), tmp_path / "store"
    load(folder, store)
    assert load(folder, store, vintage="202401b").loads == ()
    (one,) = load(folder, store, vintage="202402").loads
    assert one.vintage == "202402"
    assert len(Store(store).loads()) == 2


def test_without_a_release_the_day_of_the_newest_file_is_the_vintage(tmp_path: Path) -> None:
    mapping = tmp_path / "mine.yaml"
    mapping.write_text(
        "reporter: CHN\npartner: {column: to}\ndirection: export\nnomenclature: HS17\n"
        "period: year\ncode: code\nmass_kg: kg\n"
    )
    for name, day in (("a", 1_700_000_000), ("b", 1_710_000_000)):
        file = tmp_path / "in" / f"{name}.csv"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"year,code,to,kg\n2022,28469{'01'[name == 'b']},JPN,5\n")
        os.utime(file, (day, day))
    (one,) = load(tmp_path / "in", tmp_path / "store", mapping=mapping).loads
    assert (one.vintage, one.source, one.kind, one.accepted) == ("2024-03-09", "mine", "mine", 2)


def test_progress_is_told_in_bytes_until_all_are_read(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci", years=(2022, 2023))
    told: list[tuple[str, int, int]] = []
    load(folder, tmp_path / "store", progress=lambda *said: told.append(said))
    total = sum(file.stat().st_size for file in folder.glob("BACI*"))
    assert told[-1] == (baci.NAME, total, total)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_a_report_is_a_document_with_every_count(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci")
    (folder / baci.NAME).write_bytes(baci.text([*baci.ROWS, "2023,1,392,284690,1,1"]))
    document = load(folder, tmp_path / "store").document()
    (one,) = document["loads"]
    assert (document["accepted"], document["rejected"], document["set_aside"]) == (5, 1, 0)
    assert one["reasons"] == {"unknown_country": 1}
    assert one["notes"] == {"mass_missing": 1}
    assert one["files"][0]["rows"] == 6
    assert document["side_files"] == [
        str(tmp_path / "store" / "loads" / f"load={one['id']}" / "rejects.csv")
    ]


def test_a_file_of_the_store_is_parquet_sorted_by_code_with_exact_decimals(tmp_path: Path) -> None:
    load(baci.write(tmp_path / "baci"), tmp_path / "store")
    (path,) = (tmp_path / "store").glob("loads/*/year=2023/*.parquet")
    file = pq.ParquetFile(path)
    assert file.schema_arrow == FILE_COLUMNS
    codes = file.read()["code"].to_pylist()
    assert codes == sorted(codes)
    group = file.metadata.row_group(0)
    code = group.column(FILE_COLUMNS.get_field_index("code")).statistics
    assert (code.min, code.max) == ("010111", "284690")


def test_what_lies_in_the_store_while_loading_is_swept_by_the_next_load(tmp_path: Path) -> None:
    folder, store = baci.write(tmp_path / "baci"), tmp_path / "store"
    (store / ".loading-dead").mkdir(parents=True)
    (store / ".loading-dead" / "2023.keys").write_bytes(b"x")
    load(folder, store)
    assert sorted(one.name for one in store.iterdir()) == [".lock", "loads"]
    assert sorted(one.name for one in (store / "loads").iterdir()) == [
        f"load={Store(store).loads()[0].id}"
    ]


def test_a_store_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("x")
    with pytest.raises(InputError) as refused:
        load(baci.write(tmp_path / "baci"), tmp_path / "store")
    assert refused.value.field == "store"
