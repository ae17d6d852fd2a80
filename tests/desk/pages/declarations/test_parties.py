"""What lists say of those who are named on a declaration: to officers, never to who declared."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.gate import services
from monazite.desk.watching.comparing import Comparing
from monazite.desk.watching.taking_up import take_up
from support import site_lists

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings

    from monazite.desk.gate.models import Declaration
    from support.at_gate import Gate

# PostgreSQL shows events to the worker when they are committed.
pytestmark = pytest.mark.django_db(transaction=True)
LIKE = "Hoshizora Motor Kabushiki Kaisha, Fictional"


@pytest.fixture
def row(g: Gate, settings: Settings, tmp_path: Path) -> Declaration:
    settings.LISTS_ROOT = tmp_path / "lists"
    site_lists.load(tmp_path / "lists", (LIKE, "", "JP"))
    return services.lodge(g.declarant, g.document(), "page")


def shown(client: Client, row: Declaration) -> str:
    answer = client.get(reverse("declaration", args=[row.pk]), headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_worker_came_it_says_that_nothing_was_compared(
    officer: Client, row: Declaration
) -> None:
    page = shown(officer, row)
    assert "nothing more can be said by the lists that this site holds" in page
    assert LIKE not in page


def test_an_officer_reads_the_alert_and_the_declarant_does_not(
    officer: Client, declarant: Client, row: Declaration
) -> None:
    take_up()
    Comparing().compare(datetime.now(UTC))
    page = shown(officer, row)
    assert "Consignee, End user" in page
    assert f"which has it as “{LIKE}”" in page
    own = shown(declarant, row)
    assert LIKE not in own
    assert 'id="parties"' not in own


def test_without_lists_there_is_no_such_part(
    officer: Client, row: Declaration, settings: Settings, tmp_path: Path
) -> None:
    settings.LISTS_ROOT = tmp_path / "none"
    assert 'id="parties"' not in shown(officer, row)
