from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.law.status import status

if TYPE_CHECKING:
    from monazite.law.law import Law


def state(
    law: Law, measure: str, on: str, known: str | None = None, limb: str | None = None
) -> str:
    day = date.fromisoformat(known) if known else law.compiled
    return status(law, measure, date.fromisoformat(on), day, limb).state


def test_a_suspension_includes_its_last_day_and_then_leaves_two_readings(law: Law) -> None:
    assert state(law, "CN-2024-46-P2", "2025-11-08") == "in_force"
    assert state(law, "CN-2024-46-P2", "2025-11-09") == "suspended"
    assert state(law, "CN-2024-46-P2", "2026-11-27") == "suspended"
    assert state(law, "CN-2024-46-P2", "2026-11-28") == "ambiguous"


def test_both_readings_carry_their_source(law: Law) -> None:
    found = status(law, "CN-2025-57", date(2026, 11, 11), law.compiled)
    assert [r.name for r in found.readings] == ["revived", "still suspended"]
    assert all(r.source and r.because and r.because_zh for r in found.readings)
    assert found.operated is False


def test_an_end_whose_sequel_was_not_yet_published_is_open(law: Law) -> None:
    # On 11 August 2025 nobody could read the announcement of the 12th.
    assert state(law, "CN-2025-21-EL", "2025-08-12", known="2025-08-11") == "ambiguous"
    assert state(law, "CN-2025-21-EL", "2025-08-12") == "suspended"


def test_an_end_that_a_later_text_brought_is_not_known_before_it(law: Law) -> None:
    assert state(law, "CN-2025-13-EL", "2025-11-10") == "ended"
    assert state(law, "CN-2025-13-EL", "2025-11-10", known="2025-11-05") == "in_force"


def test_a_measure_published_later_does_not_exist(law: Law) -> None:
    found = status(law, "CN-2025-18", date(2025, 6, 1), date(2025, 4, 3))
    assert (found.state, found.published) == ("not_yet", False)


def test_limbs_have_their_own_first_days(law: Law) -> None:
    assert state(law, "CN-2025-61", "2025-10-20", limb="1(3)") == "in_force"
    assert state(law, "CN-2025-61", "2025-10-20", limb="1(1)") == "not_yet"
    assert state(law, "CN-2025-61", "2025-12-15", limb="1(1)") == "suspended"


def test_what_was_suspended_before_its_first_day_did_not_operate(law: Law) -> None:
    found = status(law, "CN-2025-57", date(2025, 11, 8), law.compiled)
    assert (found.state, found.operated) == ("suspended", False)
    assert status(law, "CN-2025-61", date(2025, 11, 8), law.compiled).operated is True


def test_a_start_that_is_not_established_is_unknown(law: Law) -> None:
    assert state(law, "KG-SCRAP", "2025-06-01") == "unknown"


def test_states_change_only_on_days_the_texts_name(law: Law) -> None:
    changes = []
    day = date(2025, 10, 1)
    while day < date(2026, 12, 31):
        if state(law, "CN-2025-61", day.isoformat()) != state(
            law, "CN-2025-61", (day - timedelta(days=1)).isoformat()
        ):
            changes.append(day.isoformat())
        day += timedelta(days=1)
    assert changes == ["2025-10-09", "2025-11-07", "2026-11-11"]


def test_an_unknown_id_names_the_nearest(law: Law) -> None:
    with pytest.raises(InputError, match="did you mean 'CN-2025-"):
        state(law, "CN-2025-81", "2025-06-01")
    with pytest.raises(InputError, match=r"an id from `law list`$"):
        state(law, "XX", "2025-06-01")
    with pytest.raises(InputError, match=r"1\(1\)"):
        state(law, "CN-2025-61", "2025-06-01", limb="9")
