from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.sheet import sheet
from monazite.errors import InputError
from support.chain_magnets import written

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ("material", "mass", "unit", "made_in")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_read_by_the_name_above_them(tmp_path: Path, sign: str) -> None:
    text = "\n\nMaterial,Made in,comment\nDy,Japan,ours\n\nNd,,\n".replace(",", sign)
    found = sheet(written(tmp_path, text), KNOWN, ("material",))
    assert [(one.row, dict(one.cells)) for one in found.lines] == [
        (4, {"material": "Dy", "made_in": "Japan"}),
        (6, {"material": "Nd"}),
    ]
    assert found.problems == ()
    assert found.lines[1]["made_in"] == ""


def test_a_row_is_named_by_its_first_line(tmp_path: Path) -> None:
    text = '\ufeffmaterial,mass\r\n"Dy\r\nof ours",1\r\nNd,2\r\n'
    found = sheet(written(tmp_path, text), KNOWN, ("material",))
    assert [one.row for one in found.lines] == [2, 4]


def test_slips_are_problems_and_the_rest_is_read(tmp_path: Path) -> None:
    text = "material,mas,mass,mass,units\nDy,1,2,3,kg\nNd,1,2,3,kg,9\n"
    found = sheet(written(tmp_path, text), KNOWN, ("material",))
    assert [(one.row, one.field, one.code) for one in found.problems] == [
        (1, "mass", "column_twice"),
        (1, "units", "unknown_column"),
        (3, "", "too_many_cells"),
    ]
    assert [one["mass"] for one in found.lines] == ["3"]
    for lang in ("en", "zh"):
        documents = [one.document(lang) for one in found.problems]
        assert "unit" in documents[1]["remedy"]
        assert all(str(one["row"]) in one["wrong"] for one in documents[2:])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "header"),
        (b"\n \n", "header"),
        (b"mass\n1\n", "lacking: material"),
        (b"material\n\xff\n", "UTF-8"),
        (b'material\n"Dy\n', "line 2"),
    ],
)
def test_what_cannot_be_read_at_all_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        sheet(path, KNOWN, ("material",))
    assert caught.value.field == "file"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone"):
        sheet(tmp_path / "gone.csv", KNOWN, ())


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "material\nDy\n")
    monkeypatch.setattr("monazite.chain.sheet.MOST_BYTES", 5)
    with pytest.raises(InputError, match="at most 5 bytes"):
        sheet(path, KNOWN, ())
