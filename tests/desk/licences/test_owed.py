"""Goods that left beyond what a line bears: all that was left is taken, the rest is owed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.models import Licence
from monazite.desk.licences.reported import ReportRefused, Said
from monazite.desk.licences.services.reporting import report
from monazite.errors import InputError
from support.at_gate import Gate, gate, licensed
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

ZERO = Decimal(0)


@pytest.fixture
def g(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return gate()


def said(g: Gate, number: int, total: str, declaration: str = "D1") -> Said:
    return Said(
        f"m{declaration}{number}", g.licence.number, 1, declaration, "cumulative", number,
        timezone.now(), Decimal(total), "kg", "", ZERO,
    )  # fmt: skip


def stopped(g: Gate) -> bool:
    return Licence.objects.get(pk=g.licence.pk).suspended_since is not None


def restored(g: Gate) -> None:
    officer = person(g.w.licensing, "licensing_officer", "restores")
    order = services.propose_order(officer, g.licence.pk, "restore", [], "Looked into.", "page")
    services.sign_order(g.w.chief, order.pk, "page")


def test_all_that_is_left_is_taken_and_the_rest_is_kept_as_not_borne(
    g: Gate, tmp_path: Path
) -> None:
    sent = said(g, 1, "1500")
    answer = report(g.officer, sent, "api")
    assert answer.report.said["not_borne"] == {"quantity": "500", "value": "0"}
    assert g.sums == (0, 1000, 1)
    assert stopped(g)
    assert report(g.officer, sent, "api").movements == answer.movements
    assert prove(tmp_path, PublicKeys(())).whole


def test_nothing_is_set_aside_until_an_order_lets_it_go_on(g: Gate) -> None:
    g = replace(g, licence=licensed(g.w, "general", sub_period_days=10, sub_period_quantity=30))
    report(g.officer, said(g, 1, "40"), "api")
    day = g.licence.valid_until
    assert (g.sums, stopped(g)) == ((0, 30, 1), True)
    with pytest.raises(Refused, match="suspended"):
        services.reserve(g.line.pk, Decimal(1), ZERO, day, "x", Who(None, "api"))
    restored(g)
    services.reserve(g.line.pk, Decimal(1), ZERO, day, "x", Who(None, "api"))
    assert g.sums == (1, 30, 2)


def test_what_is_owed_is_asked_again_and_a_correction_pays_it_first(g: Gate) -> None:
    report(g.officer, said(g, 1, "900", "OTHER"), "api")
    report(g.officer, said(g, 1, "300"), "api")
    assert g.sums == (0, 1000, 2)
    corrected = report(g.officer, said(g, 2, "150"), "api")  # 50 of it are not borne still
    assert (g.sums, corrected.movements) == ((0, 1000, 2), ())
    assert corrected.report.said["not_borne"] == {"quantity": "50", "value": "0"}
    report(g.officer, said(g, 2, "0", "OTHER"), "api")
    again = report(g.officer, said(g, 3, "150"), "api")
    assert [(each.kind, each.quantity) for each in again.movements] == [("late", Decimal(50))]
    assert (g.sums, again.report.said["not_borne"]) == ((0, 150, 1), None)


def test_a_replayed_report_answers_with_its_own_entries_alone(g: Gate) -> None:
    sent = [
        replace(said(g, 1, quantity, declaration), message_id=ident)
        for ident, quantity, declaration in (("A_", "10", "X1"), ("a_", "20", "X2"))
    ]
    sent.append(replace(said(g, 1, "30", "X3"), message_id="A_/1"))
    first = [report(g.officer, each, "api").movements for each in sent]
    assert [report(g.officer, each, "api").movements for each in sent] == first
    assert [len(each) for each in first] == [1, 1, 1]


@pytest.mark.parametrize("written", ["{}", " {}", "{} ", "\u3000{}"])
def test_a_declaration_of_this_gate_is_known_however_it_is_written(g: Gate, written: str) -> None:
    line, day = g.line, g.licence.valid_from
    services.reserve(line.pk, Decimal(1), ZERO, day, "CN-D-ABC/1/reserve", Who(None, "api"))
    for number in (written.format("CN-D-ABC"), written.format("cn-d-abc")):
        with pytest.raises((ReportRefused, InputError)):
            report(g.officer, said(g, 1, "1", number), "api")
    assert g.sums == (1, 0, 1)


def test_one_declaration_is_one_row_of_reports_however_it_is_written(g: Gate) -> None:
    report(g.officer, said(g, 1, "30", "x 7"), "api")
    report(g.officer, said(g, 2, "50", "X7"), "api")
    assert g.sums == (0, 50, 1)


@pytest.mark.parametrize(("unit", "substance", "kilograms"), [
    ("kg", "Dy", "33.333333"), ("kg REO", "", "2.862360"), ("kg", "", "1"),
])  # fmt: skip
def test_what_goods_contain_is_counted_by_what_the_licence_states(
    g: Gate, unit: str, substance: str, kilograms: str
) -> None:
    assert g.line.contains == "Nd=0.27,Fe=0.68,B=0.01,Dy=0.03"
    sent = replace(said(g, 1, "1"), unit=unit, substance=substance)
    row = report(g.officer, sent, "api").report
    assert row.quantity == pytest.approx(Decimal(kilograms), rel=Decimal("0.0001"))
    assert (row.factor is None) == (kilograms == "1")
    with pytest.raises(InputError, match="the line states"):
        report(g.officer, replace(said(g, 1, "1", "D2"), substance="Tb"), "api")


@pytest.mark.parametrize("year", [1, 9999])
def test_an_instant_that_no_zone_can_say_is_named(g: Gate, year: int) -> None:
    with pytest.raises(InputError) as caught:
        report(g.officer, replace(said(g, 1, "1"), as_of=timezone.now().replace(year=year)), "api")
    assert caught.value.field == "as_of"
