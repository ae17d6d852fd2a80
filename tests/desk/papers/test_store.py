from __future__ import annotations

import hashlib
import io
import stat
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import PaperRefused
from monazite.desk.papers.names import NAME_MAX, shown_name
from monazite.desk.papers.receiving import received
from monazite.desk.papers.scanning import scan
from monazite.desk.papers.serving import response
from monazite.desk.papers.store import keep, path_of
from support.papers import PDF

if TYPE_CHECKING:
    from pathlib import Path

MOST = 1024 * 1024
SHA256 = hashlib.sha256(PDF).hexdigest()


class Endless:
    """A stream of 500 MB that counts how much of it was read."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int, /) -> bytes:
        if self.given >= 500 * 1024 * 1024:
            return b""
        self.given += size
        return bytes(size)


def test_a_file_lies_under_its_hash_and_is_ours_alone(tmp_path: Path) -> None:
    with received(io.BytesIO(PDF), tmp_path, MOST) as file:
        assert (file.sha256, file.size) == (SHA256, len(PDF))
        place = keep(file, tmp_path)
    assert place == tmp_path / SHA256[:2] / SHA256
    assert place.read_bytes() == PDF
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert list((tmp_path / "incoming").iterdir()) == []


def test_the_same_content_lies_there_once(tmp_path: Path) -> None:
    for _ in range(2):
        with received(io.BytesIO(PDF), tmp_path, MOST) as file:
            keep(file, tmp_path)
    assert [path.name for path in tmp_path.glob("??/*")] == [SHA256]


def test_a_file_that_was_cut_short_is_replaced(tmp_path: Path) -> None:
    path_of(tmp_path, SHA256).parent.mkdir(parents=True)
    path_of(tmp_path, SHA256).write_bytes(PDF[:9])
    with received(io.BytesIO(PDF), tmp_path, MOST) as file:
        assert keep(file, tmp_path).read_bytes() == PDF


def test_five_hundred_megabytes_are_refused_as_soon_as_they_are_too_many(tmp_path: Path) -> None:
    stream = Endless()
    with (
        pytest.raises(PaperRefused) as refused,
        received(stream, tmp_path, MOST),
    ):
        pass
    assert refused.value.code == "paper_too_big"
    assert stream.given <= MOST + 512 * 1024
    assert list((tmp_path / "incoming").iterdir()) == []


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused) as refused, received(io.BytesIO(), tmp_path, MOST):
        pass
    assert refused.value.code == "paper_empty"


def test_nothing_but_a_hash_is_a_place(tmp_path: Path) -> None:
    for wrong in ("../../etc/passwd", SHA256.upper(), SHA256[:-1]):
        with pytest.raises(ValueError, match="SHA-256"):
            path_of(tmp_path, wrong)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("contract.pdf", "contract.pdf"),
        ("C:\\Users\\li\\合同.pdf", "合同.pdf"),
        ("../../etc/passwd", "passwd"),
        ("con\u202efdp.exe.pdf", "confdp.exe.pdf"),
        ("a\nb\0c.pdf", "abc.pdf"),
        ("", "paper"),
        ("..", "paper"),
    ],
)
def test_a_name_is_shown_without_tricks(typed: str, shown: str) -> None:
    assert shown_name(typed) == shown


def test_a_long_name_keeps_its_ending() -> None:
    name = shown_name("长" * 500 + ".pdf")
    assert len(name) == NAME_MAX
    assert name.endswith(".pdf")


def test_without_a_scanner_a_file_is_said_to_be_not_scanned(tmp_path: Path) -> None:
    assert scan(tmp_path, "") == "not_scanned"


def test_the_scanner_is_given_the_path(tmp_path: Path) -> None:
    (tmp_path / "x y").write_bytes(b"x")
    assert scan(tmp_path / "x y", "test -f") == "clean"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("false", "paper_infected"),
        ("sh -c 'exit 2'", "paper_scanner_failed"),
        ("no-such-scanner", "paper_scanner_failed"),
        ("sh -c 'exec sleep 9'", "paper_scanner_failed"),
    ],
)
def test_all_but_clean_is_refused(tmp_path: Path, command: str, code: str) -> None:
    with pytest.raises(PaperRefused) as refused:
        scan(tmp_path, command, seconds=0.3)
    assert refused.value.code == code


def test_a_paper_is_saved_and_never_shown(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(PDF)
    answer = response(tmp_path / "x", '合同".pdf', "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer) == PDF
    answer.close()
