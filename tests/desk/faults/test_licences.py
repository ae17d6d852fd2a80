"""Whatever fails between any two steps about a licence: all of it is done, or nothing."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.utils import timezone

from monazite.desk.applications import services as filing
from monazite.desk.applications.models import Application
from monazite.desk.events.append import Who
from monazite.desk.licences import services
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.snapshot import Signed
from monazite.ledger.movements import Movement as Entry
from support.faults import interrupted, killed_after, raised_after
from support.licences import issued, terms_for
from support.offices import filed, person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.offices import World

    Act = Callable[[], object]

pytestmark = pytest.mark.slow  # faults are injected in make test-all

MINOR = {"transport[0].port_of_exit": "Shanghai"}
GATE = Who(None, "api")


def _issuing(w: World, application: Application) -> Act:
    """The licence as a signature issues it, in the transaction of `once`."""
    signed = [Signed(w.reviewer, timezone.now()), Signed(w.chief, timezone.now())]
    terms, decision, who = terms_for(application), uuid.uuid4(), Who(w.chief.pk, "page")
    found = Application.objects.select_related("organisation")
    return lambda: services.issue(
        found.get(pk=application.pk), decision, terms, ["Report."], who, signed
    )


def _asked(w: World, licence: Licence) -> Application:
    draft = services.change(w.preparer, licence.pk, "page")
    filing.save(w.preparer, draft.pk, MINOR, draft.version, "page")
    return Application.objects.get(pk=draft.pk)


def _issue(w: World) -> Act:
    return _issuing(w, filed(w))


def _change(w: World) -> Act:
    licence = issued(w)
    return lambda: services.change(w.preparer, licence.pk, "page")


def _file_change(w: World) -> Act:
    draft = _asked(w, issued(w))
    return lambda: filing.file(w.signatory, draft.pk, draft.version, "page")


def _grant_change(w: World) -> Act:
    licence = issued(w, uses_max=2, controlled_by="quantity", quantity=Decimal(1800))
    line = LicenceLine.objects.get(licence=licence)
    services.reserve(line.pk, Decimal(9), Decimal(), licence.valid_from, "a", GATE)
    services.reserve(line.pk, Decimal(1), Decimal(), licence.valid_from, "b", GATE)
    services.post(line.pk, Decimal(9), Decimal(), licence.valid_from, "c", GATE)
    draft = _asked(w, licence)
    filing.file(w.signatory, draft.pk, draft.version, "page")
    services.move(line.pk, Entry("void", Decimal(1), Decimal(), 1, licence.valid_from),
                  "d", GATE)  # fmt: skip
    return _issuing(w, draft)


def _grant_change_of_a_suspended_one(w: World) -> Act:
    licence, officer = issued(w), person(w.licensing, "licensing_officer")
    order = services.propose_order(officer, licence.pk, "suspend", ["end_use"], "Why.", "page")
    services.sign_order(w.chief, order.pk, "page")
    draft = _asked(w, licence)
    filing.file(w.signatory, draft.pk, draft.version, "page")
    return _issuing(w, draft)


def _reopen_change(w: World) -> Act:
    """The change is reopened as a chief reopens its case, in the transaction of `once`."""
    draft = _asked(w, issued(w))
    filing.file(w.signatory, draft.pk, draft.version, "page")
    who = Who(w.chief.pk, "page")
    with transaction.atomic():
        services.ended_change(draft, "refused", who)

    def act() -> object:
        services.reopened_change(draft, who)
        return True

    return act


def _sign_order(w: World) -> Act:
    licence, officer = issued(w), person(w.licensing, "licensing_officer")
    order = services.propose_order(officer, licence.pk, "suspend", ["end_use"], "Why.", "page")
    return lambda: services.sign_order(w.chief, order.pk, "page")


def _surrender(w: World) -> Act:
    licence = issued(w)
    return lambda: services.surrender(w.signatory, licence.pk, "Not needed.", "page")


def _post(w: World) -> Act:
    """The one export of a single licence, which completes it."""
    licence = issued(w)
    line = LicenceLine.objects.get(licence=licence)
    services.reserve(line.pk, Decimal(9), Decimal(), licence.valid_from, "a", GATE)
    return lambda: services.post(line.pk, Decimal(9), Decimal(), licence.valid_from, "b", GATE)


SERVICES = {
    each.__name__.strip("_"): each
    for each in (
        _issue,
        _change,
        _file_change,
        _grant_change,
        _sign_order,
        _surrender,
        _post,
        _grant_change_of_a_suspended_one,
        _reopen_change,
    )
}


@pytest.mark.parametrize("name", SERVICES)
def test_an_error_leaves_nothing_and_the_same_key_succeeds_later(
    name: str, w: World, tmp_path: Path
) -> None:
    assert interrupted(w.signatory, SERVICES[name](w), raised_after, tmp_path) > 4


@pytest.mark.parametrize("name", SERVICES)
def test_a_process_that_dies_leaves_nothing_and_the_same_key_succeeds_later(
    name: str, w: World, tmp_path: Path
) -> None:
    assert interrupted(w.signatory, SERVICES[name](w), killed_after, tmp_path) > 4
