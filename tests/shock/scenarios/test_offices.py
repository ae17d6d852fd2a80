from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from monazite.shock.model.model import Good
from monazite.shock.scenarios.offices import STATUTORY, Handled, Part, Parts, handled
from support.shock_scenarios import held, run_of, said

DAY, MAGNET = date(2025, 3, 12), Good("NdFeB-heavy", "magnet")
ENTRY = "{group: %s, measures: [%s], from: 2025-03-10, review_weeks: %s, granted: %s}"
LAW, TRACE = ENTRY % ("mofcom", "CN-2025-18", 9, 0.8), ENTRY % ("paris", "content", 2, 0)
RULE = (
    "beyond: [{id: content, goods: [magnets], containing: [magnets], of: [CN], at_least: 0.1 %, "
    "from: 2025-03-10}]\n"
)
OWN = "licences: [{id: own, goods: [magnets], origins: [JP], from: 2025-03-10}]\nweeks: 4\n"


def by(entries: list[str], parts: Parts) -> Handled:
    friction = said(RULE + f"friction: [{', '.join(entries)}]").friction
    return handled(friction, parts, MAGNET, "DEU", {}, DAY)


def a(measure: str, share: float) -> Part:
    return Part(frozenset({measure}), share)


@pytest.mark.parametrize("law_first", [True, False])
def test_a_trace_of_another_measure_refuses_no_more_than_itself(law_first: bool) -> None:
    entries = [LAW, TRACE] if law_first else [TRACE, LAW]
    found = by(entries, Parts((a("CN-2025-18", 1.0),), (a("content", 1e-4),)))
    assert found.granted == pytest.approx(0.8 * (1 - 1e-4))
    assert entries[found.entry] == LAW
    assert found.others == {0, 1}


def test_a_trace_does_not_speak_for_a_measure_that_nothing_is_said_of() -> None:
    found = by([TRACE], Parts((a("CN-2025-18", 1.0),), (a("content", 1e-4),)))
    assert (found.entry, *found.unsaid) == (STATUTORY, "CN-2025-18")
    assert found.granted == pytest.approx(1 - 1e-4)


def test_a_file_under_two_measures_needs_leave_under_both() -> None:
    for entries in ([LAW, TRACE], [TRACE, LAW]):
        found = by(entries, Parts((a("CN-2025-18", 1.0),), (a("content", 1.0),)))
        # Of parts alike the slower office counts.
        assert (found.granted, entries[found.entry]) == (0, LAW)


def test_parts_of_the_law_that_share_no_file_count_by_their_size() -> None:
    found = by([LAW], Parts((a("CN-2025-18", 0.3), a("CN-2025-57", 0.5)), ()))
    assert found.granted == pytest.approx((0.3 * 0.8 + 0.5) / 0.8)
    assert found.sure == pytest.approx(0.3 / 0.8)
    assert found.entry == STATUTORY


def test_where_a_file_is_under_two_at_once_the_last_entry_that_names_either_holds() -> None:
    both = Part(frozenset({"CN-2025-18", "CN-2025-57"}), 1.0)
    last = ENTRY % ("b", "CN-2025-57", 4, 0.25)
    found = by([LAW, last], Parts((both,), ()))
    assert (found.entry, found.granted) == (1, 0.25)


@pytest.mark.parametrize("own_first", [True, False])
def test_what_holds_most_of_a_route_sets_the_pace_whatever_the_order(own_first: bool) -> None:
    own = ENTRY % ("tokyo", "own", 6, 0.9)
    entries = [own, TRACE] if own_first else [TRACE, own]
    found = run_of(RULE + OWN + f"friction: [{', '.join(entries)}]")
    # Two thirds of the magnets on Japan's market are China's own: 90 % of the rest is granted.
    assert held(found, "/".join(MAGNET), "DEU", "granted", source="JPN")[1] == pytest.approx(0.3)
    assert found.queues == ("tokyo",)
    assert np.unique(found.schedule.groups.review[-1]) == pytest.approx([6])
    assert not [one for one in found.notes if one.code in {"idle", "statutory"}]
