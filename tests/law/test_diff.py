from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.law.diff import changes, ending
from monazite.law.status import status

if TYPE_CHECKING:
    from monazite.law.diff import Change
    from monazite.law.law import Law

ONE_DAY = timedelta(days=1)


def told(law: Law, first: str, last: str, known: str | None = None) -> list[Change]:
    day = date.fromisoformat(known) if known else law.compiled
    return list(changes(law, date.fromisoformat(first), date.fromisoformat(last), day))


@pytest.mark.parametrize("known", ["2025-11-08", "2026-11-22"])
def test_changes_are_those_that_status_shows_day_by_day(law: Law, known: str) -> None:
    first, last, by = date(2025, 10, 1), date(2025, 11, 30), date.fromisoformat(known)
    expected = set()
    for name in law.measures:
        day = first
        while day <= last:
            before = status(law, name, day - ONE_DAY, by).state
            after = status(law, name, day, by).state
            if before != after:
                expected.add((day, name, before, after))
            day += ONE_DAY
    found = changes(law, first, last, by)
    whole = [c for c in found if c.limb is None and c.item is None]
    assert {(c.day, c.measure, c.before, c.after) for c in whole} == expected
    assert len(whole) == len(expected)
    assert [c.day for c in found] == sorted(c.day for c in found)


def test_both_ends_are_included(law: Law) -> None:
    assert "CN-2025-18" in {c.measure for c in told(law, "2025-04-04", "2025-04-04")}
    assert "CN-2025-18" not in {c.measure for c in told(law, "2025-04-05", "2025-04-09")}


def test_a_suspension_names_the_announcement_in_both_languages(law: Law) -> None:
    change = next(c for c in told(law, "2025-11-09", "2025-11-09") if c.measure == "CN-2024-46-P2")
    assert (change.before, change.after) == ("in_force", "suspended")
    assert "No. 72 of 2025" in change.because["en"]
    assert "2025年第72号" in change.because["zh"]


def test_its_end_leaves_the_measure_ambiguous_and_says_why(law: Law) -> None:
    change = next(c for c in told(law, "2026-11-28", "2026-11-28") if c.measure == "CN-2024-46-P2")
    assert (change.before, change.after) == ("suspended", "ambiguous")
    assert "2026-11-27" in change.because["en"]


@pytest.mark.parametrize(
    ("day", "measure", "because"),
    [
        ("2024-12-01", "CN-2023-23", "replaced by Announcement No. 51 of 2024"),
        ("2024-12-01", "CN-2024-51", "first day of Announcement No. 51 of 2024"),
        ("2025-08-12", "CN-2025-22-EL", "ended by MOFCOM spokesman, 12 August 2025"),
        ("2026-01-01", "RU-URANIUM-US-2024", "last day was 2025-12-31: Resolution of 15 Nov 2024"),
    ],
)
def test_starts_and_ends_have_their_cause(law: Law, day: str, measure: str, because: str) -> None:
    change = next(c for c in told(law, day, day) if c.measure == measure)
    assert change.because["en"] == because


def test_a_limb_with_its_own_start_is_told_where_the_measure_does_not_so_change(law: Law) -> None:
    found = [c for c in told(law, "2025-10-01", "2026-12-31") if c.measure == "CN-2025-61"]
    assert [(c.day.isoformat(), c.limb, c.after) for c in found] == [
        ("2025-10-09", None, "in_force"),
        ("2025-11-07", None, "suspended"),
        ("2025-11-07", "1(1)", "suspended"),
        ("2025-11-07", "1(2)", "suspended"),
        ("2026-11-11", None, "ambiguous"),
    ]


def test_before_the_suspension_was_known_the_limb_starts_on_its_own_day(law: Law) -> None:
    found = told(law, "2025-12-01", "2025-12-01", known="2025-11-01")
    assert {(c.limb, c.before, c.after) for c in found if c.measure == "CN-2025-61"} == {
        ("1(1)", "not_yet", "in_force"),
        ("1(2)", "not_yet", "in_force"),
    }


def test_items_with_their_own_days_are_told(law: Law) -> None:
    found = {c.item: c for c in told(law, "2026-01-01", "2026-01-01") if c.item}
    assert (found["VN-REE-ORE.02"].before, found["VN-REE-ORE.02"].after) == ("not_yet", "in_force")
    assert found["KZ-2025.02"].after == "ended"


def test_what_was_not_published_by_then_does_not_change(law: Law) -> None:
    found = told(law, "2025-11-01", "2025-11-30", known="2025-11-05")
    assert {c.after for c in found if c.measure == "CN-2025-57"} == {"in_force"}
    assert not [c for c in found if c.measure == "CN-2025-70"]


def test_what_runs_out_soon_with_the_days_left(law: Law) -> None:
    found = {e.relation: e for e in ending(law, date(2026, 11, 22), 30, law.compiled)}
    assert found.keys() == {"REL-020"}
    one = found["REL-020"]
    assert (one.measure, one.until, one.days_left) == ("CN-2024-46-P2", date(2026, 11, 27), 5)
    assert one.official
    assert "72" in one.by["en"]
    assert "72" in one.by["zh"]


def test_the_last_day_itself_still_counts(law: Law) -> None:
    assert ending(law, date(2026, 11, 27), 0, law.compiled)[0].days_left == 0
    assert not ending(law, date(2026, 11, 28), 0, law.compiled)


def test_a_reported_extension_runs_out_unofficially(law: Law) -> None:
    found = ending(law, date(2026, 12, 1), 90, law.compiled)
    assert {e.official for e in found} == {False}
    assert {e.until for e in found} == {date(2027, 1, 10)}
    assert "CN-2025-57" in {e.measure for e in found}


def test_a_suspension_that_is_known_to_go_on_does_not_end(law: Law) -> None:
    on = date(2025, 8, 1)
    before = {e.measure for e in ending(law, on, 30, date(2025, 8, 11))}
    after = {e.measure for e in ending(law, on, 30, date(2025, 8, 12))}
    assert "CN-2025-21-EL" in before
    assert "CN-2025-21-EL" not in after
    assert [e.until for e in ending(law, date(2026, 11, 1), 90, law.compiled)] == sorted(
        e.until for e in ending(law, date(2026, 11, 1), 90, law.compiled)
    )
