"""Every page in both languages, wide and narrow: no complaint of the browser, nothing cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.pages.form.steps import STEPS
from monazite.law.store import load
from support.forms import faulty_form, good_form, paper_files

if TYPE_CHECKING:
    from io import BytesIO

    from desk.browser.conftest import Desk
    from monazite.desk.applications.models import Application
    from support.offices import World

pytestmark = [pytest.mark.slow]


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_hold_in_both_languages_and_widths(
    desk: Desk, w: World, lang: str, width: int
) -> None:
    addresses = _addresses(w)
    cookie = {"name": "monazite_language", "value": lang, "url": desk.url}
    desk.context.add_cookies([cookie])  # type: ignore[list-item]
    page = desk.open("/")
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses:
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


def _addresses(w: World) -> list[str]:
    today = load().today("CN")
    draft = services.new(w.signatory, faulty_form(today), "page")
    filed = _filed(w, today)
    amended = services.amend(w.signatory, filed.pk, "page")
    steps = [reverse("form", args=[draft.pk, step]) for step in STEPS]
    of_filed = [reverse(name, args=[filed.pk]) for name in ("detail", "receipt", "withdraw")]
    of_drafts = [
        reverse("check", args=[draft.pk]), reverse("split", args=[draft.pk]),
        reverse("difference", args=[amended.pk]), reverse("check", args=[amended.pk]),
    ]  # fmt: skip
    return ["/", reverse("applications"), reverse("new"), *steps, *of_filed, *of_drafts]


def _filed(w: World, today: object) -> Application:
    draft = services.new(w.signatory, good_form(today), "page")  # type: ignore[arg-type]
    for name, data in paper_files().items():
        services.upload(w.signatory, draft.pk, name, _stream(data), secret=False, via="page")
    return services.file(w.signatory, draft.pk, None, "page")


def _stream(data: bytes) -> BytesIO:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415

    return SimpleUploadedFile("paper.pdf", data)  # type: ignore[return-value]
