from __future__ import annotations

from datetime import date

from monazite.watch.ownership.documents import COLUMNS, document, rows
from support.holdings import found

LINES = ["X A 50%", "A B 50%", "X C 10%", "X D ?"]


def test_a_document_tells_the_rule_its_state_and_every_party() -> None:
    told = document(found(LINES, ["X"], "cn-61", date(2026, 11, 20)))
    assert told["rule"] == "cn-61"
    assert told["adds_up"] is told["through"] is told["applies"] is None
    assert [one["state"] for one in told["status"]["readings"]] == ["in_force", "suspended"]
    parties = {one["party"]: one for one in told["parties"]}
    assert parties["A"]["way"] == [{"owner": "X", "owned": "A", "share": parties["A"]["held"]}]
    assert parties["B"]["open"] == [["through"]]


def test_a_row_has_every_column_and_the_way_in_one_cell() -> None:
    made = {row["party"]: row for row in rows(found(LINES, ["X"]))}
    assert all(tuple(row) == COLUMNS for row in made.values())
    assert made["B"]["way"] == "X > A > B"
    assert made["D"]["open"] == "share"
    assert made["X"]["way"] == ""


def test_whether_it_applies_is_unknown_where_reach_or_status_is() -> None:
    def told(name: str, on: date) -> dict[str, bool | None]:
        return {row["party"]: row["applies"] for row in rows(found(LINES, ["X"], name, on))}

    assert told("ofac", date(2026, 11, 1)) == {
        "X": None, "A": True, "B": True, "C": False, "D": None,
    }  # fmt: skip
    assert set(told("bis", date(2026, 11, 1)).values()) == {False}
    assert told("bis", date(2026, 11, 10)) == {
        "X": None, "A": None, "B": None, "C": False, "D": None,
    }  # fmt: skip
