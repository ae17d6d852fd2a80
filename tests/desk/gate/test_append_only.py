from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.models import Act, Declaration, Item, Left
from support.flushing import without_triggers

if TYPE_CHECKING:
    from pathlib import Path

    from django.db import models

    from support.at_gate import Gate


@pytest.fixture
def made(g: Gate) -> Declaration:
    """One that was held, cleared and has left."""
    declaration = services.lodge(g.declarant, g.document(), "page")
    services.hold(g.officer, declaration.pk, "Odd.", "page", seen=None)
    services.clear(g.officer, declaration.pk, "Seen.", "page", seen=None)
    return services.confirm_exit(g.officer, declaration.pk, declaration.day, {}, "page", seen=None)


CHANGES: list[tuple[type[Any], dict[str, Any]]] = [
    (Declaration, {"state": "cleared"}),
    (Declaration, {"said": {}}),
    (Declaration, {"findings": [{}]}),
    (Declaration, {"reference": "another"}),
    (Declaration, {"event_seq": 99}),
    (Declaration, {"exited_on": None}),
    (Item, {"quantity": 1}),
    (Item, {"findings": [{}]}),
    (Left, {"mass_kg": 1}),
    (Act, {"text": "Never said."}),
]


@pytest.mark.parametrize(("model", "values"), CHANGES)
@pytest.mark.usefixtures("made")
def test_what_is_recorded_is_not_edited(model: type[models.Model], values: dict[str, Any]) -> None:
    rows = model._default_manager.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows._raw_delete(rows.db)


@pytest.mark.usefixtures("made")
def test_even_a_step_of_the_chain_does_not_change_what_was_lodged() -> None:
    seq = Declaration.objects.get().event_seq + 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Declaration.objects.update(event_seq=seq, event_head=b"x" * 32, destination="KP")


TAMPERED = [each for each in CHANGES if "event_seq" not in each[1]]


@pytest.mark.parametrize(("model", "values"), TAMPERED)
@pytest.mark.usefixtures("made")
def test_what_was_edited_below_the_site_is_found(
    model: type[models.Model], values: dict[str, Any], tmp_path: Path
) -> None:
    assert prove(tmp_path, PublicKeys(())).whole
    with without_triggers():
        model._default_manager.update(**values)
    assert not prove(tmp_path, PublicKeys(())).whole


@pytest.mark.parametrize("model", [Left, Act])
@pytest.mark.usefixtures("made")
def test_what_was_taken_away_below_the_site_is_found(
    model: type[models.Model], tmp_path: Path
) -> None:
    with without_triggers():
        rows = model._default_manager.all()
        rows._raw_delete(rows.db)
    assert not prove(tmp_path, PublicKeys(())).whole
