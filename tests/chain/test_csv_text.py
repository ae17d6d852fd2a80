from __future__ import annotations

from pathlib import Path

import pytest

from monazite.chain.csv_text import csv_text
from monazite.errors import InputError

TEXT = "material;made_in\r\nDy;日本\r\n"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_the_same_in_whatever_coding_a_spreadsheet_saved_it(
    tmp_path: Path, coding: str
) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(TEXT.encode(coding))
    assert csv_text(path) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\n\xff\xfe", "a\nJ\xe4pan".encode("latin-1"), "a\n日本".encode("gbk"),
        b"a\nDy\0,1", "a\nDy".encode("utf-16") + b"\x00",
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_with_its_row_and_a_remedy(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"given\.csv.* row 2 .*CSV UTF-8") as caught:
        csv_text(path)
    assert caught.value.field == "file"


@pytest.mark.parametrize(
    ("name", "said"), [("gone.csv", "No such file"), ("", "directory"), ("a\0b", "name of a file")]
)
def test_what_cannot_be_opened_is_refused(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        csv_text(tmp_path / name)
    assert caught.value.field == "file"


def test_a_file_that_is_too_large_or_never_ends_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(b"material\nDy\n")
    monkeypatch.setattr("monazite.chain.csv_text.MOST_BYTES", 5)
    for each in (path, Path("/dev/zero")):
        with pytest.raises(InputError, match="at most 5 bytes"):
            csv_text(each)
