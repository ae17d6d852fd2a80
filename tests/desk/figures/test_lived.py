"""The figures of what services did: a case taken up again, a change asked of a licence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services as filing
from monazite.desk.applications.models import Application
from monazite.desk.cases import services
from monazite.desk.figures.period import Asked
from monazite.desk.figures.reporting import of_site
from monazite.desk.licences import services as licences
from support.cases import offices
from support.deciding import refused
from support.licences import issued
from support.offices import World, law_today, world

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.licensing.figures.report import QueueReport

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _papers(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path


def now() -> QueueReport:
    today = law_today()
    return of_site("CN", Asked(today - timedelta(days=30), today, today))


def test_a_refused_case_that_a_chief_takes_up_again_is_pending() -> None:
    w = offices()
    application = refused(w)
    before = now()
    assert before.counts
    assert (before.counts.refused, before.counts.pending) == (1, 0)
    services.reopen(w.chief, application.pk, "A new paper came in.", "page")
    after = now()
    assert after.counts
    assert (after.counts.refused, after.counts.pending) == (0, 1)
    assert sum(age.cases for age in after.ages) == 1
    assert after.forecast
    assert after.forecast.pending == 1


def test_a_change_of_a_licence_is_no_application_for_one() -> None:
    w: World = world()
    licence = issued(w)
    draft = licences.change(w.preparer, licence.pk, "page")
    port = {"transport[0].port_of_exit": "Shanghai"}
    filing.save(w.preparer, draft.pk, port, draft.version, "page")
    saved = Application.objects.get(pk=draft.pk)
    filing.file(w.signatory, draft.pk, saved.version, "page")
    found = now()
    assert found.counts
    assert found.changes.counts
    assert (found.counts.applied, found.changes.counts.applied) == (1, 1)
    assert found.changes.counts.pending == 1
