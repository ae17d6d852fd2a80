from __future__ import annotations

from datetime import date

import pytest

from monazite.law.status import AMBIGUOUS, IN_FORCE, NOT_YET, SUSPENDED
from monazite.law.store import load
from monazite.watch.ownership.effect import applies, effect
from monazite.watch.ownership.rules import rule

KNOWN = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "on", "known", "state", "works"),
    [
        ("bis", date(2025, 9, 28), KNOWN, NOT_YET, False),
        ("bis", date(2025, 9, 29), KNOWN, IN_FORCE, True),
        ("bis", date(2026, 11, 9), KNOWN, SUSPENDED, False),
        ("bis", date(2026, 11, 10), KNOWN, AMBIGUOUS, None),
        ("bis", date(2026, 11, 10), date(2025, 10, 1), IN_FORCE, True),
        ("cn-61", date(2025, 10, 9), KNOWN, IN_FORCE, True),
        ("cn-61", date(2026, 11, 10), KNOWN, SUSPENDED, False),
        ("cn-61", date(2026, 11, 11), KNOWN, AMBIGUOUS, None),
        ("ofac", date(2008, 2, 13), KNOWN, NOT_YET, False),
        ("ofac", date(2008, 2, 14), KNOWN, IN_FORCE, True),
        ("ofac", date(2020, 1, 1), date(2007, 1, 1), NOT_YET, False),
    ],
)
def test_whether_a_rule_works_is_a_function_of_the_day_and_of_what_was_published(
    name: str, on: date, known: date, state: str, works: bool | None
) -> None:
    found = effect(rule(name), on, known, load())
    assert found.state == state
    assert applies(found) is works


def test_what_is_open_has_both_readings() -> None:
    found = effect(rule("cn-61"), date(2026, 11, 20), KNOWN, load())
    assert [one.state for one in found.readings] == [IN_FORCE, SUSPENDED]
