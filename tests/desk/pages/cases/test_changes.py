"""What stands on a licence goes on through its change, or is dropped before everybody's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.pages.cases.conftest import browser
from monazite.desk.applications import services as filing
from monazite.desk.cases import services
from monazite.desk.licences import services as licences
from support.deciding import CONSENT, again, approval
from support.licences import issued

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.cases import Offices

CONDITION = "Report each arrival."
DROPPED = "The licence that is to be changed has this condition"


def reviewed(w: Offices) -> Application:
    """The change of a licence with one condition, to which its one office consents."""
    draft = licences.change(w.preparer, issued(w).pk, "page")
    minor = {"transport[0].port_of_exit": "Shanghai"}
    saved = filing.save(w.preparer, draft.pk, minor, draft.version, "page")
    filing.file(w.signatory, draft.pk, saved.version, "page")
    services.take_in(w.intake_officer, draft.pk, "page")
    services.accept(w.intake_officer, draft.pk, "page")
    services.begin_review(w.officer, draft.pk, "page")
    services.advise(w.miit_reviewer, draft.pk, CONSENT, "page")
    return again(draft)


def test_a_proposal_begins_with_the_conditions_of_the_licence(w: Offices) -> None:
    page = browser(w.officer, reviewed(w).pk).page(act="propose")
    form = page.partition('id="act-propose"')[2]
    assert CONDITION in form


def test_proposer_and_signer_see_what_is_left_out(w: Offices) -> None:
    application = reviewed(w)
    services.propose(w.officer, application.pk, approval(application), None, "page")
    for person in (w.officer, w.second_officer):
        page = browser(person, application.pk).page()
        assert DROPPED in page
        assert CONDITION in page
