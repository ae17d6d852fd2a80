from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.sheet import sheet
from monazite.errors import InputError
from support.chain_magnets import written

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.chain.problems import Problem
    from monazite.chain.sheet import Line

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
        (b"", "lacking: material"),
        (b"\n \n", "lacking: material"),
        (b"mass\n1\n", "lacking: material"),
        ("material，mass\nDy，1\n".encode(), "commas, semicolons or tabs"),
        (b"material," * 1001 + b"mass\nDy\n", "at most 1,000 columns"),
        (b"material,mass\n\n , \n", "rows under its header"),
        (b"material\n\xff\n", "UTF-8"),
        (b'material\n"Dy\n', "row 2"),
        (b"material\nDy\n" + b"x" * 200_000, "row 3"),
    ],
    ids=range(9),
)
def test_what_cannot_be_read_at_all_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        sheet(path, KNOWN, ("material",))
    assert (caught.value.field, caught.value.value) == ("file", str(path))


def test_a_long_cell_is_cut_in_its_message(tmp_path: Path) -> None:
    found = sheet(written(tmp_path, f"material,mass\n{'x' * 90},\n"), KNOWN, ("material",))
    line = found.lines[0]
    for one in (line.wrong("material", "unknown_material", near="Dy"), *_told(line)):
        assert one.value == f"{'x' * 60}…"
        assert (one.file, one.row) == (line.file, 2)


def _told(line: Line) -> list[Problem]:
    found: list[Problem] = []
    assert line.read(lambda: _refused(line["material"]), found) is None
    return found


def _refused(word: str) -> str:
    raise InputError("material", word, "a material", "unknown_material", near="Dy")
