"""Reports of other customs systems: kept, entered as what they come to, answered once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.models import LicenceLine, Movement, Report
from monazite.desk.licences.reported import ReportRefused, Said
from monazite.desk.licences.services.reporting import report
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.flushing import without_triggers
from support.licences import issued
from support.offices import firm, person

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.people.models import Person
    from support.offices import World

MANY = {"uses_max": None, "controlled_by": "quantity", "quantity": Decimal(100)}
ZERO = Decimal(0)


@pytest.fixture
def officer(w: World) -> Person:  # noqa: ARG001 - the regime's offices come first
    return person(firm("agency", "Port", regime="CN", duty="customs"), "customs_officer")


@pytest.fixture
def line(w: World) -> LicenceLine:
    licence = issued(w, **MANY)
    return LicenceLine.objects.select_related("licence").get(licence=licence)


def said(line: LicenceLine, number: int, quantity: str, **other: Any) -> Said:
    """A total of so many kilograms, a moment ago."""
    made = Said(
        message_id=f"m{number}", licence=line.licence.number, line=line.number, declaration="D1",
        semantics="cumulative", sequence=number, as_of=timezone.now(), quantity=Decimal(quantity),
        unit=line.unit, substance="", value=ZERO,
    )  # fmt: skip
    return replace(made, **other)


def sums(line: LicenceLine) -> tuple[Decimal, int]:
    now = LicenceLine.objects.get(pk=line.pk)
    return now.used_quantity, now.uses


def test_totals_are_not_added_up(line: LicenceLine, officer: Person) -> None:
    report(officer, said(line, 1, "30"), "api")
    answer = report(officer, said(line, 2, "50"), "api")
    assert [(each.kind, each.quantity) for each in answer.movements] == [("late", Decimal(20))]
    assert sums(line) == (Decimal(50), 1)


def test_a_repeated_report_gets_its_first_answer_although_nothing_is_left(
    line: LicenceLine, officer: Person
) -> None:
    sent = said(line, 1, "100")
    first = report(officer, sent, "api")
    again = report(officer, sent, "api")
    assert again.replayed
    assert again.movements == first.movements
    assert sums(line) == (Decimal(100), 1)


def test_an_id_is_not_used_for_two_reports(line: LicenceLine, officer: Person) -> None:
    sent = said(line, 1, "10")
    report(officer, sent, "api")
    with pytest.raises(ReportRefused) as caught:
        report(officer, replace(sent, quantity=Decimal(11)), "api")
    assert caught.value.codes == ("message_reused",)


def test_reports_out_of_order_come_to_the_last_total(line: LicenceLine, officer: Person) -> None:
    report(officer, said(line, 2, "50"), "api")
    late = report(officer, said(line, 1, "30"), "api")
    assert late.report.said["covered"]
    assert sums(line) == (Decimal(50), 1)


def test_a_gap_is_said(line: LicenceLine, officer: Person) -> None:
    answer = report(officer, said(line, 4, "5", semantics="delta"), "api")
    assert answer.report.said["missing"] == [[1, 3]]


def test_a_total_corrected_to_nothing_frees_the_line(line: LicenceLine, officer: Person) -> None:
    report(officer, said(line, 1, "30"), "api")
    answer = report(officer, said(line, 2, "0"), "api")
    assert [each.kind for each in answer.movements] == ["contra"]
    assert sums(line) == (ZERO, 0)


def test_what_the_line_does_not_bear_is_kept_as_such(line: LicenceLine, officer: Person) -> None:
    row = report(officer, said(line, 1, "120"), "api").report
    assert (row.quantity, row.said["not_borne"]["quantity"]) == (Decimal(120), "20")
    assert sums(line) == (Decimal(100), 1)


def test_both_quantities_and_the_units_are_kept(line: LicenceLine, officer: Person) -> None:
    unit = {"kg": "g", "pieces": "pcs"}[line.unit]
    row = report(
        officer, said(line, 1, "2000" if line.unit == "kg" else "2", unit=unit), "api"
    ).report
    assert row.quantity == 2
    assert row.given_unit in {"g", "pieces"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unit": "m"}, "unit"),
        ({"quantity": Decimal("NaN")}, "quantity"),
        ({"quantity": Decimal("0.0000001")}, "quantity"),
        ({"value": Decimal("1e12")}, "value"),
        ({"message_id": ""}, "message_id"),
        ({"message_id": "x" * 65}, "message_id"),
        ({"declaration": "a\nb"}, "declaration"),
        ({"substance": "Xx"}, "element"),
    ],
)
def test_what_cannot_be_read_is_named(
    change: dict[str, Any], field: str, line: LicenceLine, officer: Person
) -> None:
    with pytest.raises(InputError) as caught:
        report(officer, replace(said(line, 1, "1"), **change), "api")
    assert caught.value.field == field
    assert sums(line) == (ZERO, 0)


def test_every_reason_is_told(line: LicenceLine, officer: Person) -> None:
    bad = said(line, 0, "-1", as_of=timezone.now() + timedelta(hours=8))
    with pytest.raises(ReportRefused) as caught:
        report(officer, bad, "api")
    assert set(caught.value.codes) == {"no_sequence", "below_zero", "ahead"}
    assert caught.value.message("zh").count("\n") == 3


def test_an_instant_without_a_zone_is_refused(line: LicenceLine, officer: Person) -> None:
    with pytest.raises(ReportRefused) as caught:
        report(officer, said(line, 1, "1", as_of=datetime(2026, 3, 2)), "api")  # noqa: DTZ001
    assert "no_zone" in caught.value.codes


def test_a_declaration_of_this_gate_is_not_reported_to_it(
    line: LicenceLine, officer: Person
) -> None:
    services.reserve(
        line.pk, Decimal(1), ZERO, line.licence.valid_from, "D1/1/reserve", Who(None, "api")
    )
    with pytest.raises(ReportRefused) as caught:
        report(officer, said(line, 1, "1"), "api")
    assert caught.value.codes == ("own_declaration",)


def test_what_left_before_the_licence_was_revoked_counts_and_what_left_after_does_not(
    line: LicenceLine, officer: Person, w: World
) -> None:
    before = timezone.now()
    order(w, line, "revoke")
    report(officer, said(line, 1, "7", as_of=before), "api")
    with pytest.raises(Refused, match="revoked"):
        report(officer, replace(said(line, 1, "1"), message_id="x", declaration="D2"), "api")
    assert sums(line) == (Decimal(7), 1)


def test_a_suspension_that_was_lifted_since_still_counts_for_its_time(
    line: LicenceLine, officer: Person, w: World
) -> None:
    before = timezone.now()
    order(w, line, "suspend")
    during = timezone.now()
    order(w, line, "restore")
    with pytest.raises(Refused, match="suspended"):
        report(officer, said(line, 1, "7", as_of=during), "api")
    report(officer, said(line, 1, "7", as_of=before), "api")
    assert sums(line) == (Decimal(7), 1)


def order(w: World, line: LicenceLine, kind: str) -> None:
    proposer = person(w.licensing, "licensing_officer", f"proposes-{kind}")
    grounds = [] if kind == "restore" else ["end_use"]
    made = services.propose_order(proposer, line.licence_id, kind, grounds, "Why.", "page")
    services.sign_order(w.chief, made.pk, "page")


def test_one_export_is_of_one_declaration_however_often_it_is_reported(
    line: LicenceLine, officer: Person
) -> None:
    report(officer, said(line, 1, "30"), "api")
    assert LicenceLine.objects.get(pk=line.pk).licence.ended == "completed"
    other = replace(said(line, 1, "5"), message_id="other", declaration="D2")
    with pytest.raises(Refused, match="used for its one export"):
        report(officer, other, "api")


def test_what_is_told_is_proven(line: LicenceLine, officer: Person, tmp_path: Path) -> None:
    report(officer, said(line, 1, "30"), "api")
    assert prove(tmp_path, PublicKeys(())).whole
    with without_triggers(), transaction.atomic():
        Report.objects.update(sequence=9)
    assert not prove(tmp_path, PublicKeys(())).whole


def test_of_another_regime_or_unknown_lines_the_same_is_said(
    line: LicenceLine, officer: Person
) -> None:
    other = person(firm("agency", "Elsewhere", regime="generic", duty="customs"), "customs_officer")
    sent = said(line, 1, "1")
    answers = set()
    for who, change in ((other, sent), (officer, replace(sent, line=99))):
        with pytest.raises(Refused) as caught:
            report(who, change, "api")
        answers.add(caught.value.code)
    assert answers == {"report_unknown_line"}


def test_nobody_else_may_report(line: LicenceLine, w: World) -> None:
    with pytest.raises(Forbidden):
        report(w.chief, said(line, 1, "1"), "api")


def test_a_report_is_never_changed(line: LicenceLine, officer: Person) -> None:
    report(officer, said(line, 1, "1"), "api")
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.update(sequence=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.all().delete()


def test_entries_name_their_report(line: LicenceLine, officer: Person) -> None:
    report(officer, said(line, 1, "3", as_of=datetime.now(UTC)), "api")
    assert Movement.objects.get(message_id="report:m1/1").quantity == 3
