"""A post takes licences along, lets go without its line, and comes home."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.customs.offline.envelope import opened
from monazite.customs.offline.releasing import check
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.leads.models import Lead
from monazite.desk.licences import services as licences
from monazite.desk.licences.services import reserve
from monazite.desk.offline.listing import listed
from monazite.desk.offline.models import Allotment, Snapshot
from monazite.desk.offline.models import Exit as Row
from monazite.desk.offline.services import Wanted, give_up, merge, take_snapshot
from monazite.desk.offline.services.taking import file_of
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law.store import load
from support.at_gate import licensed
from support.flushing import without_triggers
from support.offices import firm, person
from support.posts import ZERO, document, given, home, let_go, taken

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.customs.offline.journal import Exit
    from support.at_gate import Gate


def test_what_a_post_may_let_go_is_nobody_elses(g: Gate) -> None:
    taken(g, "300")
    taken(g, "600", "Manzhouli rail")
    assert g.sums == (900, 0, 0)
    with pytest.raises(Refused, match="more than is left: 100"):
        taken(g, "101", "Horgos")
    with pytest.raises(Refused, match="more than is left: 100"):
        reserve(g.line.pk, Decimal(101), ZERO, g.licence.valid_from, "x", Who(None, "api"))
    assert Snapshot.objects.count() == 2


def test_what_left_is_entered_and_the_rest_goes_back(g: Gate) -> None:
    snapshot = taken(g)
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    let_go(snapshot, exits, document(g, 50))
    found = merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    assert (len(found.exits), found.known, found.closed) == (2, 0, True)
    assert g.sums == (0, 150, 2)
    assert not Lead.objects.exists()


def test_the_same_journal_again_brings_nothing(g: Gate) -> None:
    snapshot = taken(g)
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    merge(g.officer, snapshot.pk, home(snapshot, exits, closed=False), "page")
    assert g.sums == (200, 100, 1)
    again = merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    assert (again.exits, again.known, again.closed) == ((), 1, True)
    assert g.sums == (0, 100, 1)


def test_a_post_does_not_let_go_more_than_it_was_given(g: Gate) -> None:
    snapshot = taken(g, "120")
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    answer = check(given(snapshot), exits, document(g, 21), timezone.now(), load(), rules("CN"))
    assert "licence.over_quantity" in {f.code for f in answer.whole().all_findings()}


def test_a_post_knows_whose_licence_it_is_and_not_who_else_has_one(g: Gate) -> None:
    said = document(g, 10) | {"exporter": {"name": "Somebody Else", "identifier": "9999"}}
    answer = check(given(taken(g)), [], said, timezone.now(), load(), rules("CN"))
    assert "licence.not_yours" in {f.code for f in answer.whole().all_findings()}


def test_a_post_lets_nothing_go_after_its_time_or_before_it(g: Gate) -> None:
    snapshot = taken(g)
    for at, code in (
        (snapshot.expires_at, "offline.expired"),
        (snapshot.taken_at - timedelta(seconds=1), "offline.early"),
    ):
        answer = check(given(snapshot), [], document(g, 10), at, load(), rules("CN"))
        assert (answer.outcome, [f.code for f in answer.findings]) == ("stop", [code])
        assert all(f.message("zh") and f.cure("zh") for f in answer.findings)


def test_more_than_was_given_is_counted_as_far_as_the_line_bears_it(g: Gate) -> None:
    snapshot = taken(g, "200")
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    first = exits[0]
    more = replace(
        first, number=2, previous=first.hash(), reference="over",
        declaration=dict(first.declaration) | {"reference": "over"},
        draws=(replace(first.draws[0], quantity=Decimal(500)),),
    )  # fmt: skip
    most = replace(
        more, number=3, previous=more.hash(), reference="most",
        declaration=dict(first.declaration) | {"reference": "most"},
        draws=(replace(first.draws[0], quantity=Decimal(900)),),
    )  # fmt: skip
    merge(g.officer, snapshot.pk, home(snapshot, [first, more, most]), "page")
    assert g.sums == (0, 1000, 3)
    assert [row.draws[0]["owed"]["quantity"] for row in Row.objects.order_by("number")] == [
        "0", "0", "500",
    ]  # fmt: skip
    assert services.lodge(g.declarant, g.document(), "page").state == "refused"
    g.licence.refresh_from_db()
    assert g.licence.suspended_since is not None
    told = {row.reference: row.conflicts for row in Row.objects.all()}
    assert told["over"] == ["over_allotment", "checked_otherwise"]
    assert told["most"] == ["over_allotment", "not_borne", "checked_otherwise"]
    assert Lead.objects.filter(kind="offline_conflict").count() == 2


def test_what_left_while_the_licence_was_suspended_is_counted_and_looked_into(g: Gate) -> None:
    snapshot = taken(g)
    exits: list[Exit] = []
    officer = person(g.w.licensing, "licensing_officer", "orders")
    order = licences.propose_order(officer, g.licence.pk, "suspend", ["end_use"], "Why.", "page")
    licences.sign_order(g.w.chief, order.pk, "page")
    let_go(snapshot, exits, document(g, 100))
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    assert g.sums == (0, 100, 1)
    assert Row.objects.get().conflicts == ["not_standing"]
    assert Lead.objects.filter(kind="offline_conflict").exists()


def test_a_licence_for_one_export_goes_with_one_post_or_to_one_gate(g: Gate) -> None:
    single = replace(g, licence=licensed(g.w, "single"))
    snapshot = taken(single, "300")
    with pytest.raises(Refused, match="that was begun already"):
        taken(single, "300", "Horgos")
    assert services.lodge(g.declarant, single.document(), "page").state == "refused"
    exits: list[Exit] = []
    let_go(snapshot, exits, document(single, 100))
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    single.licence.refresh_from_db()
    assert (single.sums[1:], single.licence.ended) == ((100, 1), "completed")
    other = replace(g, licence=licensed(g.w, "single"))
    services.lodge(g.declarant, other.document(), "page")
    with pytest.raises(Refused, match="that was begun already"):
        taken(other, "300")


@pytest.mark.parametrize(
    ("said", "code"),
    [("9999-12-31T23:59:59-12:00", "after_expiry"), ("0001-01-01T00:00:00+14:00", "before_taken")],
)
def test_an_instant_that_nobody_believes_is_looked_into_and_the_rest_comes_home(
    g: Gate, said: str, code: str
) -> None:
    snapshot = taken(g)
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    exits[0] = replace(exits[0], at=datetime.fromisoformat(said))
    second = replace(let_go(snapshot, [], document(g, 50)), number=2, previous=exits[0].hash())
    merge(g.officer, snapshot.pk, home(snapshot, [*exits, second]), "page")
    odd, good = Row.objects.order_by("number")
    assert (code in odd.conflicts, good.conflicts) == (True, [])
    assert g.sums == (0, 150, 2)
    assert said in str(Lead.objects.get().entries.get().facts)


def test_a_shipment_that_two_posts_tell_of_is_entered_once(g: Gate) -> None:
    said = document(g, 100)
    for post in ("Erenhot", "Manzhouli"):
        snapshot = taken(g, "300", post)
        exits: list[Exit] = []
        let_go(snapshot, exits, said)
        merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    assert g.sums == (0, 100, 1)
    assert [row.conflicts for row in Row.objects.order_by("merged_at")] == [[], ["told_twice"]]


def test_a_journal_of_another_snapshot_and_what_is_no_journal_are_named(g: Gate) -> None:
    one, other = taken(g, "10"), taken(g, "10", "Horgos")
    for data in (
        home(other, []),
        b"{}",
        b"\xff",
        b"[]",
        b'{"format": "monazite-offline-journal-1"}',
    ):
        with pytest.raises(InputError) as caught:
            merge(g.officer, one.pk, data, "page")
        assert caught.value.field == "journal"
    assert g.sums == (20, 0, 0)


def test_what_is_lost_is_given_up_after_its_time_and_looked_into(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = taken(g)
    with pytest.raises(Refused, match="give it up after that"):
        give_up(g.officer, snapshot.pk, "Stolen with the van.", "page")
    later = snapshot.expires_at + timedelta(minutes=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    give_up(g.officer, snapshot.pk, "Stolen with the van.", "page")
    assert g.sums == (0, 0, 0)
    assert Lead.objects.get().kind == "offline_conflict"
    with pytest.raises(Refused, match="closed already"):
        give_up(g.officer, snapshot.pk, "Again.", "page")


def test_what_comes_home_after_it_was_given_up_is_still_entered(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = taken(g)
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    later = snapshot.expires_at + timedelta(minutes=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    give_up(g.officer, snapshot.pk, "Lost.", "page")
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    assert g.sums == (0, 100, 1)
    assert Row.objects.get().conflicts == ["over_allotment"]


@pytest.mark.parametrize(
    ("post", "hours", "change"),
    [
        ("", 24, {}),
        ("Horgos", 0, {}),
        ("Horgos", 169, {}),
        ("Horgos", 24, {"quantity": ZERO}),
        ("Horgos", 24, {"quantity": Decimal(-1)}),
        ("Horgos", 24, {"quantity": Decimal("NaN")}),
    ],
)
def test_what_cannot_be_taken_along_is_named(
    g: Gate, post: str, hours: int, change: dict[str, Any]
) -> None:
    wanted = replace(Wanted(g.licence.number, 1, Decimal(1), ZERO, 0), **change)
    with pytest.raises(InputError):
        take_snapshot(g.officer, post, hours, [wanted], "page")
    assert g.sums == (0, 0, 0)


def test_only_the_office_that_took_it_knows_of_it(g: Gate) -> None:
    snapshot = taken(g)
    other = person(firm("agency", "Other Customs", regime="CN", duty="customs"), "customs_officer")
    assert listed(g.officer) == (snapshot,)
    assert listed(other) == ()
    assert listed(g.declarant) == ()
    for who in (other, g.declarant, g.w.chief):
        with pytest.raises(Forbidden):
            merge(who, snapshot.pk, home(snapshot, []), "page")
    with pytest.raises(Forbidden):
        take_snapshot(g.declarant, "Horgos", 1, [], "page")


def test_what_was_given_and_came_home_is_never_changed_and_is_proven(
    g: Gate, tmp_path: Path
) -> None:
    snapshot = taken(g)
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    assert prove(tmp_path, PublicKeys(())).whole
    for model, change in (
        (Snapshot, {"post": "x"}), (Allotment, {"quantity": 1}), (Row, {"reference": "x"}),
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(**change)
    with without_triggers(), transaction.atomic():
        Row.objects.update(reference="x")
    assert not prove(tmp_path, PublicKeys(())).whole


def test_a_snapshot_that_somebody_changed_is_not_used(g: Gate) -> None:
    data = file_of(taken(g)).replace(b"Erenhot", b"Nowhere")
    keys = PublicKeys.read((settings.SIGNING_KEY.parent / "public.pem").read_bytes())
    with pytest.raises(InputError, match="signature"):
        opened(data, keys.signer)
