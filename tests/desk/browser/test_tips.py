"""Who tells of something, in a real browser: what it sends of itself decides whether it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.leads.models import Tip
from support.batches import books

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.slow]
TOLD = "Ten boxes go to Muscat."


def test_a_tip_is_told_and_read_again_and_nothing_stays(
    chromium: Browser,
    live_server: LiveServer,
    transactional_db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.PAPERS_ROOT = tmp_path
    books()
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(f"{live_server.url}{reverse('tell')}")
    page.select_option("[name=regime]", "CN")
    page.locator("[name=kind]").first.check()
    page.fill("textarea[name=text]", TOLD)
    page.click("form.card button.primary")
    code = page.locator("p.mono.lead").inner_text().strip()
    assert Tip.objects.get().messages.get().text == TOLD
    page.goto(f"{live_server.url}{reverse('tell_receipt')}")
    page.fill("[name=code]", code)
    page.click("form.card button.primary")
    page.locator(f"text={TOLD}").wait_for()
    kept = [each for each in context.cookies() if each.get("expires", -1) != -1]
    assert [each["name"] for each in kept] == []
    context.close()
