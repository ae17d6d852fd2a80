"""What was typed survives an expired session, another writer, and a page that was left too soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.models import Session

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from support.forms import paper_files

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from desk.browser.conftest import Desk
    from support.offices import World

pytestmark = [pytest.mark.slow]
NUMBER, BUYER = '[name="contract.number"]', '[name="contract.buyer"]'


@pytest.fixture
def draft(w: World) -> Application:
    form = {"application": {"regime": "CN", "kind": "single"}, "contract": {"number": "C-1"}}
    return services.new(w.signatory, form, "page")


def test_an_expired_session_loses_nothing(desk: Desk, w: World, draft: Application) -> None:
    w.signatory.set_password("a long password of ours")
    w.signatory.save()
    desk.sign_in(w.signatory)  # a new password ends the sessions of the old one
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    Session.objects.all().delete()
    page.fill(NUMBER, "C-2026-7")
    page.wait_for_selector("#signed-out:not([hidden])")
    with page.expect_response("**/save/") as refused:
        page.fill(BUYER, "Example Motors KK")
    assert refused.value.status == 401

    other = desk.open("/sign-in/")
    other.fill("#email", w.signatory.email)
    other.fill("#password", "a long password of ours")
    other.click("main button.primary")
    other.wait_for_url(f"{desk.url}/")

    page.click("#resend")
    page.wait_for_selector("#saved:not(.failed):not(.waiting)")
    page.wait_for_selector("#signed-out", state="hidden")
    draft.refresh_from_db()
    assert draft.form["contract"] == {"number": "C-2026-7", "buyer": "Example Motors KK"}
    assert [said for said in desk.complaints if "401" not in said] == []


def test_two_writers_see_both_texts(desk: Desk, w: World, draft: Application) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    services.save(w.preparer, draft.pk, {"contract.number": "theirs"}, draft.version, "page")
    page.fill(NUMBER, "mine")
    clash = page.wait_for_selector(".clash")
    assert clash is not None
    assert "theirs" in clash.inner_text()
    assert "mine" in clash.inner_text()
    assert _number(draft) == "theirs"
    with page.expect_response("**/save/"):
        page.click('.clash [data-clash="mine"]')
    page.wait_for_selector("#saved:not(.failed):not(.waiting)")
    assert _number(draft) == "mine"


def test_a_page_left_too_soon_sends_the_rest_from_the_next(desk: Desk, draft: Application) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/contract/")
    page.fill(NUMBER, "C-3")
    with page.expect_response("**/save/"):
        page.goto(f"{desk.url}/applications/{draft.pk}/form/lines/")
    page.wait_for_selector("#saved:not(.failed):not(.waiting)")
    assert _number(draft) == "C-3"


def test_a_name_that_turns_its_writing_is_refused_at_its_field(
    desk: Desk, draft: Application
) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/parties/")
    page.click('button[value="add:parties"]')
    page.fill('[name="parties[0].name"]', "Example \u202eKK srotoM")
    page.wait_for_selector("#found-parties-0-name .finding.error")
    assert "U+202E" in page.inner_text("#found-parties-0-name")
    assert page.get_attribute("#in-parties-0-name", "aria-invalid") == "true"


def test_an_answer_brings_the_question_that_it_raises(desk: Desk, draft: Application) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/application/")
    assert not _has(page, "application.voucher_case")
    page.focus('[name="application.kind"]')
    page.select_option('[name="application.kind"]', "voucher")
    page.wait_for_selector('[name="application.voucher_case"]')
    assert page.evaluate("document.activeElement.name") == "application.kind"


def test_a_file_beyond_the_limit_is_told_in_the_page(
    desk: Desk, draft: Application, tmp_path: Path
) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/papers/")
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.4" + bytes(21 * 1024 * 1024))
    page.click("#another > summary")
    page.set_input_files("#upload-file", large)
    page.click("#uploading button")
    page.wait_for_selector("#upload-told:not(:empty)")
    assert "20 MB" in page.inner_text("#upload-told")


def test_a_missing_paper_is_sent_from_its_own_line(
    desk: Desk, draft: Application, tmp_path: Path
) -> None:
    page = desk.open(f"/applications/{draft.pk}/form/papers/")
    small = tmp_path / "contract.pdf"
    small.write_bytes(paper_files()["contract.pdf"])
    page.click("#wanted-contract > summary")
    page.set_input_files("#upload-file-contract", small)
    page.click("#uploading-contract button")
    page.wait_for_selector("#at-papers-0[open]")
    assert page.query_selector("#wanted-contract") is None
    assert page.input_value('[name="papers[0].kind"]') == "contract"
    assert desk.complaints == []


def test_a_row_stays_open_while_it_is_typed_in(desk: Desk, w: World, draft: Application) -> None:
    rows = [{"label": f"P{n}", "kind": "other", "language": "zh"} for n in range(5)]
    services.save_form(w.signatory, draft.pk, draft.form | {"papers": rows}, draft.version, "page")
    page = desk.open(f"/applications/{draft.pk}/form/papers/?row=2#at-papers-1")
    with page.expect_response("**/save/"):
        page.fill('[name="papers[1].signed_by"]', "Example Person")
    page.wait_for_selector('[name="papers[1].signed_on"]')
    assert page.is_visible('[name="papers[1].signed_by"]')
    assert "Example Person" in page.inner_text("#line-papers-1")


def _has(page: Page, path: str) -> bool:
    return page.query_selector(f'[name="{path}"]') is not None


def _number(draft: Application) -> object:
    return Application.objects.get(pk=draft.pk).form["contract"]["number"]
