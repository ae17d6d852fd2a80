"""What a post let go without its line is a declaration that exited, for everybody who counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.customs.regime import rules
from monazite.desk.batches import services as batches
from monazite.desk.duties.models import Duty
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Left
from monazite.desk.gate.services import taking_in
from monazite.desk.leads.models import Lead
from monazite.desk.licences.models import Licence
from monazite.desk.offline.models import Exit as Row
from monazite.desk.offline.services import merge
from monazite.desk.statistics.collecting import collect
from monazite.desk.statistics.reconciling import reconcile
from monazite.law.store import load
from support.at_gate import licensed
from support.batches import said
from support.clocks import midnight, next_month, stand
from support.posts import document, home, let_go, taken
from support.undone import amended, cancelled

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from monazite.customs.offline.journal import Exit
    from monazite.desk.offline.models import Snapshot
    from support.at_gate import Document, Gate


def merged(g: Gate, snapshot: Snapshot, *documents: Document) -> list[Exit]:
    exits: list[Exit] = []
    for each in documents:
        let_go(snapshot, exits, each)
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    return exits


def month() -> tuple[date, date]:
    first = load().today("CN").replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def reconciled() -> tuple[Decimal, Decimal]:
    """What was declared and what was posted this month."""
    (found,) = reconcile("CN", *month())
    return found.declared, found.posted


def test_what_left_a_post_is_counted_once_everywhere(g: Gate) -> None:
    snapshot = taken(g)
    exits = merged(g, snapshot, document(g, 100), document(g, 50))
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    made = list(Declaration.objects.order_by("-items__quantity"))
    assert [(each.state, each.journal) for each in made] == [
        ("exited", each.key()) for each in exits
    ]
    assert {each.exited_on for each in made} == {load().today("CN")}
    assert {each.organisation for each in made} == {g.w.exporter}
    assert sorted(Left.objects.values_list("posted_quantity", flat=True)) == [50, 100]
    assert reconciled() == (Decimal(150), Decimal(150))
    counted = collect("CN", rules("CN"), *month())
    assert (counted.releases, [share.mass_kg for share in counted.shares["export"]]) == (
        2, [150_000_000],
    )  # fmt: skip
    assert set(Duty.objects.values_list("declaration", flat=True)) == {each.pk for each in made}
    assert g.sums == (0, 150, 2)
    assert not Lead.objects.exists()


def test_its_chain_tells_by_which_entry_it_left_and_is_proven(g: Gate, tmp_path: Path) -> None:
    snapshot = taken(g)
    (left,) = merged(g, snapshot, document(g, 100))
    events = Event.objects.filter(aggregate_kind="declaration").order_by("seq")
    assert list(events.values_list("kind", flat=True)) == ["lodged", "exited"]
    told = events.get(kind="exited").payload
    assert all(word in told for word in (left.hash(), left.key(), str(snapshot.pk)))
    assert prove(tmp_path, PublicKeys(())).whole


def test_cancelled_it_gives_back_what_was_entered(g: Gate) -> None:
    merged(g, taken(g), document(g, 100), document(g, 50))
    made = Declaration.objects.get(items__quantity=100)
    cancelled(g, made)
    assert g.sums == (0, 50, 1)
    assert reconciled() == (Decimal(50), Decimal(50))
    assert not Duty.objects.filter(declaration=made, ended_at=None).exists()


def test_amended_what_takes_its_place_is_counted_instead(g: Gate) -> None:
    merged(g, taken(g), document(g, 100))
    old = Declaration.objects.get()
    new = amended(g, old, document(g, 90))
    assert (new.state, new.replaces, new.journal) == ("exited", old, "")
    assert g.sums == (0, 90, 1)
    assert reconciled() == (Decimal(90), Decimal(90))


def test_items_of_one_line_are_one_use_which_comes_back_with_them(g: Gate) -> None:
    g = replace(g, licence=licensed(g.w, "general", uses_max=2))
    said = document(g, 40)
    said["items"] *= 2
    merged(g, taken(g, "200", uses=2), said)
    assert g.sums == (0, 80, 1)
    cancelled(g, Declaration.objects.get())
    assert g.sums == (0, 0, 0)


def test_a_licence_for_one_export_is_completed_by_it_and_opens_again(g: Gate) -> None:
    g = replace(g, licence=licensed(g.w, "single"))
    snapshot = taken(g, "100")
    merged(g, snapshot, document(g, 100))
    assert Licence.objects.get(pk=g.licence.pk).ended == "completed"
    cancelled(g, Declaration.objects.get())
    assert Licence.objects.get(pk=g.licence.pk).ended == ""
    assert g.sums == (0, 0, 0)


def test_lodged_here_too_it_is_answered_with_what_left(g: Gate) -> None:
    said = document(g, 100)
    merged(g, taken(g), said)
    found = services.lodge(g.declarant, said, "page")
    assert (found.state, found) == ("exited", Declaration.objects.get())
    assert g.sums == (0, 100, 1)


def test_a_reference_that_stands_for_another_is_set_apart_and_looked_into(g: Gate) -> None:
    snapshot, said = taken(g), document(g, 100)
    lodged = services.lodge(g.declarant, said | {"mode": "air"}, "page")
    (left,) = merged(g, snapshot, said)
    made = Declaration.objects.exclude(pk=lodged.pk).get()
    assert made.reference == f"{said['reference']}~{left.key()[:12]}"
    assert Row.objects.get().conflicts == ["reference_reused"]
    assert Lead.objects.filter(kind="offline_conflict").exists()


def test_what_its_line_does_not_bear_left_all_the_same_and_draws_on_nothing(g: Gate) -> None:
    snapshot = taken(g, "1000")
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 1000))
    second = replace(
        exits[0], number=2, previous=exits[0].hash(), reference="twice",
        declaration=dict(exits[0].declaration) | {"reference": "twice"},
    )  # fmt: skip
    merge(g.officer, snapshot.pk, home(snapshot, [*exits, second]), "page")
    made = Declaration.objects.get(reference="twice")
    assert (made.state, made.items.get().drawn_quantity) == ("exited", Decimal(0))
    assert Row.objects.get(reference="twice").conflicts == ["over_allotment", "not_borne"]
    assert reconciled() == (Decimal(1000), Decimal(1000))


def test_batches_that_lack_it_are_looked_into_and_nothing_is_drawn(g: Gate) -> None:
    lot = said("S1", stage="magnet", mass_kg="150", contents={"Nd": "40"}, source="stock")
    batch = batches.begin(g.declarant, "CN", "stock", lot, "page")
    documents = [document(g, 100), document(g, 100)]
    for each in documents:
        each["items"][0]["draws"] = [{"batch": batch.number, "mass_kg": "100"}]
    merged(g, taken(g), *documents)
    batch.refresh_from_db()
    assert batch.drawn_kg == Decimal(100)
    assert [row.conflicts for row in Row.objects.order_by("number")] == [[], ["batch_lacks"]]
    assert Declaration.objects.count() == 2


def test_what_nobody_here_exports_is_no_declaration_and_looked_into(g: Gate) -> None:
    plain = document(g, 100, item_description="steel bolts", item_hs="7318150000")
    plain["items"][0] |= {"form": "other", "control_code": "", "contains": "Fe", "licences": []}
    plain["exporter"] = {"name": "Nobody Here", "identifier": "0000"}
    own = plain | {"exporter": {"name": g.w.exporter.name}}
    merged(g, taken(g), plain, own | {"reference": "own"})
    assert [row.conflicts for row in Row.objects.order_by("number")] == [["not_declared"], []]
    assert Declaration.objects.get().reference == "own"


def test_a_post_with_a_clock_of_another_zone_let_it_go_on_the_day_of_the_regime(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next_month(load().today("CN"))
    stand(monkeypatch, midnight(first) - timedelta(hours=1))
    snapshot, said = taken(g), document(g, 100)
    far = timezone(timedelta(hours=-8))
    at = stand(monkeypatch, (midnight(first) + timedelta(minutes=30)).astimezone(far))
    exits: list[Exit] = []
    let_go(snapshot, exits, said, at)
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    made = Declaration.objects.get()
    assert at.date() == first - timedelta(days=1)
    assert (made.day, made.exited_on) == (first, first)
    (sums,) = reconcile("CN", first, next_month(first))
    assert (sums.declared, sums.posted) == (Decimal(100), Decimal(100))
    assert not Row.objects.get().conflicts


def test_a_firm_that_lodges_by_its_reference_at_the_same_moment_takes_nothing_from_it(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot, said = taken(g), document(g, 100)
    services.lodge(g.declarant, said | {"mode": "air"}, "page")
    known, asked = taking_in._known, list[str]()

    def late(made: Declaration) -> bool:
        asked.append(made.reference)
        return len(asked) > 1 and known(made)

    monkeypatch.setattr(taking_in, "_known", late)
    merged(g, snapshot, said)
    assert len(asked) == 2
    assert Row.objects.get().conflicts == ["reference_reused"]
    assert g.sums == (0, 100, 1)
