from __future__ import annotations

import errno
import shutil
import stat
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import pytest

from monazite.trade.pulling.archives import unpack
from monazite.trade.pulling.errors import PullError

if TYPE_CHECKING:
    from pathlib import Path


def packed(path: Path, members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def refused(archive: Path, into: Path) -> PullError:
    with pytest.raises(PullError) as caught:
        unpack(archive, into)
    assert not into.exists()
    assert [path.name for path in into.parent.iterdir() if path != archive] == []
    return caught.value


def test_files_come_out_as_they_went_in(tmp_path: Path) -> None:
    members = {"a.csv": b"t,i,j,k,v,q\n", "folder/Readme.txt": b"read me", "folder/": b""}
    seen: list[tuple[str, int, int | None]] = []
    archive = packed(tmp_path / "x.zip", members)
    files = unpack(
        archive, tmp_path / "x", progress=lambda what, done, total: seen.append((what, done, total))
    )
    assert {path.name: path.read_bytes() for path in files} == {
        "a.csv": b"t,i,j,k,v,q\n", "Readme.txt": b"read me",
    }  # fmt: skip
    assert seen[-1] == ("x.zip", 19, 19)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x", "x.zip"]


@pytest.mark.parametrize(
    "name", ["../a.csv", "/etc/a.csv", "a/../../b.csv", "..\\a.csv", "C:\\a.csv"]
)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    archive = packed(tmp_path / "x.zip", {"ok.csv": b"1", name: b"2"})
    assert refused(archive, tmp_path / "x").code == "unsafe_archive"


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "is a link" in str(refused(tmp_path / "x.zip", tmp_path / "x"))


def test_an_archive_that_swells_is_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": bytes(10_000_000)})
    assert "swells" in str(refused(archive, tmp_path / "x"))


def test_an_archive_over_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monazite.trade.pulling.archives.MOST_BYTES", 3)
    archive = packed(tmp_path / "x.zip", {"a.csv": b"12", "b.csv": b"34"})
    assert "would fill" in str(refused(archive, tmp_path / "x"))


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "x.zip", {"one/a.csv": b"1", "two/a.csv": b"2"})
    assert "two files of one name" in str(refused(archive, tmp_path / "x"))


def test_a_file_that_is_no_zip(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"<html>not a zip</html>")
    assert refused(tmp_path / "x.zip", tmp_path / "x").code == "broken_reply"


def test_a_zip_whose_checksum_fails(tmp_path: Path) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": b"t,i,j,k,v,q" * 99}, zipfile.ZIP_STORED)
    whole = archive.read_bytes()
    archive.write_bytes(whole.replace(b"t,i,j", b"t,i,X", 1))
    assert refused(archive, tmp_path / "x").code == "broken_reply"


def test_a_zip_whose_packed_bytes_are_broken(tmp_path: Path) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": bytes(range(256)) * 50})
    whole = bytearray(archive.read_bytes())
    whole[60:90] = b"\xff" * 30
    archive.write_bytes(bytes(whole))
    assert refused(archive, tmp_path / "x").code == "broken_reply"


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": b"12345"})
    whole = bytearray(archive.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(mark) + place] |= 1
    archive.write_bytes(bytes(whole))
    assert "needs a password" in str(refused(archive, tmp_path / "x"))


def test_a_zip_that_ends_early(tmp_path: Path) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": b"1" * 500})
    archive.write_bytes(archive.read_bytes()[:-30])
    assert refused(archive, tmp_path / "x").code == "broken_reply"


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_no_room_is_seen_before_the_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": b"12345"})
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(9, 5, 4))
    assert refused(archive, tmp_path / "x").code == "disk_full"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_fault_of_the_disk_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    archive = packed(tmp_path / "x.zip", {"a.csv": b"12345"})

    def fails(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.open", fails)
        with pytest.raises(PullError if number == errno.ENOSPC else PermissionError):
            unpack(archive, tmp_path / "x")
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]
