from __future__ import annotations

import pytest

from monazite.errors import InputError, MonaziteError
from monazite.facts import TABLES, row, table
from monazite.facts.rows import rows_of


def test_a_row_is_found_by_its_id_with_its_document_and_confidence() -> None:
    found = row("rare-earths/2025-05")
    assert found.table == "rare-earths"
    assert found.fields["quantity"] == "5864.6"
    assert found.source.startswith("https://www.globaltimes.cn/")
    assert found.confidence == "reported"
    assert found.document() == {
        "id": "rare-earths/2025-05",
        "table": "rare-earths",
        "fields": dict(found.fields),
        "source": found.source,
        "confidence": "reported",
        "note": "",
    }


@pytest.mark.parametrize(
    "row_id",
    [
        "magnets/2025-05/WORLD",
        "gallium/2024-08/WORLD",
        "rare-earths-ytd/2025-05",
        "event/E021",
        "share/0012",
        "claim/A3-07",
        "change/rare-earths/2025-05/usd-yoy",
        "rare-earths/2025-01/02",
        "stage/magnet",
        "end-use/01",
        "stockpile/01",
        " event/E001 ",
    ],
)
def test_ids_are_stable(row_id: str) -> None:
    assert row(row_id).id == row_id.strip()


def test_an_unknown_row_names_the_nearest_ids() -> None:
    with pytest.raises(InputError) as caught:
        row("rare-earth/2025-05")
    assert caught.value.field == "row"
    assert "'rare-earths/2025-05'" in caught.value.accepted


def test_a_word_like_no_id_gets_no_guess() -> None:
    with pytest.raises(InputError) as caught:
        row("????")
    assert "did you mean" not in caught.value.accepted


def test_an_unknown_table_names_all_tables() -> None:
    with pytest.raises(InputError) as caught:
        table("rare-earth")
    assert caught.value.field == "table"
    assert all(name in caught.value.accepted for name in TABLES)


def test_rows_are_read_once_and_cannot_be_changed() -> None:
    assert table("events") is table("events")
    with pytest.raises(TypeError):
        row("event/E001").fields["date"] = "2011"  # type: ignore[index]


@pytest.mark.parametrize(
    "line",
    [
        "x/1,5,,reported,",  # no source
        "x/1,5,somewhere,,",  # no confidence
        ",5,somewhere,reported,",  # no id
        "x/1,5,somewhere",  # too short
        "x/1,5,somewhere,reported,note,more",  # too long
    ],
)
def test_a_broken_row_is_refused(line: str) -> None:
    lines = ["id,quantity,source,confidence,note", line]
    with pytest.raises(MonaziteError, match="table x"):
        rows_of("x", lines)


def test_an_empty_cell_stays_empty() -> None:
    (found,) = rows_of("x", ["id,quantity,source,confidence,note", "x/1,,here,reported,"])
    assert found.fields == {"quantity": ""}
