"""What the desk collects of users and uses: through licences, exits and what is taken back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.utils import timezone

from monazite.chain.packaged.world import world
from monazite.desk.applications.models import FiledLine
from monazite.desk.events.append import create
from monazite.desk.gate import services as at_gate
from monazite.desk.licences import services
from monazite.desk.licences.models import LicenceLine
from monazite.desk.people.may import Forbidden
from monazite.desk.usage.documents import document, rows
from monazite.desk.usage.reporting import of_reader, of_regime
from monazite.errors import InputError
from monazite.law.store import load
from support.at_gate import Gate, gate
from support.clocks import stand
from support.desk_people import organisation, person, verified
from support.exited import exited
from support.forms import END_USER
from support.undone import cancelled
from support.usage import small_world

if TYPE_CHECKING:
    from monazite.chain.usage.tally import Amount
    from monazite.desk.gate.models import Declaration
    from monazite.desk.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    small_world(monkeypatch)


@pytest.fixture
def g() -> Gate:
    return gate()


def gone(g: Gate, kilograms: str, **changes: Any) -> Declaration:
    """A declaration that left as it was declared."""
    said = g.document(item_quantity=kilograms, item_mass_kg=kilograms, **changes)
    made = at_gate.lodge(g.declarant, said, "page")
    left = {1: Decimal(kilograms)}
    return at_gate.confirm_exit(
        verified(g.officer), made.pk, load().today("CN"), left, "page", seen=None
    )


def dysprosium(who: Person, first: date | None = None, last: date | None = None) -> list[Amount]:
    return [each for each in of_reader(who, first, last).usage.amounts if each.element == "Dy"]


def test_a_licence_says_who_uses_what_for_what(g: Gate) -> None:
    gone(g, "100")
    (found,) = dysprosium(g.w.chief)
    assert (found.user, found.country, found.origin) == (END_USER, "JPN", "CHN")
    assert (found.said, found.sector, found.stage) == ("electric_vehicles", "traction", "magnet")
    assert found.use.startswith("Rotor magnets for traction motors")
    # 1,000 kg licensed and 100 kg gone, of which 3 % is dysprosium.
    assert (found.licensed, found.released) == (Decimal("0.03"), Decimal("0.003"))


def test_what_is_taken_back_never_left(g: Gate) -> None:
    gone(g, "100")
    second = gone(g, "50")
    cancelled(g, second)
    (found,) = dysprosium(g.w.chief)
    assert found.released == Decimal("0.003")


def test_only_the_days_that_are_asked_for_count(g: Gate) -> None:
    gone(g, "100")
    today = load().today("CN")
    assert dysprosium(g.w.chief, today - timedelta(days=30), today - timedelta(days=1)) == []
    assert len(dysprosium(g.w.chief, today, today)) == 1


def test_a_licence_of_another_window_is_there_by_what_left_alone(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(monkeypatch, timezone.now() + timedelta(days=60))
    gone(g, "100")
    (found,) = dysprosium(g.w.chief, load().today("CN") - timedelta(days=9), None)
    assert (found.licensed, found.released) == (Decimal(0), Decimal("0.003"))


def test_what_was_given_back_is_not_licensed(g: Gate) -> None:
    gone(g, "100")
    services.surrender(g.w.signatory, g.licence.pk, "The order ended.", "page")
    (found,) = dysprosium(g.w.chief)
    assert (found.licensed, found.released) == (Decimal("0.003"), Decimal("0.003"))


def test_a_line_without_a_limit_of_quantity_says_so() -> None:
    g = gate(controlled_by="open", quantity=None)
    gone(g, "100")
    report = of_reader(g.w.chief, None, None)
    assert {each.why for each in report.usage.uncounted} == {"open"}
    assert not report.usage.partial
    assert {each.licensed == each.released for each in report.usage.amounts} == {True}


@pytest.mark.parametrize(("mass", "licensed"), [(Decimal(40), Decimal("0.0006")), (None, None)])
def test_pieces_weigh_what_the_application_said(
    mass: Decimal | None, licensed: Decimal | None
) -> None:
    made = exited(load().today("CN"))
    line = LicenceLine.objects.get()
    FiledLine.objects.create(
        application=line.licence.application, number=2, description="d", form="magnet",
        quantity=Decimal(2000), unit="piece", mass_kg=mass, value=Decimal(1), currency="USD",
    )  # fmt: skip
    pieces = LicenceLine(
        licence=line.licence, number=2, description="d", form="magnet", contains="Dy=0.03",
        controlled_by="quantity", unit="piece", quantity=Decimal(1000), currency="USD",
    )  # fmt: skip
    with transaction.atomic():
        create(pieces, "granted", {}, made.who)
    usage = of_reader(made.chief, None, None).usage
    assert [each.licensed for each in usage.amounts if each.element == "Dy"] == (
        [licensed] if licensed else []
    )
    assert usage.partial == (mass is None)
    assert ("mass" in {each.why for each in usage.uncounted}) == (mass is None)


def test_nobody_reads_of_others_licences(g: Gate) -> None:
    gone(g, "100")
    other = organisation("agency", duty="licensing")
    for who in (g.w.stranger, verified(person("chief", at=other))):
        report = of_reader(who, None, None)
        assert (report.usage.amounts, report.usage.uncounted, report.differences) == ((), (), ())
    assert dysprosium(g.w.preparer)


@pytest.mark.parametrize("role", ["customs_officer", "statistician", "auditor", "laboratory"])
def test_others_read_no_names(g: Gate, role: str) -> None:
    with pytest.raises(Forbidden):
        of_reader(verified(person(role, at=g.customs)), None, None)


def test_declarants_alone_read_no_map(g: Gate) -> None:
    with pytest.raises(Forbidden):
        of_reader(g.declarant, None, None)


def test_the_map_stands_beside_the_statistics(g: Gate) -> None:
    gone(g, "100")
    report = of_reader(g.w.chief, None, None)
    assert {each.element for each in report.differences} == {"Dy"}  # of Nd there is no network
    by_place = {(each.country, each.sector): each for each in report.differences}
    found, whole = by_place["JPN", "traction"], by_place["JPN", ""]
    assert found.released == pytest.approx(0.003 * 365 / report.window.days)
    assert whole.released == found.released
    assert (found.statistical, whole.statistical, whole.share) == (None, 50.0, 0.8)
    assert (found.share_seen, found.more_than_known) == (1.0, True)


def test_the_map_stands_beside_the_packaged_year(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monazite.desk.usage.reporting.world", world)
    found = of_reader(g.w.chief, None, None).differences
    assert {"Nd", "Dy", "REE"} <= {each.element for each in found}


def test_the_document_names_the_users_of_the_reader(g: Gate) -> None:
    gone(g, "100")
    report = of_reader(g.w.chief, None, None)
    told = document(report)
    (dy,) = (each for each in told["rows"] if each["element"] == "Dy")
    assert (dy["user"], dy["licensed_t"], dy["released_t"]) == (END_USER, "0.03", "0.003")
    assert len(list(rows(report))) == len(told["rows"])


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(1999, 1, 1), None), (None, date(2199, 1, 1)), (date(2026, 3, 1), date(2026, 2, 1))],
)
def test_impossible_days_are_refused(g: Gate, first: date | None, last: date | None) -> None:
    with pytest.raises(InputError):
        of_reader(g.w.chief, first, last)


def test_sums_are_the_statisticians(g: Gate) -> None:
    with pytest.raises(Forbidden):
        of_regime(g.w.chief, "")
    assert of_regime(verified(person("statistician", at=g.customs)), "").rows == ()
