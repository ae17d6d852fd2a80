"""A declarant and an officer at the gate: from a licence to the exit, in both languages and widths."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from desk.browser.conftest import Desk
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from support.at_gate import Gate, gate
from support.pages import official

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from monazite.desk.people.models import Person

pytestmark = [pytest.mark.slow]
NEW = "/declarations/new/"


@pytest.fixture
def g(transactional_db: None, settings: Settings, tmp_path: Path) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return gate()


@pytest.fixture
def gates(chromium: Browser, live_server: LiveServer, g: Gate) -> Iterator[Desk]:
    """The site for the declarant of the exporter."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(15_000)
    found = Desk(live_server.url, context)
    found.sign_in(g.declarant)
    yield found
    context.close()


def as_officer(desk: Desk, person: Person) -> None:
    """The browser goes on as an official who showed the second factor."""
    key = official(person).session.session_key or ""
    desk.context.add_cookies([{"name": "sessionid", "value": key, "url": desk.url}])


STOPS = re.compile(r"\d+ points? stops? it")


def said(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until the panel says so."""
    page.locator("#panel", has_text=text).wait_for()


def test_from_a_licence_to_the_exit(gates: Desk, g: Gate) -> None:
    page = gates.open(NEW)
    said(page, "As you type")
    page.select_option("#licence", str(g.licence.pk))  # fills the form without another click
    said(page, "Nothing stops it")
    page.fill("#in-items-0-quantity", "5000")
    said(page, STOPS)
    page.click("#panel .found a")  # the finding leads to its field
    assert "#at-items-0-" in page.url
    page.fill("#in-destination", "KR")
    said(page, "Korea")
    page.fill("#in-destination", "JP")
    page.fill("#in-items-0-quantity", "120")
    page.fill("#in-items-0-mass_kg", "120")
    said(page, "Nothing stops it")
    page.click("button[value=lodge]")
    page.wait_for_url("**/declarations/*-*/**")
    assert "Cleared" in page.inner_text("#answer")
    row = Declaration.objects.get()
    as_officer(gates, g.officer)
    page.goto(f"{gates.url}{reverse('declarations')}?state=cleared")
    page.click("td.title a")
    page.fill("#exit-left_1", "110")
    page.click("#act-exit button.primary")
    page.locator(".banner.good").wait_for()
    row.refresh_from_db()
    assert row.state == "exited"
    assert g.sums[:2] == (0, 110)
    assert gates.complaints == []


def test_without_scripts_the_buttons_do_the_same(
    chromium: Browser, live_server: LiveServer, g: Gate
) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    desk = Desk(live_server.url, context)
    desk.sign_in(g.declarant)
    page = context.new_page()
    page.goto(f"{desk.url}{NEW}")
    page.select_option("#licence", str(g.licence.pk))
    page.click("button[value=use]")
    assert "Nothing stops it" in page.inner_text("#panel")
    page.fill("#in-items-0-quantity", "99999")
    page.click(".steps button[value=check]")
    assert STOPS.search(page.inner_text("#panel"))
    page.click("button[value=lodge]")
    page.click("button[value=lodge_anyway]")
    assert Declaration.objects.get().state == "refused"
    assert "Refused" in page.inner_text("#answer")
    context.close()


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_hold_in_both_languages_and_widths(
    gates: Desk, g: Gate, lang: str, width: int
) -> None:
    bad = g.document(item_quantity="5000", item_mass_kg="5000", destination="KR")
    row = services.lodge(g.declarant, bad, "page")
    cookie = {"name": "monazite_language", "value": lang, "url": gates.url}
    gates.context.add_cookies([cookie])  # type: ignore[list-item]
    page = gates.open("/")
    page.set_viewport_size({"width": width, "height": 800})
    pages = [
        "/", reverse("declarations"), f"{NEW}?licence={g.licence.pk}", reverse("manifests"),
        reverse("declaration", args=[row.pk]), reverse("declaration_amend", args=[row.pk]),
    ]  # fmt: skip
    _fits(gates, page, pages)
    as_officer(gates, g.officer)
    _fits(gates, page, ["/", reverse("declarations"), reverse("declaration", args=[row.pk])])
    assert gates.complaints == []


def _fits(desk: Desk, page: Page, addresses: list[str]) -> None:
    for address in addresses:
        answer = page.goto(f"{desk.url}{address}")
        assert answer is not None
        assert answer.status == 200, address
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{address} is {wide} px wider than the screen"


def test_a_manifest_is_handed_in_and_each_of_it_answered(
    gates: Desk, g: Gate, tmp_path: Path
) -> None:
    file = tmp_path / "many.json"
    file.write_text(json.dumps([g.document(reference="A"), g.document(item_hs="")]))
    page = gates.open(reverse("manifests"))
    page.set_input_files("#file", file)
    page.click("#lodge button.primary")
    page.locator("#unlodged").wait_for()
    assert "A" in page.inner_text("table")
    assert gates.complaints == []
