"""Every column of what is filed, changed behind the events by somebody with the database."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction

from monazite.desk.applications import services
from monazite.desk.applications.models import Application, LineRuling
from monazite.desk.cases.models import Case
from monazite.desk.running.verify import verify
from monazite.law import load
from support import records
from support.offices import World, complete_draft, filed, two_ways, world

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WHEN = "2020-01-01 00:00:00+00:00"


@pytest.fixture
def w(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    records.home(tmp_path, monkeypatch)
    return world()


def key(ident: uuid.UUID) -> str:
    return ident.hex if connection.vendor == "sqlite" else str(ident)


def found() -> set[tuple[str, str]]:
    """Codes, each with its field or its table; every finding has its words."""
    findings = verify().findings
    for each in findings:
        assert each.message("en") != each.message("zh")
        assert not re.search(r"[{}]", each.message("en"))
    return {
        (each.code, each.values.get("field") or each.values.get("table", "")) for each in findings
    }


def stories(w: World) -> Application:
    """A bit of everything that an office's year brings; the filed application."""
    application = filed(w)
    services.name_reviewer(w.chief, application.pk, w.reviewer.pk, "page")
    amendment = services.amend(w.signatory, application.pk, "page")
    services.file(w.signatory, amendment.pk, amendment.version, "page")
    services.split(w.preparer, two_ways(w).pk, "page")
    draft = complete_draft(w)
    services.save(w.preparer, draft.pk, {"lines[0].quantity": "7"}, draft.version, "page")
    services.take_away(w.preparer, draft.papers.all()[0].pk, "page")
    withdrawn = filed(w)
    services.withdraw(w.signatory, withdrawn.pk, "no longer", "page")
    return filed(w)


def test_a_year_of_an_office_is_whole(w: World) -> None:
    stories(w)
    records.seal()
    assert verify().whole


@pytest.mark.parametrize(
    ("column", "value", "code", "field"),
    [
        ("title", "X", "content", "title"),
        ("words", "x", "content", "words"),
        ("kind", "voucher", "state", "kind"),
        ("regime", "EU", "state", "regime"),
        ("destination", "KP", "state", "destination"),
        ("state", "accepted", "state", "state"),
        ("created_at", WHEN, "state", "created_at"),
        ("filed_at", WHEN, "state", "filed_at"),
        ("version", 9, "state", "version"),
    ],
)
def test_a_column(w: World, column: str, value: object, code: str, field: str) -> None:
    application = filed(w)
    records.tamper(
        f"UPDATE applications_application SET {column} = %s WHERE id = %s",  # noqa: S608
        value, key(application.pk),
    )  # fmt: skip
    assert found() == {(code, field)}


@pytest.mark.parametrize(
    "column", ["organisation", "author", "filed_by", "supersedes", "split_from"]
)
def test_a_link(w: World, column: str) -> None:
    application = filed(w)
    to = {
        "organisation": w.stranger.organisation_id,
        "author": w.stranger.pk,
        "filed_by": w.stranger.pk,
        "supersedes": application.pk,
        "split_from": application.pk,
    }[column]
    records.tamper(
        f"UPDATE applications_application SET {column}_id = %s WHERE id = %s",  # noqa: S608
        key(to), key(application.pk),
    )  # fmt: skip
    assert found() == {("state", f"{column}_id")}


def test_an_amendment_that_no_longer_says_what_it_amends(w: World) -> None:
    stories(w)
    records.tamper(
        "UPDATE applications_application SET supersedes_id = NULL WHERE supersedes_id IS NOT NULL"
    )
    assert found() == {("state", "supersedes_id")}


def test_two_applications_that_changed_their_contents(w: World) -> None:
    one, two = filed(w), filed(w)
    for each, other in ((one, two), (two, one)):
        records.tamper(
            "UPDATE applications_application SET created_at = %s, filed_at = %s WHERE id = %s",
            other.created_at.isoformat(" "), other.filed_at and other.filed_at.isoformat(" "),
            key(each.pk),
        )  # fmt: skip
    assert found() == {("state", "created_at"), ("state", "filed_at")}


CHANGES = {
    "parties": [
        "applications_filedparty SET name = 'Evil Co'",
        "applications_filedparty SET country = 'KP'",
        "applications_filedparty SET identifier = '0'",
        "applications_filedparty SET role = 'broker'",
        "applications_filedparty SET name_native = 'x'",
    ],
    "lines": [
        "applications_filedline SET quantity = quantity + 1",
        "applications_filedline SET mass_kg = 1",
        "applications_filedline SET value = value + 1",
        "applications_filedline SET control_code = '9Z999'",
    ],
    "rulings": [
        "applications_lineruling SET outcome = 'not_controlled'",
        "applications_lineruling SET document = '{}'",
        "applications_lineruling SET law_hash = 'x'",
        "applications_lineruling SET ruled_at = '2020-01-01 00:00:00+00:00'",
    ],
    "offices": [
        "applications_namedoffice SET duty = 'reviewing'",
        "applications_namedoffice SET since = '2020-01-01 00:00:00+00:00'",
    ],
    "papers": [
        "applications_paper SET secret = NOT secret",
        "applications_paper SET name = 'other.pdf'",
        "applications_paper SET size = 1",
        "applications_paper SET scan = 'clean'",
        "applications_paper SET uploaded_at = '2020-01-01 00:00:00+00:00'",
    ],
    "reviewers": ["applications_reviewer SET since = '2020-01-01 00:00:00+00:00'"],
}


def test_every_row_of_what_is_filed(w: World) -> None:
    services.name_reviewer(w.chief, filed(w).pk, w.reviewer.pk, "page")
    for table, changes in CHANGES.items():
        for change in changes:
            with changed(f"UPDATE {change}"):
                codes = {"row_changed"} if "duty" not in change else {"row_untold", "row_gone"}
                assert found() == {(code, table) for code in codes}, change
    assert verify().whole


def test_rows_that_were_deleted(w: World) -> None:
    services.name_reviewer(w.chief, filed(w).pk, w.reviewer.pk, "page")
    for table, name in (
        ("rulings", "lineruling"),
        ("parties", "filedparty"),
        ("offices", "namedoffice"),
        ("papers", "paper"),
        ("reviewers", "reviewer"),
    ):
        with changed(f"DELETE FROM applications_{name}"):  # noqa: S608
            assert found() == {("row_gone", table)}
    records.tamper("DELETE FROM applications_lineruling")
    records.tamper("DELETE FROM applications_filedline")
    assert found() == {("row_gone", "rulings"), ("row_gone", "lines")}


def test_rows_that_were_added(w: World) -> None:
    application = filed(w)
    office = key(w.stranger.organisation_id)
    records.tamper(
        "INSERT INTO applications_namedoffice (application_id, agency_id, duty, since)"
        " VALUES (%s, %s, 'reviewing', %s)",
        key(application.pk), office, WHEN,
    )  # fmt: skip
    records.tamper(
        "INSERT INTO applications_reviewer (application_id, person_id, named_by_id, since)"
        " VALUES (%s, %s, %s, %s)",
        key(application.pk), key(w.reviewer.pk), key(w.chief.pk), WHEN,
    )  # fmt: skip
    assert found() == {("row_untold", "offices"), ("row_untold", "reviewers")}


def test_a_ruling_put_before_the_one_that_superseded_it(w: World) -> None:
    application = filed(w)
    law = replace(load(), hash="0" * 64)
    services.renew_rulings(application, law)
    assert verify().whole
    first, second = LineRuling.objects.order_by("pk")
    records.tamper(
        "UPDATE applications_lineruling SET supersedes_id = CASE WHEN id = %s THEN %s END",
        first.pk, second.pk,
    )  # fmt: skip
    assert found() == {("row_changed", "rulings")}


def test_a_reference_that_nobody_has(w: World) -> None:
    gone, last = filed(w), filed(w)
    assert gone.reference
    name = gone.reference.rpartition("-")[0]
    case = Case.objects.get(application=gone)
    records.tamper("DELETE FROM cases_task WHERE case_id = %s", key(case.pk))
    records.tamper("DELETE FROM cases_case WHERE id = %s", key(case.pk))
    for table in ("namedoffice", "filedparty", "paper"):
        records.tamper(f"DELETE FROM applications_{table} WHERE application_id = %s", key(gone.pk))  # noqa: S608
    records.tamper(
        "DELETE FROM applications_lineruling WHERE line_id IN"
        " (SELECT id FROM applications_filedline WHERE application_id = %s)", key(gone.pk),
    )  # fmt: skip
    records.tamper("DELETE FROM applications_filedline WHERE application_id = %s", key(gone.pk))
    for of in (case.pk, gone.pk):
        records.tamper("DELETE FROM events_event WHERE aggregate_id = %s", key(of))
    records.tamper("DELETE FROM applications_application WHERE id = %s", key(gone.pk))
    (finding,) = verify().findings
    assert (finding.code, finding.values["name"]) == ("reference_missing", name)
    assert finding.message("en").startswith(f"References {name}-000001 to {name}-000001")
    records.tamper("UPDATE applications_sequence SET last = 5")
    assert [each.code for each in verify().findings] == ["reference_missing"] * 2
    records.tamper("UPDATE applications_sequence SET last = 0")
    assert [each.code for each in verify().findings] == ["reference_missing", "reference_counter"]
    records.tamper(
        "UPDATE applications_application SET reference = 'odd' WHERE id = %s", key(last.pk)
    )
    assert {"reference_odd", "state"} <= {each.code for each in verify().findings}


@contextmanager
def changed(statement: str) -> Iterator[None]:
    """Look at the site as if that were done."""
    with transaction.atomic():
        records.tamper(statement)
        yield
        transaction.set_rollback(True)
