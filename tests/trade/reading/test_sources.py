from __future__ import annotations

import io
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.sources import beside, files_at

if TYPE_CHECKING:
    from pathlib import Path


def packed(folder: Path, *entries: zipfile.ZipInfo | str) -> Path:
    path = folder / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for entry in entries:
            archive.writestr(entry, b"x")
    return path


def test_the_files_of_a_folder_are_found_below_it_too_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.csv", "1.csv", ".hidden"):
        (tmp_path / name).write_text("x")
    assert [file.name for file in files_at(tmp_path)] == ["1.csv", "2.csv"]


def test_members_of_a_zip_are_files_with_their_own_names(tmp_path: Path) -> None:
    path = packed(tmp_path, "a/2.csv", "1.csv", "a/", ".DS_Store")
    found = files_at(path)
    assert [(file.name, file.member) for file in found] == [
        ("1.csv", "1.csv"),
        ("2.csv", "a/2.csv"),
    ]
    assert [file.name for file in beside(found[0])] == ["1.csv", "2.csv"]
    assert found[0].sha256() == found[1].sha256()
    with found[0].open() as stream:
        assert stream.read() == b"x"


def test_a_workbook_is_one_file_though_it_is_a_zip(tmp_path: Path) -> None:
    path = packed(tmp_path, "[Content_Types].xml", "xl/workbook.xml")
    assert [file.path for file in files_at(path)] == [path]


def test_what_is_read_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (file,) = files_at(tmp_path / "a")
    counted: list[int] = []
    with file.open(counted.append) as stream:
        assert stream.read(3) == b"123"
        stream.read()
    assert counted == [3, 2]


@pytest.mark.parametrize(
    "name", ["../a.csv", "a/../../b.csv", "/etc/a.csv", "c:\\a.csv", "..\\a.csv"]
)
def test_a_zip_whose_members_would_leave_it_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="stay inside it"):
        files_at(packed(tmp_path, "good.csv", zipfile.ZipInfo(name)))


def test_a_zip_with_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(InputError, match="without links"):
        files_at(packed(tmp_path, link))


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed(tmp_path, "a.csv").read_bytes())
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    (tmp_path / "in.zip").write_bytes(data)
    with pytest.raises(InputError, match="without a password"):
        files_at(tmp_path / "in.zip")


def test_a_zip_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * (70 << 20))
    (tmp_path / "in.zip").write_bytes(whole.getvalue())
    with pytest.raises(InputError, match="unpacks to at most"):
        files_at(tmp_path / "in.zip")


def test_an_empty_folder_holds_no_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds files"):
        files_at(tmp_path)
