"""The worker scores what may leave, and what is too risky waits until somebody has looked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import override_settings

from monazite.desk.events.models import Event
from monazite.desk.gate import services
from monazite.desk.gate.models import Act, Declaration, Score
from monazite.desk.gate.risk import scoring
from monazite.desk.gate.risk.held_model import Held
from monazite.desk.gate.risk.scoring import kept, of_whole, risks, score_waiting, waiting
from monazite.law.procedure import NotAllowed
from support.scored import REASON, in_force

if TYPE_CHECKING:
    from pathlib import Path

    from support.at_gate import Gate


def lodged(g: Gate) -> Declaration:
    return services.lodge(g.declarant, g.document(), "page")


def now(row: Declaration) -> Declaration:
    return Declaration.objects.get(pk=row.pk)


def two_items(g: Gate) -> Declaration:
    """One whose second item is worth less."""
    document = g.document(item_quantity="50", item_mass_kg="50")
    document["items"].append(document["items"][0] | {"value": "1"})
    return services.lodge(g.declarant, document, "page")


def test_without_a_model_nothing_is_scored(g: Gate, tmp_path: Path) -> None:
    row = lodged(g)
    with override_settings(MODEL_ROOT=tmp_path / "model"):
        assert score_waiting() == 0
    assert not Score.objects.exists()
    assert (now(row).risk, now(row).event_seq) == (None, row.event_seq)


def test_what_is_scored_low_stays_cleared(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.4321)
    assert score_waiting() == 1
    assert (now(row).state, now(row).risk) == ("cleared", 43)
    (score,) = Score.objects.all()
    assert (score.number, score.model, score.risk, score.held) == (1, "v1", 43, False)
    assert score.by_item == {"1": {"risk": "0.4321", "reasons": REASON}}
    event = Event.objects.get(aggregate_id=row.pk, kind="scored")
    assert (event.actor, event.via) == (None, "worker")
    assert json.loads(event.payload)["fields"] == {"risk": 43}


def test_what_is_scored_high_is_held_by_nobody(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.6)
    assert score_waiting() == 1
    after = now(row)
    assert (after.state, after.risk, after.cleared_at, after.looked) == ("held", 60, None, "")
    assert after.exit_by == row.exit_by
    assert Score.objects.get().held
    act = Act.objects.get(declaration=row)
    assert (act.kind, act.by, act.text) == ("hold", None, "")
    with pytest.raises(NotAllowed):
        services.confirm_exit(g.officer, row.pk, row.day, {}, "page", seen=None)
    assert g.sums == (100, 0, 1)


def test_the_regime_says_from_which_risk_on(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.594)
    score_waiting()
    assert (now(row).state, now(row).risk) == ("cleared", 59)


def test_each_version_of_the_model_scores_once(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.2)
    assert (score_waiting(), score_waiting()) == (1, 0)
    in_force(monkeypatch, 0.9, "v2")
    assert (score_waiting(), score_waiting()) == (1, 0)
    assert [(s.number, s.model, s.risk, s.held) for s in row.scores.order_by("number")] == [
        (1, "v1", 20, False),
        (2, "v2", 90, True),
    ]
    assert now(row).risk == 90


def test_what_an_officer_cleared_a_newer_model_does_not_hold(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.9)
    score_waiting()
    services.clear(g.officer, row.pk, "Opened: as declared.", "page", seen=None)
    in_force(monkeypatch, 0.95, "v2")
    assert score_waiting() == 1
    assert (now(row).state, now(row).risk) == ("cleared", 95)
    assert not Score.objects.get(model="v2").held


def test_what_an_officer_holds_is_scored_and_not_held_twice(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)
    services.hold(g.officer, row.pk, "Odd.", "page", seen=None)
    in_force(monkeypatch, 0.9)
    assert score_waiting() == 1
    assert (now(row).risk, now(row).looked) == (90, "hold")
    assert Act.objects.filter(declaration=row, kind="hold").count() == 1
    assert not Score.objects.get().held


@pytest.mark.parametrize("changes", [{"destination": "KR"}, {"item_quantity": "5000"}])
def test_what_the_gate_refused_is_not_scored(
    g: Gate, monkeypatch: pytest.MonkeyPatch, changes: dict[str, str]
) -> None:
    row = services.lodge(g.declarant, g.document(**changes), "page")
    in_force(monkeypatch, 0.9)
    assert (row.state, score_waiting()) == ("refused", 0)


def test_what_left_meanwhile_is_skipped(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row, held = lodged(g), Held("v1", in_force(monkeypatch, 0.9))  # type: ignore[arg-type]
    batch = waiting("v1")
    services.confirm_exit(g.officer, row.pk, row.day, {}, "page", seen=None)
    ((read, risk),) = risks(batch, held)
    assert not kept(read, risk, "v1")
    assert (now(row).state, now(row).risk, Score.objects.count()) == ("exited", None, 0)
    assert score_waiting() == 0


def test_of_two_workers_one_scores(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    lodged(g)
    held = Held("v1", in_force(monkeypatch, 0.9))  # type: ignore[arg-type]
    reads = [list(risks(waiting("v1"), held)) for _ in range(2)]
    assert [kept(row, risk, "v1") for ((row, risk),) in reads] == [True, False]
    assert Score.objects.count() == 1


def test_the_score_is_not_kept_where_the_hold_fails(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.9)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(scoring, "step", fails)
    assert score_waiting() == 0
    assert (now(row).event_seq, now(row).risk, Score.objects.count()) == (row.event_seq, None, 0)


def test_one_that_takes_its_place_takes_over_the_risk(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lodged(g)
    in_force(monkeypatch, 0.9)
    score_waiting()
    made = services.amend(g.declarant, row.pk, g.document(remarks="Again."), "page")
    assert (made.state, made.risk) == ("held", 90)
    assert "risk.high" in {found["code"] for found in made.findings}
    assert not made.scores.exists()


def test_the_riskiest_item_speaks_for_the_whole(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    row = two_items(g)
    in_force(monkeypatch, lambda cells: 0.8 if cells["value"] == "1" else 0.1)
    assert score_waiting() == 1
    assert now(row).risk == 80
    score = Score.objects.get()
    assert {number: one["risk"] for number, one in score.by_item.items()} == {
        "1": "0.1000",
        "2": "0.8000",
    }


def test_many_are_asked_about_in_few_batches(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        services.lodge(g.declarant, g.document(item_quantity="1", item_mass_kg="1"), "page")
    model = in_force(monkeypatch, 0.1)
    monkeypatch.setattr(scoring, "MOST", 2)
    assert score_waiting() == 5
    assert model.asked == [2, 2, 1]


def test_what_nobody_scored_comes_first(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lodged(g)
    in_force(monkeypatch, 0.1)
    score_waiting()
    second = lodged(g)
    assert [row.pk for row in waiting("v2")] == [second.pk, first.pk]


@pytest.mark.parametrize(
    ("shares", "whole"),
    [(["0.0000"], 0), (["1.0000"], 100), (["0.5950"], 60), (["0.6050"], 60), (["0.1", "0.7"], 70)],
)
def test_shares_become_whole_numbers_half_to_even(shares: list[str], whole: int) -> None:
    assert of_whole({str(n): {"risk": share} for n, share in enumerate(shares, 1)}) == whole
