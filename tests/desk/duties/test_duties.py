from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.customs.duties import due, standing
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.duties import services
from monazite.desk.duties.listing import known, listed
from monazite.desk.duties.models import Duty
from monazite.desk.duties.services import Given
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.leads.models import Lead
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law import load
from support.exited import exited
from support.papers import PDF

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.exited import Exited

TODAY = load().today("CN")


@pytest.fixture
def held(settings: Settings, tmp_path: Path, db: None) -> Exited:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return exited(TODAY - timedelta(days=70))


def _given(**changes: object) -> Given:
    said = {
        "happened_on": TODAY.isoformat(), "place": "Nagoya", "quantities": {"1": "100"},
        "text": "", "papers": (),
    }  # fmt: skip
    return Given(**(said | changes))  # type: ignore[arg-type]


def _of(held: Exited, kind: str) -> Duty:
    return Duty.objects.get(declaration=held.declaration, kind=kind)


def test_licensed_goods_that_left_open_the_regimes_duties_with_their_last_days(
    held: Exited,
) -> None:
    left_on = held.declaration.exited_on
    assert left_on is not None
    assert {duty.kind: duty.due_on for duty in Duty.objects.all()} == {
        kind: left_on + timedelta(days=rule.days) for kind, rule in rules("CN").duties.items()
    }
    arrival = _of(held, "arrival")
    assert (arrival.office, arrival.licensing) == (held.customs, held.licensing)
    assert "792" in arrival.law


def test_goods_without_a_licence_open_none(settings: Settings, db: None) -> None:  # noqa: ARG001
    exited(TODAY, licensed=False)
    assert not Duty.objects.exists()


def test_a_report_says_when_where_and_how_much_with_papers(held: Exited) -> None:
    arrival = _of(held, "arrival")
    paper = services.upload(held.declarant, arrival.pk, "cmr.pdf", io.BytesIO(PDF), "page")
    again = services.upload(held.declarant, arrival.pk, "cmr.pdf", io.BytesIO(PDF), "page")
    assert again.pk == paper.pk
    made = services.report(held.declarant, arrival.pk, _given(papers=(paper.pk,)), "page")
    assert (made.number, made.papers, made.quantities) == (1, [str(paper.pk)], {"1": "100"})
    first = _of(held, "arrival").reported_at
    assert first is not None
    services.report(held.declarant, arrival.pk, _given(place="Osaka"), "page")
    assert _of(held, "arrival").reported_at == first
    assert services.open_paper(held.officer, paper.pk)[1].read_bytes() == PDF


def test_what_cannot_be_is_refused(held: Exited) -> None:
    arrival = _of(held, "arrival")
    for wrong in (
        {"happened_on": "soon"},
        {"happened_on": (TODAY + timedelta(days=2)).isoformat()},
        {"happened_on": (TODAY - timedelta(days=71)).isoformat()},
        {"quantities": {"1": "100.1"}}, {"quantities": {"2": "1"}}, {"quantities": {"1": "NaN"}},
        {"quantities": {"1": "-1"}}, {"place": " "},
        {"papers": (arrival.pk,)},
    ):  # fmt: skip
        with pytest.raises(InputError):
            services.report(held.declarant, arrival.pk, _given(**wrong), "page")
    with pytest.raises(ChangedMeanwhile):
        services.report(held.declarant, arrival.pk, _given(), "page", seen=7)
    assert not arrival.reports.exists()


def test_who_reports_and_who_reads(held: Exited) -> None:
    arrival = _of(held, "arrival")
    for who in (held.officer, held.chief, held.enforcer, held.stranger):
        with pytest.raises(Forbidden):
            services.report(who, arrival.pk, _given(), "page")
    readers = {
        name: known(getattr(held, name)).count()
        for name in ("declarant", "officer", "chief", "enforcer", "stranger")
    }
    assert readers == {"declarant": 3, "officer": 3, "chief": 3, "enforcer": 3, "stranger": 0}


def test_the_clock_marks_what_is_overdue_once_and_makes_it_a_lead(held: Exited) -> None:
    assert services.overdue() == 1
    assert services.overdue() == 0
    arrival = _of(held, "arrival")
    assert arrival.overdue_since is not None
    lead = Lead.objects.get()
    assert lead.about == {"declaration": held.declaration.number, "duty": "arrival"}
    assert lead.entries.get().facts["consequence"] == "CN-DECREE-792 art. 40"
    services.report(held.declarant, arrival.pk, _given(), "page")
    reported = _of(held, "arrival").reported_at
    assert reported is not None
    assert standing(arrival.due_on, reported.date(), TODAY, ended=False) == "late"


def test_a_declaration_that_is_taken_back_ends_its_duties(held: Exited) -> None:
    with transaction.atomic():
        services.undone(held.declaration, held.who)
    with pytest.raises(Refused, match="taken back"):
        services.report(held.declarant, _of(held, "use").pk, _given(), "page")
    assert services.overdue() == 0
    assert listed(held.declarant, "", 10, closed=False).items == ()
    assert len(listed(held.declarant, "", 10, closed=True).items) == 3


def test_lists_go_by_the_last_day_page_by_page(held: Exited) -> None:
    first = listed(held.declarant, "", 2, closed=False)
    second = listed(held.declarant, first.following, 2, closed=False)
    assert [duty.kind for duty in (*first.items, *second.items)] == [
        "arrival", "installation", "use",
    ]  # fmt: skip
    with pytest.raises(InputError):
        listed(held.declarant, "rubbish", 2, closed=False)


def test_what_was_reported_stays(held: Exited) -> None:
    services.report(held.declarant, _of(held, "use").pk, _given(), "page")
    for sql in (
        "UPDATE duties_report SET place = 'x'", "DELETE FROM duties_report",
        "UPDATE duties_duty SET reported_at = NULL", "UPDATE duties_duty SET due_on = opened_at",
        "DELETE FROM duties_duty",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_how_a_duty_stands_on_a_day() -> None:
    last = due(date(2026, 1, 1), 60)
    assert last == date(2026, 3, 2)
    said = [
        standing(last, None, last, ended=False), standing(last, None, date(2026, 3, 3), ended=False),
        standing(last, last, date(2027, 1, 1), ended=False),
        standing(last, date(2026, 3, 3), date(2027, 1, 1), ended=True),
        standing(last, None, date(2027, 1, 1), ended=True),
    ]  # fmt: skip
    assert said == ["open", "overdue", "reported", "late", "ended"]
