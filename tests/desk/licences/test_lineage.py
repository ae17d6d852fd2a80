"""A licence was replaced: what is reported about the old line goes on in the new one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from monazite.desk.applications import services as filing
from monazite.desk.licences import services
from monazite.desk.licences.lineage import lineage
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.reported import Said
from monazite.desk.licences.services.reporting import report
from support.at_gate import MANY, Gate, gate
from support.licences import issue_for

if TYPE_CHECKING:
    import pytest
    from pytest_django import Settings


def said(line: LicenceLine, number: int, total: int) -> Said:
    return Said(
        f"m{number}", line.licence.number, line.number, "D1", "cumulative", number, timezone.now(),
        Decimal(total), line.unit, "", Decimal(0),
    )  # fmt: skip


def replaced(g: Gate) -> LicenceLine:
    """The line that takes the old one's place: the port of exit is another."""
    draft = services.change(g.w.preparer, g.licence.pk, "page")
    changes = {"transport[0].port_of_exit": "Shanghai"}
    filing.save(g.w.preparer, draft.pk, changes, draft.version, "page")
    draft.refresh_from_db()
    change = filing.file(g.w.signatory, draft.pk, draft.version, "page")
    licence = issue_for(g.w, change, **MANY)
    return LicenceLine.objects.select_related("licence").get(licence=licence)


def test_reports_about_a_replaced_line_go_on_in_the_line_that_stands(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    g = gate()
    old = g.line
    report(g.officer, said(old, 1, 30), "api")
    new = replaced(g)
    assert [line.pk for line in lineage(old)] == [old.pk, new.pk]
    answer = report(g.officer, said(old, 2, 50), "api")  # its sender knows the old number alone
    assert [(each.line_id, each.quantity) for each in answer.movements] == [(new.pk, Decimal(20))]
    report(g.officer, said(new, 3, 10), "api")
    new.refresh_from_db()
    assert (new.used_quantity, new.uses) == (Decimal(10), 1)
    assert g.sums == (0, 30, 1)


def test_a_licence_that_was_stopped_stays_so_in_the_one_that_takes_its_place(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    g = gate()
    report(g.officer, said(g.line, 1, 1500), "api")
    g.licence.refresh_from_db()
    new = replaced(g)
    assert (new.licence.suspended_since, new.used_quantity) == (
        g.licence.suspended_since, Decimal(1000),
    )  # fmt: skip
    assert not new.licence.orders.exists()
