"""What lists say of the parties of a case, from its filing on, as it is known when it is read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desk.pages.cases.conftest import browser
from monazite.desk.watching.comparing import Comparing
from monazite.desk.watching.taking_up import take_up
from support import site_lists
from support.cases import in_review, taken_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.cases import Offices

# PostgreSQL shows events to the worker when they are committed.
pytestmark = pytest.mark.django_db(transaction=True)
LIKE = "Hoshizora Motor Kabushiki Kaisha, Fictional"
ALERT = f"which has it as “{LIKE}”"


def test_an_alert_is_read_as_soon_as_the_worker_found_it(
    w: Offices, settings: Settings, tmp_path: Path
) -> None:
    settings.LISTS_ROOT = tmp_path / "lists"
    application = taken_in(w)
    site_lists.load(tmp_path / "lists", (LIKE, "", "JP"))
    reader = browser(w.intake_officer, application.pk)
    assert "nothing more can be said by the lists that this site holds" in reader.page()
    take_up()
    Comparing().compare(datetime.now(UTC))
    page = reader.page()
    assert page.count(ALERT) == 2  # as importer and as end user
    assert "暂无法依据本系统所存名单" not in reader.in_chinese()


def test_a_site_without_lists_says_what_it_always_said(
    w: Offices, settings: Settings, tmp_path: Path
) -> None:
    settings.LISTS_ROOT = tmp_path / "none"
    page = browser(w.officer, in_review(w).pk).page()
    assert "no exact match by name" in page
    assert "this site holds" not in page
