from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.desk.applications import services
from monazite.desk.applications.amended import changes
from monazite.desk.applications.errors import CannotBeFiled, Refused
from monazite.desk.applications.models import Application
from monazite.desk.events.models import Event
from monazite.law.procedure import NotAllowed
from support.offices import complete_draft, filed

if TYPE_CHECKING:
    from support.offices import World

MINOR = {"transport[0].port_of_exit": "Shanghai"}
KEY = {"end_use.use": "Magnets for pumps of washing machines, built at the same plant"}


def stored(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_an_amendment_is_a_clone_with_its_papers(w: World) -> None:
    old = filed(w)
    new = services.amend(w.preparer, old.pk, "page")
    assert (new.state, new.version, new.reference, new.supersedes) == ("draft", 1, None, old)
    assert new.form == old.form
    assert set(new.papers.values_list("sha256", "secret")) == set(
        old.papers.values_list("sha256", "secret")
    )
    assert stored(old).state == "submitted"


def test_the_old_one_ends_when_the_amendment_is_filed(w: World) -> None:
    old = filed(w)
    new = services.amend(w.preparer, old.pk, "page")
    services.save(w.preparer, new.pk, MINOR, 1, "page")
    services.file(w.signatory, new.pk, 2, "page")
    assert stored(old).state == "superseded"
    assert stored(new).state == "submitted"
    assert stored(new).reference != old.reference
    event = Event.objects.filter(aggregate_id=old.pk).latest("seq")
    assert (event.kind, json.loads(event.payload)) == ("superseded", {"by": str(new.pk)})


def test_what_cannot_be_filed_supersedes_nothing(w: World) -> None:
    old = filed(w)
    new = services.amend(w.preparer, old.pk, "page")
    services.save(w.preparer, new.pk, {"lines[0].quantity": "none"}, 1, "page")
    with pytest.raises(CannotBeFiled), transaction.atomic():
        services.file(w.signatory, new.pk, 2, "page")
    assert stored(old).state == "submitted"


def test_the_difference_is_shown_with_its_weight(w: World) -> None:
    new = services.amend(w.preparer, filed(w).pk, "page")
    assert changes(w.preparer, new) == ()
    services.save(w.preparer, new.pk, MINOR | KEY, 1, "page")
    weights = {change.path: change.weight for change in changes(w.preparer, stored(new))}
    assert weights == {"transport[0].port_of_exit": "minor", "end_use.use": "key"}


def test_one_amendment_at_a_time(w: World) -> None:
    old = filed(w)
    new = services.amend(w.preparer, old.pk, "page")
    with pytest.raises(Refused, match="already being written"):
        services.amend(w.signatory, old.pk, "page")
    services.discard(w.preparer, new.pk, "page")
    services.amend(w.signatory, old.pk, "page")


def test_a_draft_is_not_amended(w: World) -> None:
    with pytest.raises(NotAllowed):
        services.amend(w.preparer, complete_draft(w).pk, "page")


def test_what_was_withdrawn_meanwhile_is_not_superseded(w: World) -> None:
    old = filed(w)
    new = services.amend(w.preparer, old.pk, "page")
    services.withdraw(w.signatory, old.pk, "cancelled", "page")
    with pytest.raises(NotAllowed), transaction.atomic():
        services.file(w.signatory, new.pk, 1, "page")
    assert stored(new).state == "draft"
    with pytest.raises(NotAllowed):
        services.amend(w.preparer, old.pk, "page")
