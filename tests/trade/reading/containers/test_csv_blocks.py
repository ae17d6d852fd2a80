from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.containers import csv_blocks
from support.mapped import flows_of, side_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg\n"
LINE = "2022,284690,JPN,5\n"


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks so small that every test text has several."""
    monkeypatch.setattr(csv_blocks, "BLOCK", 64)


def many(count: int) -> str:
    return HEADER + "".join(f"2022,{280000 + n},JPN,{n}\n" for n in range(count))


@pytest.mark.usefixtures("_small")
def test_rows_are_numbered_through_all_blocks(tmp_path: Path) -> None:
    text = many(400_000 // 16)
    found = flows_of(tmp_path, text)
    assert [row["row"] for row in found] == list(range(1, 25_001))
    assert [int(row["mass_kg"]) for row in found] == list(range(25_000))


def test_a_bad_row_behind_blank_and_broken_ones_has_its_own_number(tmp_path: Path) -> None:
    text = HEADER + LINE + "\n\n" + "only,three,cells\n" + "   \n" + "2022,280530,XXX,1\n"
    told = [(one["row"], one["reason"], one["text"]) for one in side_of(tmp_path, text)]
    assert told == [
        ("2", "wrong_number_of_fields", "only,three,cells"),
        ("4", "unknown_country", "2022,280530,XXX,1"),
    ]


def test_a_line_end_between_quotes_is_part_of_a_cell(tmp_path: Path) -> None:
    text = 'year,code,note,to,kg\n2022,284690,"two\nlines, ""so""",JPN,5\n2022,280530,,XXX,6\n'
    assert [row["row"] for row in flows_of(tmp_path, text)] == [1]
    assert [(one["row"], one["text"]) for one in side_of(tmp_path, text)] == [
        ("2", "2022|XXX|280530|6")
    ]


@pytest.mark.usefixtures("_small")
def test_a_block_never_ends_between_quotes(tmp_path: Path) -> None:
    rows = "".join(f'2022,{280000 + n},"{"long" * 20}\n{n}",JPN,5\n' for n in range(50))
    found = flows_of(tmp_path, "year,code,note,to,kg\n" + rows)
    assert len(found) == 50


def test_a_quote_that_never_closes_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_blocks, "BLOCK", 64)
    monkeypatch.setattr(csv_blocks, "_LONGEST_ROW", 1024)
    text = HEADER + '2022,284690,"JPN,5\n' + LINE * 300_000
    with pytest.raises(InputError, match="quotes are closed"):
        flows_of(tmp_path, text)


def test_without_quotes_a_quote_is_a_sign_like_others(tmp_path: Path) -> None:
    text = HEADER + '2022,284690,JPN,5\n2022,280530,"JPN,6\n'
    extra = 'container: {quote: ""}\npartner: {column: to, codes: iso3}\n'
    found = side_of(tmp_path, text, extra)
    assert [(one["row"], one["value"]) for one in found] == [("2", '"JPN')]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_header_decides_the_delimiter(tmp_path: Path, sign: str) -> None:
    assert len(flows_of(tmp_path, (HEADER + LINE).replace(",", sign))) == 1


def test_a_header_may_stand_below_other_lines(tmp_path: Path) -> None:
    text = "Office of Statistics\n\nExports, by partner\n" + HEADER + LINE
    assert [row["row"] for row in flows_of(tmp_path, text)] == [1]


def test_the_row_of_the_header_can_be_said(tmp_path: Path) -> None:
    text = HEADER + "YEAR,CODE,TO,KG\n" + LINE
    assert len(flows_of(tmp_path, text, "container: {header_row: 2}\n")) == 1


def test_encodings_are_tried_in_their_order_block_by_block(tmp_path: Path) -> None:
    text = "年,code,国家,kg\n2022,284690,日本,5\n"
    extra = (
        "columns: {year: [年], to: [国家]}\n"
        "container: {encoding: [utf-8-sig, gb18030]}\npartner: {column: to, codes: name}\n"
    )
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        found = flows_of(tmp_path / encoding, text.encode(encoding), extra)
        assert [row["partner"] for row in found] == ["JPN"]


@pytest.mark.usefixtures("_small")
def test_a_byte_that_no_encoding_reads_is_named_with_its_place(tmp_path: Path) -> None:
    text = many(5000).encode() + b"2022,284690,\xff\xfe,5\n"
    with pytest.raises(InputError, match=r"text in utf-8-sig; after row [0-9,]+ it is not"):
        flows_of(tmp_path, text)


@pytest.mark.usefixtures("_small")
def test_of_a_gzip_that_breaks_off_it_is_told_how_far_it_goes(tmp_path: Path) -> None:
    packed = gzip.compress(many(20_000).encode())
    with pytest.raises(InputError, match=r"breaks off after (\d+,)?\d+ readable rows") as refused:
        flows_of(tmp_path, packed[: len(packed) // 2])
    told = int(refused.value.accepted.split("after ")[1].split(" ")[0].replace(",", ""))
    assert 8_000 < told < 12_000
    assert not (tmp_path / "store").exists()
