"""The queue in a browser: by keys alone, without scripts, and on a narrow screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.cases.models import Task
from support.cases import Offices, offices
from support.pages import official
from support.queues import case, due_in, line, standing_still, task, unlimited

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from pytest_django import Settings

    from desk.browser.conftest import Desk
    from monazite.desk.people.models import Person

pytestmark = [pytest.mark.slow]


@pytest.fixture
def w(transactional_db: None, settings: Settings, tmp_path: Path) -> Offices:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    made = offices()
    for left in (-2, 1, 8, 30):
        one = due_in(case(made), left)
        line(one, "1C905.a.4", "Nd=0.27,Fe=0.68,Dy=0.03")
        task(one, made.licensing, assignee=made.second_officer if left == 8 else None)
    task(standing_still(case(made), 6), made.licensing)
    task(unlimited(case(made)), made.licensing)
    return made


def _of(desk: Desk, person: Person) -> Desk:
    key = official(person).session.session_key or ""
    desk.context.add_cookies([{"name": "sessionid", "value": key, "url": desk.url}])
    return desk


def _focused(page: Page) -> int:
    """Which row holds what has the focus; -1 for none."""
    return int(page.evaluate(
        "[...document.querySelectorAll('[data-row]')].findIndex(r => r.contains(document.activeElement))"
    ))  # fmt: skip


def test_an_officer_works_by_keys_alone(desk: Desk, w: Offices) -> None:
    page = _of(desk, w.officer).open(reverse("queue"))
    for key, row in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert _focused(page) == row
    page.keyboard.press("x")
    assert page.locator("#ticked").inner_text() == "1"
    page.keyboard.press("?")
    assert page.locator("#keys").get_attribute("open") is not None
    page.keyboard.press("/")
    page.keyboard.type("jax")
    assert page.locator("#text").input_value() == "jax"
    assert page.locator("#ticked").inner_text() == "1", "letters that are typed are no keys"
    page.locator("h1").click()
    page.keyboard.press("a")
    page.wait_for_selector("text=Done for 1 of 1 cases")
    assert Task.objects.get(assignee=w.officer).case.due_index == min(
        one.case.due_index or 0 for one in Task.objects.exclude(assignee=None)
    )
    page.goto(f"{desk.url}{reverse('queue')}")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/**")
    assert desk.complaints == []


def test_keys_can_be_switched_off(desk: Desk, w: Offices) -> None:
    page = _of(desk, w.officer).open(reverse("queue"))
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.reload()
    page.keyboard.press("j")
    assert _focused(page) == -1


def test_everything_works_without_scripts(chromium: Browser, desk: Desk, w: Offices) -> None:
    context = chromium.new_context(java_script_enabled=False)
    key = official(w.officer).session.session_key or ""
    context.add_cookies([{"name": "sessionid", "value": key, "url": desk.url}])
    page = context.new_page()
    page.goto(f"{desk.url}{reverse('queue')}")
    for tick in page.locator("input[name=pick]").all()[:2]:
        tick.check()
    page.locator("#to").select_option(str(w.second_officer.pk))
    page.get_by_role("button", name="Assign to this colleague").click()
    assert "Done for 2 of 2 cases" in page.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_hold_in_both_languages_and_widths(
    desk: Desk, w: Offices, lang: str, width: int
) -> None:
    cookie = {"name": "monazite_language", "value": lang, "url": desk.url}
    _of(desk, w.officer).context.add_cookies([cookie])  # type: ignore[list-item]
    page = desk.open("/")
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/", reverse("queue"), reverse("queue") + "?scope=cases&overdue=1", reverse("mentions"),
    ):  # fmt: skip
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
        assert page.locator("h1").count() == 1, address
    assert desk.complaints == []
