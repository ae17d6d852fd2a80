from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.models import Change, Licence, LicenceLine, Movement, Order
from support.flushing import without_triggers
from support.licences import issued
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from django.db import models

    from support.offices import World


@pytest.fixture
def licence(w: World) -> Licence:
    """A licence with a change that is written and an order that was signed."""
    made, officer = issued(w), person(w.licensing, "licensing_officer")
    services.change(w.preparer, made.pk, "page")
    order = services.propose_order(officer, made.pk, "suspend", ["end_use"], "Why.", "page")
    services.sign_order(w.chief, order.pk, "page")
    return Licence.objects.get(pk=made.pk)


CHANGES: list[tuple[type[Any], dict[str, Any]]] = [
    (Licence, {"number": "CN-L-2026-000009"}),
    (Licence, {"terms": {}}),
    (Licence, {"suspended_since": None}),
    (Licence, {"event_seq": 9}),
    (LicenceLine, {"quantity": 99999}),
    (LicenceLine, {"used_quantity": 1}),
    (Movement, {"quantity": 1}),
    (Order, {"text": "Another reason."}),
    (Order, {"state": "sent_back"}),
    (Change, {"opened_at": timezone.now()}),
]


@pytest.mark.parametrize(("model", "values"), CHANGES)
@pytest.mark.usefixtures("licence")
def test_what_is_recorded_is_not_edited(model: type[models.Model], values: dict[str, Any]) -> None:
    rows = model._default_manager.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows._raw_delete(rows.db)


@pytest.mark.usefixtures("licence")
def test_even_a_step_of_the_chain_does_not_change_what_was_granted() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Licence.objects.update(event_seq=99, event_head=b"x" * 32, check_code="AAAAA")


TAMPERED: list[tuple[type[Any], dict[str, Any]]] = [
    (Licence, {"ended": "", "suspended_since": None}),
    (Licence, {"check_code": "AAAAA"}),
    (Licence, {"conditions": []}),
    (Licence, {"terms": {}}),
    (LicenceLine, {"quantity": 99999}),
    (LicenceLine, {"used_quantity": 1}),
    (Movement, {"quantity": 1}),
    (Order, {"text": "Another reason."}),
    (Change, {"ended": "granted", "ended_at": timezone.now()}),
]


@pytest.mark.parametrize(("model", "values"), TAMPERED)
@pytest.mark.usefixtures("licence")
def test_what_was_edited_below_the_site_is_found(
    model: type[models.Model], values: dict[str, Any], tmp_path: Path
) -> None:
    assert prove(tmp_path, PublicKeys(())).whole
    with without_triggers():
        model._default_manager.update(**values)
    assert not prove(tmp_path, PublicKeys(())).whole
