"""A declaration that cannot be scored is passed over; it keeps nobody else waiting."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING, Any

import pytest
from django.db import OperationalError

from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Score
from monazite.desk.gate.risk import scoring
from monazite.desk.gate.risk.scoring import score_waiting, waiting
from support.scored import in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from support.at_gate import Gate

BAD = "2"
"""How many kilograms the one declares that cannot be taken."""


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has passed over nothing."""
    monkeypatch.setattr(scoring, "_PASSED", scoring.PassedOver())


@pytest.fixture
def rows(g: Gate) -> list[Declaration]:
    """Three; the model or the gate cannot take the oldest."""
    made = [g.document(item_quantity=kg, item_mass_kg=kg) for kg in (BAD, "3", "4")]
    return [services.lodge(g.declarant, document, "page") for document in made]


def refuses(cells: Mapping[str, str]) -> float:
    """A model that cannot take such a row, and so refuses a whole batch."""
    if cells["mass_kg"] == BAD:
        raise ValueError("no such mass")
    return 0.1


def says_nothing(cells: Mapping[str, str]) -> float:
    """A model that answers with no number."""
    return math.nan if cells["mass_kg"] == BAD else 0.1


def says_too_much(cells: Mapping[str, str]) -> float:
    """A model whose answer cannot be kept."""
    return 1.5 if cells["mass_kg"] == BAD else 0.1


def fails_for_the_bad(
    monkeypatch: pytest.MonkeyPatch, name: str, error: Exception
) -> list[Declaration]:
    """Let a function of scoring fail for the bad one; which declarations it was called for."""
    real: Callable[..., Any] = getattr(scoring, name)
    called: list[Declaration] = []

    def fails(row: Declaration, *rest: Any) -> Any:
        called.append(row)
        if row.said["items"][0]["mass_kg"] == BAD:
            raise error
        return real(row, *rest)

    monkeypatch.setattr(scoring, name, fails)
    return called


def scored(rows: list[Declaration]) -> list[bool]:
    return [Score.objects.filter(declaration=row).exists() for row in rows]


@pytest.mark.parametrize("model", [refuses, says_nothing, says_too_much])
def test_the_model_fails_for_one_and_scores_the_others(
    rows: list[Declaration], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    model: Callable[[Mapping[str, str]], float],
) -> None:  # fmt: skip
    in_force(monkeypatch, model)
    with caplog.at_level(logging.WARNING, "monazite.desk.worker"):
        assert [score_waiting() for _ in range(3)] == [2, 0, 0]
    assert scored(rows) == [False, True, True]
    (message,) = caplog.messages
    assert rows[0].number in message
    assert "v1" in message
    before = rows[0].event_seq
    rows[0].refresh_from_db()
    assert (rows[0].risk, rows[0].event_seq, rows[0].state) == (None, before, "cleared")


@pytest.mark.parametrize("name", ["checked_again", "_hold"])
def test_the_gate_fails_for_one_and_holds_the_others(
    rows: list[Declaration], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    name: str,
) -> None:  # fmt: skip
    in_force(monkeypatch, 0.9)
    called = fails_for_the_bad(monkeypatch, name, KeyError("no such list"))
    with caplog.at_level(logging.WARNING, "monazite.desk.worker"):
        assert [score_waiting() for _ in range(3)] == [2, 0, 0]
    assert scored(rows) == [False, True, True]
    assert [row.pk for row in called] == [row.pk for row in rows]
    assert len(caplog.messages) == 1


def test_it_is_neither_asked_about_again_nor_in_the_way_of_a_full_batch(
    rows: list[Declaration], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "MOST", 1)
    model = in_force(monkeypatch, says_nothing)
    assert score_waiting() == 2
    assert model.asked == [1, 1, 1]
    assert waiting("v1") == []
    assert scored(rows) == [False, True, True]


def test_another_version_is_asked_about_it(
    rows: list[Declaration], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    in_force(monkeypatch, refuses)
    assert score_waiting() == 2
    with caplog.at_level(logging.WARNING, "monazite.desk.worker"):
        caplog.clear()
        in_force(monkeypatch, refuses, "v2")
        assert score_waiting() == 2
    (message,) = caplog.messages
    assert "v2" in message
    in_force(monkeypatch, 0.2, "v3")
    assert score_waiting() == 3
    assert scored(rows) == [True] * 3


@pytest.mark.parametrize("error", [OperationalError("database is locked"), OSError("no such file")])
@pytest.mark.parametrize("name", ["checked_again", "of_whole"])
def test_a_fault_of_what_lies_around_passes_over_nobody(
    rows: list[Declaration], monkeypatch: pytest.MonkeyPatch, name: str, error: Exception
) -> None:
    in_force(monkeypatch, 0.9)

    def fails(*_: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(scoring, name, fails)
        with pytest.raises(type(error)):
            score_waiting()
    assert scored(rows) == [False] * 3
    assert score_waiting() == 3
