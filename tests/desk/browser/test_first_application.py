"""A first application: brought from a file, each fault shown with its cure, mended, filed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application
from monazite.desk.applications.typed import paths
from monazite.desk.events.models import Event
from monazite.desk.pages.form.findings import link
from monazite.law.store import load
from monazite.licensing.documents import write_json
from support.forms import eleven_faults, faulty_form, good_form, paper_files

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from desk.browser.conftest import Desk
    from support.forms import Fault

pytestmark = [pytest.mark.slow]


def test_eleven_faults_are_shown_with_their_cures_mended_and_filed(
    desk: Desk, tmp_path: Path
) -> None:
    today = load().today("CN")
    page = desk.open("/applications/new/")
    _bring(page, tmp_path / "form.json", write_json(faulty_form(today)))
    draft = Application.objects.get()
    for name, data in paper_files().items():
        _upload(page, desk, draft, tmp_path / name, data)

    page.goto(f"{desk.url}/applications/{draft.pk}/check/")
    shown = page.inner_text("main")
    found = {finding.code: finding for finding in check(Application.objects.get()).findings}
    for fault in eleven_faults(today):
        for code in fault.codes:
            assert found[code].message("en") in shown, fault.name
            assert found[code].cure("en") in shown, fault.name
    assert not page.query_selector("#file-it"), "what would bounce cannot be filed"

    for fault in eleven_faults(today):
        _mend(page, desk, draft, fault)
    page.goto(f"{desk.url}/applications/{draft.pk}/check/")
    assert "Nothing would bounce it" in page.inner_text("main")

    page.dblclick("#file-it")
    page.wait_for_url("**/receipt/")
    filed = Application.objects.get()
    assert filed.state == "submitted"
    assert page.inner_text("#reference") == filed.reference
    assert filed.form_sha256 in page.inner_text("main")
    assert Event.objects.filter(kind="filed").count() == 1
    assert desk.complaints == []


def _bring(page: Page, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    page.set_input_files("#file", path)
    page.click("#import button")
    page.wait_for_url("**/check/")


def _upload(page: Page, desk: Desk, draft: Application, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    page.goto(f"{desk.url}/applications/{draft.pk}/form/papers/")
    page.click("#another > summary")
    page.set_input_files("#upload-file", path)
    page.click("#uploading button")
    page.wait_for_url(re.compile(r"/form/papers/\?row=\d+#at-papers-\d+$"))


def _mend(page: Page, desk: Desk, draft: Application, fault: Fault) -> None:
    """Put the good text into each field of the fault, as one types; take a whole row away."""
    for path in fault.changes:
        page.goto(f"{desk.url}{link(path, draft.pk)}")
        if "." not in path:
            row = path.removesuffix("]").replace("[", ":")
            page.click(f'button[value="remove:{row}"]')
            page.wait_for_url("**#at-transport")
            continue
        good = str(paths.value(good_form(load().today("CN")), path) or "")
        with page.expect_response("**/save/") as answer:
            _type(page, path, good)
        assert answer.value.status == 200
        page.wait_for_selector("#saved:not(.waiting)")


def _type(page: Page, path: str, text: str) -> None:
    control = page.locator(f'#fields [name="{path}"]')
    if control.evaluate("each => each.tagName") == "SELECT":
        control.select_option(text)
    else:
        control.fill(text)
