"""A decision looked at again, as officials, the applicant and a foreign partner read it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from django.urls import reverse

from desk.pages.cases.conftest import browser
from monazite.catalogue.texts import keys, say
from monazite.desk.applications import services as applications
from monazite.desk.applications.standing import standing
from monazite.desk.cases import services
from monazite.desk.cases.given import Given, Proposal
from support.cases import in_review
from support.deciding import advised, again, approval, consulted, office, refused
from support.forms import paper_files
from support.offices import person
from support.pages import official

if TYPE_CHECKING:
    import uuid

    from monazite.desk.people.models import Person
    from support.cases import Offices

OWN = "You wrote or signed this decision"
CONDITIONS = Given("with_conditions", conditions=("report the arrival",), text="Then yes.")


def detail(who: Person, ident: uuid.UUID) -> str:
    return official(who).get(reverse("detail", args=[ident])).content.decode()


def test_a_decision_that_was_set_aside_says_so_to_everybody(w: Offices) -> None:
    application = refused(w)
    assert "set aside" not in browser(w.officer, application.pk).page()
    services.reopen(w.chief, application.pk, "A mistake was found.", "page")
    for reader in (w.officer, w.miit_reviewer):
        assert "set aside" in browser(reader, application.pk).page()
    assert "set aside" in detail(w.signatory, application.pk)


def test_who_decided_is_told_why_they_cannot_look_again(w: Offices) -> None:
    application = refused(w)
    services.reconsider(w.signatory, application.pk, "The end use is civil.", "page")
    own, chief = browser(w.officer, application.pk), browser(w.chief, application.pk)
    assert OWN in own.page()
    assert not own.offered() & {"uphold", "reopen"}
    assert OWN not in chief.page()
    assert {"uphold", "reopen"} <= chief.offered()


def test_a_chief_who_signed_is_told_why_they_cannot_open_it_again(w: Offices) -> None:
    application = in_review(w)
    given = Given("refuse", grounds=("end_use",), text="Too much.")
    services.advise(w.miit_reviewer, application.pk, given, "page")
    proposal = Proposal("refused", grounds=("end_use",), text="Too much.")
    decision = services.propose(w.officer, application.pk, proposal, None, "page")
    services.sign(w.chief, decision.pk, None, "page")
    signed = browser(w.chief, application.pk)
    assert "reopen" not in signed.offered()
    assert OWN in signed.page()
    other = person(w.licensing, "chief", "other")
    assert "reopen" in browser(other, application.pk).offered()


def test_what_a_licence_stands_on_is_not_offered_to_be_opened_again(w: Offices) -> None:
    application = advised(w)
    decision = services.propose(w.officer, application.pk, approval(application), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")
    chief = browser(w.chief, application.pk)
    assert "reopen" not in chief.offered()
    assert OWN not in chief.page()


def test_only_the_applicant_is_told_that_they_asked(w: Offices) -> None:
    application = refused(w)
    services.reconsider(w.signatory, application.pk, "The end use is civil.", "page")
    now = standing(again(application))
    assert "You asked" in detail(w.signatory, application.pk)
    assert "You asked" not in now.why("en", yours=False)
    assert "您" not in now.why("zh", yours=False)


def test_no_state_speaks_to_who_did_not_apply() -> None:
    for key in keys():
        if key.startswith("licensing.state_why."):
            assert "you" not in say(key, "en").lower().replace("your", "you").split(), key
            assert "您" not in say(key, "zh"), key


def test_the_decided_notice_names_no_time_that_no_law_of_ours_gives(w: Offices) -> None:
    page = detail(w.signatory, refused(w).pk)
    assert "ask for reconsideration if you do not agree" in page
    assert "in time" not in page


def test_files_of_an_answer_stand_with_it(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which plant?", None, "page")
    content = io.BytesIO(paper_files()["contract.pdf"] + b"% register\n")
    paper = applications.upload(
        w.signatory, application.pk, "register.pdf", content, False, "page"  # noqa: FBT003
    )  # fmt: skip
    services.answer(w.signatory, application.pk, 1, "Toyokumo.", [paper.pk], "page")
    address = reverse("paper", args=[application.pk, paper.pk])
    for page in (browser(w.officer, application.pk).page(), detail(w.signatory, application.pk)):
        waits = page[page.index('id="waits"') :]
        assert address in waits[: waits.index("</section>")]


def test_what_an_office_is_asked_for_is_read_where_it_answers(w: Offices) -> None:
    application = in_review(w)
    security = office("security")
    why = "Is the visit of the plant over?"
    services.consult(w.officer, application.pk, security.organisation_id, why, "page")
    asked = browser(security, application.pk).page(act="advise")
    form = asked[asked.index('id="act-advise"') :]
    assert why in form[: form.index("</form>")]
    tasks = browser(w.officer, application.pk).page()
    assert why in tasks[: tasks.index('id="notes"')]
    other = browser(w.miit_reviewer, application.pk).page(act="advise")
    form = other[other.index('id="act-advise"') :]
    assert why not in form[: form.index("</form>")]


def test_a_condition_that_was_dropped_is_seen_by_proposer_and_signer(w: Offices) -> None:
    application = in_review(w)
    (other,) = consulted(w, application, "security")
    services.advise(w.miit_reviewer, application.pk, CONDITIONS, "page")
    refusing = Given("refuse", grounds=("end_use",), text="No.")
    services.advise(other, application.pk, refusing, "page")
    settled = Given("with_conditions", conditions=("report the arrival",), text="It is fine.")
    services.settle(w.chief, application.pk, settled, None, "page")
    services.propose(w.officer, application.pk, approval(application), None, "page")
    for reader in (w.officer, w.second_officer):
        page = browser(reader, application.pk).page()
        proposal = page[page.index('id="proposal"') :]
        assert "report the arrival" in proposal[: proposal.index("</section>")]
        assert "to be looked at" in proposal


def test_each_finding_says_whether_it_has_to_be_corrected_and_how(w: Offices) -> None:
    application = advised(w)
    officer = browser(w.officer, application.pk)
    answer = officer.send("propose", outcome="refused", text="", grounds=[])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("to correct</span>") >= 2
    assert say("licensing.cure.decision.no_reasons", "en") in page


def test_who_referred_it_up_is_told_who_enters_the_answer(w: Offices) -> None:
    application = in_review(w)
    services.refer_up(w.officer, application.pk, "state_council", "Major.", "page")
    officer, chief = browser(w.officer, application.pk), browser(w.chief, application.pk)
    assert "A chief of the deciding office enters" in officer.page()
    assert "hand_back" not in officer.offered()
    assert "A chief of the deciding office enters" not in chief.page()
    assert "hand_back" in chief.offered()


def test_a_referral_says_nothing_that_nobody_chose(w: Offices) -> None:
    application = in_review(w)
    services.refer_up(w.officer, application.pk, "state_council", "Major.", "page")
    page = detail(w.signatory, application.pk)
    assert "important interests" not in page
    assert "stands still" not in page
    assert "clock stands still" not in browser(w.officer, application.pk).page()
