from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.desk.applications import services as filing
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.events.append import Who
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.models import Change, Licence, LicenceLine, Movement
from monazite.desk.licences.standing import standing
from monazite.ledger.movements import Movement as Entry
from support.licences import issue_for, issued
from support.offices import filed as an_application
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from support.offices import World

MINOR = {"transport[0].port_of_exit": "Shanghai"}
GATE = Who(None, "api")
LOOSE = {"uses_max": 3, "controlled_by": "quantity", "quantity": Decimal(1800)}


def now(licence: Licence) -> Licence:
    return Licence.objects.get(pk=licence.pk)


def asked(w: World, licence: Licence, changes: dict[str, str]) -> Application:
    """The change written, not yet filed."""
    draft = services.change(w.preparer, licence.pk, "page")
    filing.save(w.preparer, draft.pk, changes, draft.version, "page")
    return Application.objects.get(pk=draft.pk)


def filed(w: World, licence: Licence, port: str = "Shanghai") -> Application:
    """A minor change, filed."""
    draft = asked(w, licence, {"transport[0].port_of_exit": port})
    return filing.file(w.signatory, draft.pk, draft.version, "page")


def test_the_licence_can_be_used_until_the_change_is_filed(w: World) -> None:
    licence = issued(w)
    draft = asked(w, licence, MINOR)
    assert standing(now(licence)).usable
    filing.file(w.signatory, draft.pk, draft.version, "page")
    assert standing(now(licence)).state == "in_amendment"


def test_a_key_element_is_no_change(w: World) -> None:
    licence = issued(w)
    draft = asked(w, licence, {"end_use.use": "Magnets for pumps of washing machines, same plant"})
    with pytest.raises(Refused, match=r"end_use\.use.*hand it back"), transaction.atomic():
        filing.file(w.signatory, draft.pk, draft.version, "page")
    assert standing(now(licence)).usable
    assert Application.objects.get(pk=draft.pk).state == "draft"


def test_nothing_changed_is_no_change(w: World) -> None:
    licence = issued(w)
    draft = services.change(w.preparer, licence.pk, "page")
    with pytest.raises(Refused, match="changes nothing"), transaction.atomic():
        filing.file(w.signatory, draft.pk, draft.version, "page")


def test_one_change_at_a_time(w: World) -> None:
    licence = issued(w)
    draft = services.change(w.preparer, licence.pk, "page")
    with pytest.raises(Refused, match="change of the licence"):
        services.change(w.signatory, licence.pk, "page")
    with pytest.raises(Refused, match="change of the licence"):
        services.surrender(w.signatory, licence.pk, "Not needed.", "page")
    filing.discard(w.preparer, draft.pk, "page")
    services.change(w.signatory, licence.pk, "page")


@pytest.mark.parametrize("how", ["withdrawn", "refused"])
def test_the_licence_is_free_again(how: str, w: World, tmp_path: Path) -> None:
    licence = issued(w)
    change = filed(w, licence)
    if how == "withdrawn":
        filing.withdraw(w.signatory, change.pk, "Not needed.", "page")
    else:
        with transaction.atomic():
            services.ended_change(change, "refused", Who(w.chief.pk, "page"))
    assert standing(now(licence)).usable
    assert Change.objects.get(application=change).ended == how
    assert prove(tmp_path, PublicKeys(())).whole


def test_what_was_used_is_carried_over(w: World, tmp_path: Path) -> None:
    licence = issued(w, **LOOSE)
    line = LicenceLine.objects.get(licence=licence)
    day = licence.valid_from
    services.reserve(line.pk, Decimal(300), Decimal(21000), day, "a", GATE)
    services.reserve(line.pk, Decimal(100), Decimal(), day, "b", GATE)
    services.post(line.pk, Decimal(300), Decimal(21000), day, "c", GATE)
    services.move(line.pk, Entry("void", Decimal(100), Decimal(), 1, day), "d", GATE)
    change = filed(w, licence)
    new = issue_for(w, change, **LOOSE)
    assert new.replaces == licence
    assert standing(now(licence)).state == "replaced"
    carried = LicenceLine.objects.get(licence=new)
    assert (carried.used_quantity, carried.used_value, carried.uses) == (300, 21000, 1)
    entry = Movement.objects.get(line=carried, kind="carry_over")
    assert entry.carried_from == line
    with pytest.raises(Refused, match="more than is left: 1,500"):
        services.reserve(carried.pk, Decimal(1501), Decimal(), new.valid_from, "e", GATE)
    with pytest.raises(Refused, match="replaced"):
        services.reserve(line.pk, Decimal(1), Decimal(), day, "f", GATE)
    assert prove(tmp_path, PublicKeys(())).whole


def test_less_than_was_used_cannot_be_granted(w: World) -> None:
    licence = issued(w, **LOOSE)
    line = LicenceLine.objects.get(licence=licence)
    services.reserve(line.pk, Decimal(300), Decimal(), licence.valid_from, "a", GATE)
    services.post(line.pk, Decimal(200), Decimal(), licence.valid_from, "b", GATE)
    change = filed(w, licence)
    with pytest.raises(Refused, match="less than was used or set aside"):
        issue_for(w, change, **LOOSE | {"quantity": Decimal(150)})
    assert standing(now(licence)).state == "in_amendment"


def test_a_change_amended_while_it_is_looked_at_keeps_the_licence_bound(
    w: World, tmp_path: Path
) -> None:
    licence = issued(w)
    change = filed(w, licence)
    draft = filing.amend(w.preparer, change.pk, "page")
    filing.save(w.preparer, draft.pk, {"transport[0].port_of_exit": "Tianjin"}, 1, "page")
    filing.file(w.signatory, draft.pk, 2, "page")
    assert standing(now(licence)).state == "in_amendment"
    assert Change.objects.get(application=change).ended == "superseded"
    new = issue_for(w, Application.objects.get(pk=draft.pk))
    assert new.replaces == licence
    assert prove(tmp_path, PublicKeys(())).whole


@transaction.atomic
def refused(w: World, licence: Licence) -> Application:
    """A change that was filed and refused."""
    change = filed(w, licence)
    services.ended_change(change, "refused", Who(w.chief.pk, "page"))
    return change


@transaction.atomic
def reopened(w: World, change: Application) -> None:
    """It is looked at anew."""
    services.reopened_change(change, Who(w.chief.pk, "page"))


def test_a_refused_change_that_is_looked_at_anew_binds_the_licence_until_it_is_decided(
    w: World, tmp_path: Path
) -> None:
    licence = issued(w)
    change = refused(w, licence)
    assert standing(now(licence)).usable
    reopened(w, change)
    assert standing(now(licence)).state == "in_amendment"
    with transaction.atomic():
        services.ended_change(change, "refused", Who(w.chief.pk, "page"))
    assert standing(now(licence)).usable
    assert prove(tmp_path, PublicKeys(())).whole


def test_no_second_change_beside_one_that_is_looked_at_anew(w: World) -> None:
    licence = issued(w)
    change = refused(w, licence)
    reopened(w, change)
    with pytest.raises(Refused, match="change of the licence"):
        services.change(w.preparer, licence.pk, "page")


def test_a_refused_change_is_not_looked_at_anew_beside_an_open_one(w: World) -> None:
    licence = issued(w)
    change = refused(w, licence)
    second = filed(w, licence)
    with pytest.raises(Refused, match="Another change"):
        reopened(w, change)
    issue_for(w, second)
    with pytest.raises(Refused, match="has ended"):
        reopened(w, change)


def test_a_suspension_goes_over_to_the_licence_that_replaces(w: World, tmp_path: Path) -> None:
    licence, officer = issued(w), person(w.licensing, "licensing_officer")
    first = services.propose_order(officer, licence.pk, "suspend", ["end_use"], "Why.", "page")
    services.sign_order(w.chief, first.pk, "page")
    new = issue_for(w, filed(w, licence))
    assert standing(new).state == "suspended"
    assert new.suspended_since == now(licence).suspended_since
    told = new.orders.get()
    assert (told.kind, told.state, told.text, told.author, told.signer) == (
        "suspend", "standing", "Why.", officer, w.chief
    )  # fmt: skip
    event = Event.objects.get(aggregate_id=new.pk, kind="suspended")
    assert str(licence.pk) in event.payload
    third = issue_for(w, filed(w, new, "Tianjin"))
    assert standing(third).state == "suspended"
    order = services.propose_order(officer, third.pk, "restore", [], "Settled.", "page")
    services.sign_order(w.chief, order.pk, "page")
    assert standing(now(third)).usable
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_change_is_not_granted_past_an_order_that_waits(w: World) -> None:
    licence, officer = issued(w), person(w.licensing, "licensing_officer")
    change = filed(w, licence)
    order = services.propose_order(officer, licence.pk, "revoke", ["end_use"], "Why.", "page")
    with pytest.raises(Refused, match=r"Order 1 about the licence .* waits"):
        issue_for(w, change)
    services.send_back_order(w.chief, order.pk, "Not so.", "page")
    assert standing(issue_for(w, change)).usable


def test_a_stretch_that_only_the_new_line_has_counts_what_was_used_before(w: World) -> None:
    licence = issued(w, **LOOSE)
    day = licence.valid_from
    line = LicenceLine.objects.get(licence=licence)
    services.move(line.pk, Entry("adjust", Decimal(90), Decimal(), 1, day), "a", GATE)
    stretch = {"sub_period_days": 30, "sub_period_quantity": Decimal(100)}
    new = issue_for(w, filed(w, licence), **LOOSE, **stretch)
    carried = LicenceLine.objects.get(licence=new)
    with pytest.raises(Refused, match="only 10 more"):
        services.reserve(carried.pk, Decimal(11), Decimal(), day, "b", GATE)
    services.reserve(carried.pk, Decimal(10), Decimal(), day, "c", GATE)


def test_of_a_licence_that_was_replaced_no_second_change_is_granted(w: World) -> None:
    licence = issued(w)
    issue_for(w, filed(w, licence))
    late = an_application(w)
    Change.objects.create(application=late, licence=licence, opened_at=licence.issued_at)
    with pytest.raises(Refused, match="has ended"):
        issue_for(w, late)


def test_a_refused_change_may_be_granted_on_a_second_look(w: World) -> None:
    licence = issued(w)
    change = refused(w, licence)
    reopened(w, change)
    assert issue_for(w, change).replaces == licence
    assert Change.objects.get(application=change).ended == "granted"


def test_of_a_licence_that_ended_no_change_is_filed_or_granted(w: World) -> None:
    licence = issued(w)
    change = filed(w, licence)
    order = services.propose_order(w.chief, licence.pk, "revoke", ["end_use"], "Why.", "page")
    services.sign_order(person(w.licensing, "licensing_officer"), order.pk, "page")
    with pytest.raises(Refused, match="has ended"):
        issue_for(w, change)
    filing.withdraw(w.signatory, change.pk, "The licence was revoked.", "page")
    assert standing(now(licence)).state == "revoked"
