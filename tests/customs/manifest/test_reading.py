from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.customs.manifest import columns, said
from monazite.customs.manifest.gathering import gathered
from monazite.customs.manifest.messages import from_json
from monazite.customs.manifest.sheet import from_csv
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.manifest.said import Said


def read(text: str) -> list[Said]:
    return gathered(from_csv(text.encode()))


def codes(one: Said) -> list[tuple[str, str]]:
    return [(each.code.removeprefix("manifest."), str(each.values["row"])) for each in one.findings]


def test_rows_of_one_reference_are_items_of_one_declaration() -> None:
    first, second = read("reference,mode,hs\nA,sea,85051110\nB,air,85051190\nA,sea,85051900\n")
    assert first.document == {
        "reference": "A", "mode": "sea", "items": [{"hs": "85051110"}, {"hs": "85051900"}],
    }  # fmt: skip
    assert (first.rows, second.rows) == ([2, 4], [3])


def test_what_holds_for_the_whole_need_not_be_said_again() -> None:
    (one,) = read("reference,mode,consignee_name,hs\nA,sea,Firm,1\nA,,,2\n")
    assert (one.document["mode"], one.document["consignee"]) == ("sea", {"name": "Firm"})
    assert not one.findings


def test_rows_that_differ_are_told_with_both_rows() -> None:
    (one,) = read("reference,mode,port,hs\nA,sea,X,1\nA,air,Y,2\n")
    assert codes(one) == [("rows_differ", "3"), ("rows_differ", "3")]
    assert {each.path for each in one.findings} == {"mode", "port"}
    assert "row 2" in one.findings[0].message("en")


def test_rows_without_a_reference_are_told_one_by_one() -> None:
    every = read("reference,hs\n,1\n,2\n")
    assert [codes(one) for one in every] == [[("no_reference", "2")], [("no_reference", "3")]]


def test_a_batch_is_what_an_item_draws_on() -> None:
    (one,) = read("reference,hs,batch,batch mass-kg,licence\nA,1,B-7,12,L-1\n")
    item = {"hs": "1", "draws": [{"batch": "B-7", "mass_kg": "12"}], "licences": "L-1"}
    assert one.document["items"] == [item]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separators_of_every_country(sign: str) -> None:
    (one,) = read(f'reference{sign}description\nA{sign}"a{sign}b\nc"\n\n')
    assert one.document["items"] == [{"description": f"a{sign}b\nc"}]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    one, two = read('\ufeff\n\nreference,description\nA,"x\ny"\n\nB,z\n')
    assert (one.rows, two.rows) == ([4], [7])


def test_cells_beyond_the_header_are_told() -> None:
    (one,) = read("reference,hs\nA,1,2\n")
    assert codes(one) == [("too_many_cells", "2")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "header"),
        (b"reference,weight\nA,1\n", "weight"),
        (b"reference,hs,HS\nA,1,2\n", "each once"),
        (b"reference,hs\nA,\xff\n", "UTF-8"),
        (b'reference,hs\nA,"1\n', "well-formed"),
        (b"reference,hs\nA," + b"x" * 20_000 + b"\n", "well-formed"),
        (b",".join(b"c%d" % n for n in range(300)), "columns"),
        (b"reference,hs\nA,\x00\n", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(text: bytes, why: str) -> None:
    if not why:
        assert gathered(from_csv(text))[0].document["items"] == [{"hs": "\x00"}]
        return
    with pytest.raises(InputError, match=why):
        gathered(from_csv(text))


def test_more_than_a_manifest_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monazite.customs.manifest.sheet.ROWS", 3)
    with pytest.raises(InputError, match="3 rows"):
        read("reference\n" + "A\n" * 4)
    assert len(read("reference\n" + "A\n" * 3)) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"1", b"[" * 100_000, b'{"declarations": {}}', b'[{"a": NaN}', b"\xff",
        b'[{"items": 1' + b"0" * 5000 + b"}]",
    ],
)  # fmt: skip
def test_a_message_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="manifest"):
        from_json(data)


def test_a_message_keeps_numbers_as_they_are_written() -> None:
    (one,) = from_json(json.dumps({"declarations": [{"items": [{"mass_kg": 0.1}]}]}).encode())
    assert str(one.document["items"][0]["mass_kg"]) == "0.1"
    assert one.rows == [1]


def test_every_column_has_one_meaning() -> None:
    known = columns.names()
    assert known["consignee_name"] == ("consignee", "name")
    assert known["hs"] == (columns.ITEM, "hs")
    assert all(name == name.casefold() and " " not in name for name in known)
    assert said.ROWS >= 100_000


def test_what_is_no_declaration_is_told_at_its_place() -> None:
    first, second = from_json(b'[{"reference": "A"}, 7]')
    assert (first.document, first.findings) == ({"reference": "A"}, [])
    assert [(each.code, each.values["row"], each.values["value"]) for each in second.findings] == [
        ("manifest.no_declaration", "2", "7")
    ]
