"""What a risk model said stays as it was written, and a risk changes with its event alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Score
from monazite.desk.gate.risk.scoring import score_waiting
from support.flushing import without_triggers
from support.scored import in_force

if TYPE_CHECKING:
    from pathlib import Path

    from support.at_gate import Gate

CHANGES: list[dict[str, object]] = [{"risk": 1}, {"by_item": {}}, {"held": False}, {"model": "x"}]


@pytest.fixture
def score(g: Gate, monkeypatch: pytest.MonkeyPatch) -> Score:
    """Of one that is held because of it."""
    services.lodge(g.declarant, g.document(), "page")
    in_force(monkeypatch, 0.9)
    score_waiting()
    return Score.objects.get()


@pytest.mark.parametrize("values", CHANGES)
@pytest.mark.usefixtures("score")
def test_a_score_is_not_edited(values: dict[str, object]) -> None:
    rows = Score.objects.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows._raw_delete(rows.db)


@pytest.mark.parametrize("values", CHANGES)
@pytest.mark.usefixtures("score")
def test_the_proof_finds_what_was_edited_below_the_site(
    values: dict[str, object], tmp_path: Path
) -> None:
    assert prove(tmp_path, PublicKeys(())).whole
    with without_triggers():
        Score.objects.update(**values)
    assert not prove(tmp_path, PublicKeys(())).whole


@pytest.mark.usefixtures("score")
def test_the_proof_finds_what_was_taken_away(tmp_path: Path) -> None:
    with without_triggers():
        rows = Score.objects.all()
        rows._raw_delete(rows.db)
    assert not prove(tmp_path, PublicKeys(())).whole


@pytest.mark.usefixtures("score")
def test_a_risk_changes_with_its_event_alone(tmp_path: Path) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Declaration.objects.update(risk=1)
    with without_triggers():
        Declaration.objects.update(risk=1)
    assert not prove(tmp_path, PublicKeys(())).whole
