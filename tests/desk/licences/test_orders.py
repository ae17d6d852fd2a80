from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence, Movement, Order
from monazite.desk.licences.standing import standing
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.flushing import without_triggers
from support.licences import issued
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.people.models import Person
    from support.offices import World

WHY = "The end user does not answer."


@pytest.fixture
def officer(w: World) -> Person:
    return person(w.licensing, "licensing_officer")


def now(licence: Licence) -> Licence:
    return Licence.objects.get(pk=licence.pk)


def ordered(officer: Person, w: World, licence: Licence, kind: str) -> Order:
    """An order that stands: proposed by the officer, signed by the chief."""
    grounds = [] if kind == "restore" else ["end_use"]
    order = services.propose_order(officer, licence.pk, kind, grounds, WHY, "page")
    return services.sign_order(w.chief, order.pk, "page")


def test_a_suspension_binds_when_it_is_signed_and_not_before(w: World, officer: Person) -> None:
    licence = issued(w)
    order = services.propose_order(officer, licence.pk, "suspend", ["end_use"], WHY, "page")
    assert standing(now(licence)).usable
    services.sign_order(w.chief, order.pk, "page")
    assert standing(now(licence)).state == "suspended"
    ordered(officer, w, licence, "restore")
    assert standing(now(licence)).usable


def test_what_is_revoked_stays_so(w: World, officer: Person, tmp_path: Path) -> None:
    licence = issued(w)
    ordered(officer, w, licence, "revoke")
    assert standing(now(licence)).state == "revoked"
    with pytest.raises(Refused, match="has ended"):
        services.propose_order(officer, licence.pk, "suspend", ["end_use"], WHY, "page")
    assert prove(tmp_path, PublicKeys(())).whole


def test_nobody_signs_their_own_order(w: World, officer: Person) -> None:
    order = services.propose_order(officer, issued(w).pk, "revoke", ["end_use"], WHY, "page")
    with pytest.raises(Refused, match="does not sign it"):
        services.sign_order(officer, order.pk, "page")
    with without_triggers(), pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(
            signer=officer, signed_at=order.proposed_at, state="standing"
        )


def test_an_order_names_grounds_of_the_law(w: World, officer: Person) -> None:
    licence = issued(w)
    with pytest.raises(Refused, match="at least one ground"):
        services.propose_order(officer, licence.pk, "suspend", [], WHY, "page")
    with pytest.raises(InputError):
        services.propose_order(officer, licence.pk, "suspend", ["a whim"], WHY, "page")
    with pytest.raises(InputError):
        services.propose_order(officer, licence.pk, "suspend", ["end_use"], "  ", "page")


def test_what_is_sent_back_changes_nothing(w: World, officer: Person, tmp_path: Path) -> None:
    licence = issued(w)
    order = services.propose_order(officer, licence.pk, "revoke", ["end_use"], WHY, "page")
    services.send_back_order(w.chief, order.pk, "Ask the end user once more.", "page")
    assert standing(now(licence)).usable
    with pytest.raises(Refused, match="meanwhile"):
        services.sign_order(w.chief, order.pk, "page")
    assert prove(tmp_path, PublicKeys(())).whole


def test_one_order_waits_at_a_time_and_fits_the_state(w: World, officer: Person) -> None:
    licence = issued(w)
    with pytest.raises(Refused, match="not suspended"):
        services.propose_order(officer, licence.pk, "restore", [], WHY, "page")
    services.propose_order(officer, licence.pk, "suspend", ["end_use"], WHY, "page")
    with pytest.raises(Refused, match="waits for a signature"):
        services.propose_order(w.chief, licence.pk, "revoke", ["end_use"], WHY, "page")


def test_others_than_the_deciding_office_order_nothing(w: World) -> None:
    licence = issued(w)
    for each in (w.signatory, w.intake_officer, w.stranger):
        with pytest.raises(Forbidden):
            services.propose_order(each, licence.pk, "revoke", ["end_use"], WHY, "page")


def test_what_is_handed_back_ends_with_what_is_left(w: World, tmp_path: Path) -> None:
    licence = issued(w)
    services.surrender(w.signatory, licence.pk, "The contract was cancelled.", "page")
    assert standing(now(licence)).state == "surrendered"
    last = Movement.objects.filter(line__licence=licence).latest("number")
    assert (last.kind, last.quantity) == ("surrender", 1800)
    assert balance_of(last.line).quantity.left == 0
    with pytest.raises(Refused, match="has ended"):
        services.surrender(w.signatory, licence.pk, "Again.", "page")
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_preparer_does_not_hand_back(w: World) -> None:
    with pytest.raises(Forbidden):
        services.surrender(w.preparer, issued(w).pk, "The contract was cancelled.", "page")
