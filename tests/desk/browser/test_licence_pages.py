"""Pages of a licence in both languages and widths; the paper's QR code leads to its state."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pypdfium2
import pytest
from django.urls import reverse

from monazite.desk.events.append import Who
from monazite.desk.licences import services
from support.barcodes import qr_texts
from support.licences import issued
from support.offices import person

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from desk.browser.conftest import Desk
    from monazite.desk.licences.models import Licence
    from support.offices import World

pytestmark = [pytest.mark.slow]
GATE = Who(None, "api")


def _used(w: World) -> Licence:
    """A licence of which something is used and something set aside, suspended by two people."""
    licence = issued(w, uses_max=5)
    line, day = licence.lines.get(), licence.valid_from
    services.reserve(line.pk, Decimal(600), Decimal(42000), day, "a", GATE)
    services.post(line.pk, Decimal(450), Decimal(31500), day, "b", GATE)
    officer = person(w.licensing, "licensing_officer")
    order = services.propose_order(
        officer, licence.pk, "suspend", ["end_use"], "The end user does not answer.", "page"
    )
    services.sign_order(w.chief, order.pk, "page")
    return licence


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_hold_in_both_languages_and_widths(
    desk: Desk, w: World, lang: str, width: int
) -> None:
    licence = _used(w)
    cookie = {"name": "monazite_language", "value": lang, "url": desk.url}
    desk.context.add_cookies([cookie])  # type: ignore[list-item]
    page = desk.open("/")
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        reverse("licences"),
        reverse("licence", args=[licence.pk]),
        reverse("licence_surrender", args=[licence.pk]),
        reverse("verify_asked"),
        reverse("verify", args=[licence.number, licence.check_code]),
    ):
        answer = page.goto(f"{desk.url}{address}")
        assert answer is not None
        assert answer.status == 200, address
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{address} is {wide} px wider than the screen"
    assert desk.complaints == []


def test_paper_leads_to_its_state_now(desk: Desk, w: World, chromium: Browser) -> None:
    licence = _used(w)
    pdf = desk.context.request.get(
        desk.url + reverse("licence_pdf", args=[licence.pk, "zh"])
    ).body()
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil()
    (code,) = qr_texts(picture)
    assert urlsplit(code).netloc == urlsplit(desk.url).netloc
    stranger = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    page = stranger.new_page()
    page.goto(code)
    assert "该许可证真实" in page.inner_text("main")
    assert "已中止：不得使用" in page.inner_text("main")
    page.goto(f"{desk.url}{reverse('verify_asked')}")
    page.fill("#number", licence.number.lower())
    page.fill("#code", licence.check_code.replace("-", " "))
    page.click("button.primary")
    assert "该许可证真实" in page.inner_text("main")
    stranger.close()
