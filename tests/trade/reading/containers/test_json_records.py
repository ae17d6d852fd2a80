from __future__ import annotations

import gzip
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.containers import json_records, unpacked
from support.mapped import flows_of

if TYPE_CHECKING:
    from pathlib import Path

JSON = "container: json\n"
ROW = {"year": 2022, "code": "284690", "to": "JPN", "kg": 5}


def text(*rows: object) -> str:
    return json.dumps({"count": len(rows), "data": rows})


def test_records_are_rows_and_keep_their_digits(tmp_path: Path) -> None:
    data = text(ROW).replace('"kg": 5', '"kg": 123456789.123456')
    (found,) = flows_of(tmp_path, data, JSON, "in.json")
    assert (found["row"], found["mass_kg"]) == (1, Decimal("123456789.123456"))


def test_the_list_may_stand_at_the_top_or_deeper(tmp_path: Path) -> None:
    top, deep = json.dumps([ROW]), json.dumps({"a": {"b": [ROW]}})
    assert (
        len(flows_of(tmp_path / "a", top, 'container: {format: json, records: ""}\n', "a.json"))
        == 1
    )
    assert (
        len(flows_of(tmp_path / "b", deep, "container: {format: json, records: a.b}\n", "b.json"))
        == 1
    )


def test_a_key_that_some_records_lack_is_an_empty_cell(tmp_path: Path) -> None:
    data = text({**ROW, "usd": None}, {**ROW, "code": "280530", "usd": 7})
    found = flows_of(tmp_path, data, JSON + "value: usd\noptional: [usd]\n", "in.json")
    assert [row["value_usd"] for row in found] == [None, Decimal(7)]


def test_true_and_false_are_words(tmp_path: Path) -> None:
    words = "{column: sure, values: {true: reported, false: estimated}}"
    data = text({**ROW, "sure": True}, {**ROW, "code": "280530", "sure": False})
    found = flows_of(tmp_path, data, f"{JSON}mass_basis: {words}\n", "in.json")
    assert [row["mass_basis"] for row in found] == ["reported", "estimated"]


def test_pieces_of_a_long_list_are_numbered_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_records, "_PIECE", 3)
    data = text(*({**ROW, "code": str(280000 + n)} for n in range(8)))
    assert [row["row"] for row in flows_of(tmp_path, data, JSON, "in.json")] == [*range(1, 9)]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (text(ROW)[:-5], "a whole JSON document"),
        (json.dumps({"message": [1], **ROW}), "records under 'data'"),
        (json.dumps({"data": [1], **ROW}), "records under 'data'"),
        (gzip.compress(text(*[ROW] * 900).encode())[:-9], "breaks off after 0"),
    ],
)
def test_a_document_that_is_none_is_refused(tmp_path: Path, data: bytes | str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        flows_of(tmp_path, data, JSON, "in.json")


def test_a_document_too_large_to_be_held_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "LARGEST_WHOLE", 1 << 20)
    with pytest.raises(InputError, match="at most 1 MB unpacked"):
        flows_of(tmp_path, text(*[ROW] * 40_000), JSON, "in.json")
