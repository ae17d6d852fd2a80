"""One application goes the whole way in browsers, each person in their own: to a suspended licence.

Accepted, queried, answered, four offices in conflict, settled, countersigned, licensed, verified
from the paper's QR code, amended, suspended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from desk.browser.conftest import Desk
from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Case
from monazite.desk.licences.models import Licence
from support.barcodes import qr_texts
from support.cases import Offices, offices
from support.forms import paper_files
from support.offices import filed, firm, person
from support.pages import official

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from monazite.desk.people.models import Organisation, Person

pytestmark = [pytest.mark.slow]
CONDITION = "Each lot is sampled before it leaves."
QUESTION = "Which plant makes the magnets, and since when?"
ANSWER = "The plant in Toyokumo, since 2019; its register is attached."


@pytest.fixture
def w(transactional_db: None, settings: Settings, tmp_path: Path) -> Offices:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return offices()


@dataclass
class People:
    """Browsers by person, each with its own session; pages that nobody signed in to, too."""

    chromium: Browser
    url: str
    desks: list[Desk] = field(default_factory=list)

    def of(self, who: Person | None) -> Desk:
        """A browser in which this person, or nobody, has signed in."""
        context = self.chromium.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(15_000)
        desk = Desk(self.url, context)
        self.desks.append(desk)
        if who is not None and who.organisation.kind == "agency":
            key = official(who).session.session_key or ""
            context.add_cookies([{"name": "sessionid", "value": key, "url": self.url}])
        elif who is not None:
            desk.sign_in(who)
        return desk


@pytest.fixture
def people(chromium: Browser, live_server: LiveServer, w: Offices) -> Iterator[People]:  # noqa: ARG001
    found = People(chromium, live_server.url)
    yield found
    for desk in found.desks:
        desk.context.close()


def test_one_application_goes_the_whole_way(people: People, w: Offices, tmp_path: Path) -> None:
    application, reviewers = filed(w), _more_offices(w)
    intake, officer, holder = (people.of(p) for p in (w.intake_officer, w.officer, w.signatory))
    chief, stranger = people.of(w.chief), people.of(None)

    _accepted(intake, application)
    case = _reviewed(officer, application, [office for office, _ in reviewers])
    _queried_and_answered(case, holder, application, tmp_path)
    _in_conflict(people, case, application, [w.miit_reviewer, *(who for _, who in reviewers)])
    _settled_and_proposed(case)
    _countersigned(chief, application)

    first = _licence_proven(holder, stranger, application)
    changed = _change_filed(holder, stranger, first)
    _accepted(intake, changed)
    assert Case.objects.get(application=changed).limit_days == 20
    _change_granted(people, officer, chief, w.miit_reviewer, changed)
    second = _licence_proven(holder, stranger, changed)
    assert _standing(stranger, first) == "Replaced by a changed licence"
    _suspended(officer, chief, stranger, second)
    assert [said for desk in people.desks for said in desk.complaints] == []


def _more_offices(w: Offices) -> list[tuple[Organisation, Person]]:
    """Three offices beside the ministry that the rules name, each with a reviewer."""
    del w
    named = (("Example State Security", "security"), ("Example Laboratory", "laboratory"))
    found = []
    for name, identifier in (*named, ("Example Foreign Ministry", "mfa")):
        office = firm(
            "agency", name, regime="CN", duty="reviewing", identifier=identifier
        )  # fmt: skip
        found.append((office, person(office, "reviewer")))
    return found


def _open(desk: Desk, application: Application) -> Page:
    return desk.open(reverse("case", args=[application.pk]))


def _act(page: Page, name: str) -> Locator:
    """The form of an act, opened as the summary's link opens it."""
    page.click(f'.acts-now a[href$="#act-{name}"]')
    page.wait_for_selector(f"#act-{name}[open]")
    return page.locator(f"#act-{name}")


def _send(form: Locator, done: str) -> None:
    """Press its button; the page comes back and says what was done."""
    page = form.page
    form.locator("button").click()
    page.wait_for_selector(f".banner.good:has-text('{done}')")


def _accepted(intake: Desk, application: Application) -> None:
    page = _open(intake, application)
    _send(_act(page, "take_in"), "You took it in")
    _send(_act(page, "accept"), "Accepted")
    assert "working days are left" in page.inner_text("#time")


def _reviewed(officer: Desk, application: Application, others: list[Organisation]) -> Page:
    """The review begins; three more offices are asked by hand."""
    page = _open(officer, application)
    _send(_act(page, "begin_review"), "The review has begun")
    assert "Rare earths" in page.inner_text("#why")
    for office in others:
        form = _act(page, "consult")
        form.locator("select").select_option(label=office.name)
        form.locator("textarea").fill("What do you know of the end user?")
        _send(form, "The office was asked")
    return page


def _queried_and_answered(case: Page, holder: Desk, application: Application, folder: Path) -> None:
    form = _act(case, "ask")
    form.locator("textarea").fill(QUESTION)
    _send(form, "The question is with the applicant")
    assert "stands still" in case.inner_text("#time")

    page = holder.open(reverse("detail", args=[application.pk]))
    assert QUESTION in page.inner_text("#waits")
    register = folder / "register.pdf"
    register.write_bytes(paper_files()["contract.pdf"] + b"% register\n")
    page.fill("#answer-text", ANSWER)
    page.set_input_files("#answer-files", register)
    page.dblclick("#answer button")
    page.wait_for_selector(f"#waits:has-text('{ANSWER}')")

    case.reload()
    assert ANSWER in case.inner_text("#waits")
    assert "working days are left" in case.inner_text("#time")
    assert "register.pdf" in (case.text_content("#asked") or "")


def _in_conflict(
    people: People, case: Page, application: Application, reviewers: list[Person]
) -> None:
    """Each office sees its own advice alone; together they disagree."""
    said = ("no_objection", "refuse", "with_conditions", "no_objection")
    for who, position in zip(reviewers, said, strict=True):
        _advised(people.of(who), application, position)
    case.reload()
    assert "The offices disagree" in case.inner_text(".banner.error")
    assert case.locator("#advice > .scroll tbody tr").count() == 4
    assert not case.query_selector("#act-propose"), "nothing is proposed over a conflict"


def _advised(desk: Desk, application: Application, position: str) -> None:
    page = _open(desk, application)
    form = _act(page, "advise")
    form.locator(f'[value="{position}"]').check()
    form.locator('[name="text"]').fill(f"Our office says {position}.")
    if position == "refuse":
        form.locator('[value="end_use"]').check()
    if position == "with_conditions":
        form.locator('[name="conditions"]').fill(CONDITION)
    _send(form, "Your advice is given")
    assert page.locator("#advice > .scroll tbody tr").count() == 1


def _settled_and_proposed(case: Page) -> None:
    form = _act(case, "settle")
    form.locator('[value="with_conditions"]').check()
    form.locator('[name="text"]').fill("The doubt was of another plant; sampling covers it.")
    form.locator('[name="conditions"]').fill(CONDITION)
    _send(form, "The conflict is settled")
    _proposed(case, "approved_with_conditions")
    assert "another’s signature" in case.inner_text("#proposal")
    assert not case.query_selector("#act-sign"), "nobody signs what they proposed"


def _proposed(case: Page, outcome: str) -> None:
    form = _act(case, "propose")
    form.locator(f'[value="{outcome}"]').check()
    form.locator('[name="text"]').fill("The end use is civil and proven.")
    assert form.locator('[name="line0.quantity"]').input_value()
    _send(form, "The decision is proposed")


def _countersigned(chief: Desk, application: Application) -> None:
    page = _open(chief, application)
    shown = page.inner_text("#proposal")
    assert "Terms of the licence" in shown
    assert "used 1 × at most" in shown
    _send(_act(page, "sign"), "Signed")


def _licence_proven(holder: Desk, stranger: Desk, application: Application) -> Licence:
    """From the holder's page to the paper, from its QR code to the public page."""
    page = holder.open(reverse("detail", args=[application.pk]))
    page.click("#casework a.primary")
    licence = Licence.objects.get(application=application)
    page.wait_for_selector(f"h1:has-text('{licence.number}')")
    for lang, word in (("en", "Export licence"), ("zh", "许可证")):
        address = f"{holder.url}{reverse('licence_pdf', args=[licence.pk, lang])}"
        data = holder.context.request.get(address).body()
        text, code = _read(data)
        assert licence.number in text
        assert word in text
        shown = stranger.open(code.removeprefix(stranger.url)).inner_text("main")
        assert licence.number in shown
    assert _standing(stranger, licence)
    return licence


def _read(data: bytes) -> tuple[str, str]:
    """The text of a PDF without its line breaks, and what its QR code says."""
    import pypdfium2  # noqa: PLC0415 - heavy, and of this test alone

    document = pypdfium2.PdfDocument(data)
    text, codes = "", set[str]()
    for sheet in document:
        text += re.sub(r"\s+", " ", sheet.get_textpage().get_text_bounded())
        codes |= qr_texts(sheet.render(scale=3).to_numpy())
    (code,) = codes
    return text, code


def _standing(stranger: Desk, licence: Licence) -> str:
    """What the public page says of it now, to somebody who never signed in."""
    page = stranger.open(reverse("verify", args=[licence.number, licence.check_code]))
    said = page.inner_text(".banner b")
    page.close()
    return said


def _change_filed(holder: Desk, stranger: Desk, licence: Licence) -> Application:
    """Another port: from the filing on, the licence cannot be used."""
    page = holder.open(reverse("licence", args=[licence.pk]))
    page.click(f'form[action="{reverse("licence_change", args=[licence.pk])}"] button')
    page.wait_for_url("**/form/application/")
    draft = Application.objects.get(change__licence=licence)
    page.goto(f"{holder.url}{reverse('form', args=[draft.pk, 'transport'])}")
    with page.expect_response("**/save/"):
        page.fill('[name="transport[0].port_of_exit"]', "Qingdao")
    page.wait_for_selector("#saved:not(.waiting):not(.failed)")
    assert "Being changed" not in _standing(stranger, licence), "only what is filed binds"
    page.goto(f"{holder.url}{reverse('check', args=[draft.pk])}")
    page.click("#file-it")
    page.wait_for_url("**/receipt/")
    assert _standing(stranger, licence) == "Being changed: cannot be used"
    return Application.objects.get(pk=draft.pk)


def _change_granted(
    people: People, officer: Desk, chief: Desk, reviewer: Person, changed: Application
) -> None:
    case = _open(officer, changed)
    _send(_act(case, "begin_review"), "The review has begun")
    _advised(people.of(reviewer), changed, "no_objection")
    case.reload()
    # The form begins with the conditions of the licence that is changed.
    _proposed(case, "approved_with_conditions")
    page = _open(chief, changed)
    _send(_act(page, "sign"), "Signed")


def _suspended(officer: Desk, chief: Desk, stranger: Desk, licence: Licence) -> None:
    """One person proposes, another signs; the public page says so at once."""
    page = officer.open(reverse("licence", args=[licence.pk]))
    page.click("details:has(#kind) > summary")
    page.select_option("#kind", "suspend")
    page.check('[name="grounds"][value="end_use"]')
    page.fill("#order-text", "The goods were offered elsewhere.")
    page.click("details:has(#kind) button")
    page.wait_for_selector("text=signature")
    before = _standing(stranger, licence)
    signing = chief.open(reverse("licence", args=[licence.pk]))
    signing.click('form[action$="/sign/"] button')
    signing.wait_for_load_state()
    assert before == "In force"
    assert _standing(stranger, licence) == "Suspended: cannot be used"
