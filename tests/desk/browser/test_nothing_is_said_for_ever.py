"""A save that the site refuses is told in the page with its reason; what was typed stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services
from support.forms import good_form, paper_files
from support.pages import Upload

if TYPE_CHECKING:
    from desk.browser.conftest import Desk
    from monazite.desk.applications.models import Application
    from support.offices import World

pytestmark = [pytest.mark.slow]
NUMBER, BUYER = '[name="contract.number"]', '[name="contract.buyer"]'


@pytest.fixture
def draft(w: World) -> Application:
    from monazite.law.store import load  # noqa: PLC0415 - once Django is ready

    made = services.new(w.signatory, good_form(load().today("CN")), "page")
    for name, data in paper_files().items():
        services.upload(w.signatory, made.pk, name, Upload(name, data), secret=False, via="page")
    return made


def test_what_was_filed_elsewhere_says_so_and_shows_the_text(
    desk: Desk, w: World, draft: Application
) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    services.file(w.signatory, draft.pk, None, "page")
    page.fill(NUMBER, "too late")
    page.wait_for_selector("#lost:not([hidden])")
    assert "This draft was filed" in page.inner_text("#lost")
    assert "too late" in page.input_value("#lost-text")
    assert "Contract number" in page.input_value("#lost-text")
    assert "Saving" not in page.inner_text("#saved")


@pytest.mark.parametrize(("status", "said"), [(404, "not yours"), (400, "reload this page")])
def test_a_refusal_is_told_with_its_reason(
    desk: Desk, draft: Application, status: int, said: str
) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    page.route("**/save/", lambda route: route.fulfill(status=status, body="<!DOCTYPE html>"))
    page.fill(NUMBER, "mine")
    page.wait_for_selector("#lost:not([hidden])")
    assert said in page.inner_text("#lost-why")
    assert "mine" in page.input_value("#lost-text")


def test_who_asks_too_often_is_told_to_wait(desk: Desk, draft: Application) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    page.route("**/save/", lambda route: route.fulfill(status=429, body=""))
    page.fill(NUMBER, "mine")
    page.wait_for_selector("#saved.failed")
    assert "in a minute" in page.inner_text("#saved")


@pytest.mark.parametrize("length", [20_001, 3 * 1024 * 1024])
def test_a_text_beyond_measure_costs_no_other(desk: Desk, draft: Application, length: int) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    page.evaluate(
        """([number, buyer, length]) => {
          const put = (where, text) => {
            document.querySelector(where).value = text;
            document.querySelector(where).dispatchEvent(new Event("input", {bubbles: true}));
          };
          put(number, "x".repeat(length));
          put(buyer, "kept");
        }""",
        [NUMBER, BUYER, length],
    )
    page.wait_for_selector("#found-contract-number .refused")
    page.wait_for_selector("#saved.failed")
    page.wait_for_timeout(1_500)
    draft.refresh_from_db()
    assert draft.form["contract"]["buyer"] == "kept"
    assert draft.form["contract"]["number"] != "x" * length
    assert len(page.input_value(NUMBER)) == length
    page.fill(NUMBER, "C-9")
    page.wait_for_selector("#saved:not(.failed):not(.waiting)")
    assert page.query_selector("#found-contract-number .refused") is None
    draft.refresh_from_db()
    assert draft.form["contract"]["number"] == "C-9"
