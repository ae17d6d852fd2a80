"""Who looked before a score still acts after it, unless the goods were held because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.risk.scoring import score_waiting
from monazite.desk.gate.services.held import held
from support.scored import in_force

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.at_gate import Gate

TEXT = "As was said."


def lodged(g: Gate) -> Declaration:
    return services.lodge(g.declarant, g.document(), "page")


def score(monkeypatch: pytest.MonkeyPatch, risk: float, version: str = "v1") -> None:
    in_force(monkeypatch, risk, version)
    assert score_waiting() == 1


def cancel(g: Gate, row: Declaration, seen: int) -> Declaration:
    return services.cancel(g.declarant, row.pk, TEXT, "api", seen=seen)


def clear(g: Gate, row: Declaration, seen: int) -> Declaration:
    return services.clear(g.officer, row.pk, TEXT, "page", seen=seen)


def test_a_declarant_cancels_after_scores_that_held_nothing(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)
    score(monkeypatch, 0.1)
    score(monkeypatch, 0.2, "v2")
    assert cancel(g, row, row.event_seq).state == "cancelled"
    assert g.sums[0] == 0


def test_an_officer_clears_after_a_score_that_held_nothing(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = services.hold(g.officer, lodged(g).pk, "Odd.", "page", seen=None)
    score(monkeypatch, 0.9)
    after = clear(g, row, row.event_seq)
    assert (after.state, after.risk, after.event_seq) == ("cleared", 90, row.event_seq + 2)


@pytest.mark.parametrize("act", [cancel, clear])
def test_both_look_again_after_a_score_that_held(
    g: Gate, monkeypatch: pytest.MonkeyPatch, act: Callable[[Gate, Declaration, int], Declaration]
) -> None:
    row = lodged(g)
    score(monkeypatch, 0.9)
    with pytest.raises(ChangedMeanwhile):
        act(g, row, row.event_seq)
    after = Declaration.objects.get(pk=row.pk)
    assert (after.state, after.event_seq) == ("held", row.event_seq + 2)
    assert g.sums[0] == 100


def test_a_step_between_two_scores_is_a_reason_to_look_again(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)
    score(monkeypatch, 0.1)
    services.hold(g.officer, row.pk, "Odd.", "page", seen=row.event_seq)
    score(monkeypatch, 0.2, "v2")
    with pytest.raises(ChangedMeanwhile):
        cancel(g, row, row.event_seq)


def test_nobody_looked_at_what_is_still_to_come(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row = lodged(g)
    score(monkeypatch, 0.1)
    with pytest.raises(ChangedMeanwhile):
        cancel(g, row, row.event_seq + 2)


def test_events_are_read_only_where_the_numbers_differ(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)

    def read(seen: int | None) -> int:
        with CaptureQueriesContext(connection) as queries:
            held(g.officer, row.pk, "declaration.work", seen)
        return len(queries)

    read(None)  # what the person may do is read once
    usual = read(None)
    assert read(row.event_seq) == usual
    score(monkeypatch, 0.1)
    assert read(row.event_seq) == usual + 1
