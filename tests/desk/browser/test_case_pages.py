"""The page of a case in both languages, wide and narrow, each form open: nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.cases import services
from monazite.desk.cases.given import Given
from support.cases import Offices, in_review, offices
from support.pages import official

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from desk.browser.conftest import Desk

pytestmark = [pytest.mark.slow]
ACTS = ("", "propose", "ask", "hold", "consult", "assign", "note", "refer_up")


@pytest.fixture
def w(transactional_db: None, settings: Settings, tmp_path: Path) -> Offices:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return offices()


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_case_holds_in_both_languages_and_widths(
    desk: Desk, w: Offices, lang: str, width: int
) -> None:
    application = in_review(w)
    given = Given("with_conditions", conditions=("x" * 200,), text="Only so.")
    services.advise(w.miit_reviewer, application.pk, given, "page")
    key = official(w.officer).session.session_key or ""
    desk.context.add_cookies(
        [
            {"name": "sessionid", "value": key, "url": desk.url},
            {"name": "monazite_language", "value": lang, "url": desk.url},
        ]
    )
    page = desk.open("/")
    page.set_viewport_size({"width": width, "height": 800})
    for act in ACTS:
        address = f"{reverse('case', args=[application.pk])}?act={act}"
        answer = page.goto(f"{desk.url}{address}")
        assert answer is not None
        assert answer.status == 200, address
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{address} is {wide} px wider than the screen"
        unlabelled = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
            ".filter(each => !each.labels.length && !each.ariaLabel).map(each => each.name)"
        )
        assert unlabelled == [], address
    assert desk.complaints == []
