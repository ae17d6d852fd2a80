"""An act on a page that others have left behind is not done; what goes on beside it is no reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.cases import services
from monazite.desk.cases.models import Task
from monazite.desk.cases.notes import notes, wanted
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.people.models import Organisation
from support.cases import accepted, case_of, in_review, taken_in
from support.deciding import CONSENT, advised, approval, office, refused
from support.offices import filed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.desk.applications.models import Application
    from support.cases import Offices


def with_one_more_office(w: Offices) -> Application:
    office("mfa")
    return in_review(w)


STALE: dict[str, tuple[Callable[[Offices], Application], Callable[..., object]]] = {
    "take_in": (filed, lambda w, of, seen: services.take_in(
        w.intake_officer, of.pk, "page", seen=seen)),
    "return": (taken_in, lambda w, of, seen: services.send_back_for_correction(
        w.intake_officer, of.pk, ["A seal."], "page", seen=seen)),
    "accept": (taken_in, lambda w, of, seen: services.accept(
        w.intake_officer, of.pk, "page", seen=seen)),
    "begin_review": (accepted, lambda w, of, seen: services.begin_review(
        w.officer, of.pk, "page", seen=seen)),
    "ask": (in_review, lambda w, of, seen: services.ask(
        w.officer, of.pk, "Which motor?", None, "page", seen=seen)),
    "hold": (in_review, lambda w, of, seen: services.hold(
        w.officer, of.pk, "policy", "A rule.", None, "page", seen=seen)),
    "refer_up": (in_review, lambda w, of, seen: services.refer_up(
        w.officer, of.pk, "state_council", "Major.", "page", seen=seen)),
    "consult": (with_one_more_office, lambda w, of, seen: services.consult(
        w.officer, of.pk, Organisation.objects.get(identifier="mfa").pk, "Who asks?", "page", seen=seen)),
    "advise": (in_review, lambda w, of, seen: services.advise(
        w.miit_reviewer, of.pk, CONSENT, "page", seen=seen)),
    "note": (in_review, lambda w, of, seen: services.write_note(
        w.officer, of.pk, "Look.", False, (), "page", seen=seen)),  # noqa: FBT003
    "reopen": (refused, lambda w, of, seen: services.reopen(
        w.chief, of.pk, "why", "page", seen=seen)),
    "close": (refused, lambda w, of, seen: services.close(w.officer, of.pk, "page", seen=seen)),
}  # fmt: skip


@pytest.mark.parametrize("name", STALE)
def test_nothing_is_done_on_a_page_of_before_the_last_step(w: Offices, name: str) -> None:
    """The state that everybody began with; then the case took one more step."""
    brought, act = STALE[name]
    application = brought(w)
    now = case_of(application).event_seq
    with pytest.raises(ChangedMeanwhile):
        act(w, application, now - 1)
    with pytest.raises(ChangedMeanwhile):
        act(w, application, now + 1)
    assert case_of(application).event_seq == now
    act(w, application, now)
    assert case_of(application).event_seq > now


def test_what_is_held_meanwhile_is_not_asked_about(w: Offices) -> None:
    application = in_review(w)
    seen = case_of(application).event_seq
    services.hold(w.second_officer, application.pk, "policy", "A rule.", None, "page")
    with pytest.raises(ChangedMeanwhile):
        services.ask(w.officer, application.pk, "Which motor?", None, "page", seen=seen)


def test_a_proposal_is_not_sent_back_from_an_old_page(w: Offices) -> None:
    application = advised(w)
    decision = services.propose(w.officer, application.pk, approval(application), None, "page")
    seen = case_of(application).event_seq
    services.write_note(w.officer, application.pk, "Wait.", True, (), "page")  # noqa: FBT003
    with pytest.raises(ChangedMeanwhile):
        services.send_back(w.second_officer, decision.pk, "Anew.", "page", seen=seen)


def test_offices_advise_beside_each_other(w: Offices) -> None:
    """What another says, writes or is asked at the same time keeps nobody from advising."""
    application = in_review(w)
    seen = case_of(application).event_seq
    services.write_note(w.officer, application.pk, "Look.", True, (), "page")  # noqa: FBT003
    mfa = office("mfa")
    services.consult(w.officer, application.pk, mfa.organisation_id, "Who asks?", "page")
    services.advise(mfa, application.pk, CONSENT, "page")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page", seen=seen)
    assert not Task.objects.filter(kind="review", state="open").exists()


def test_what_an_office_is_asked_by_hand_is_kept_and_proven(w: Offices, tmp_path: Path) -> None:
    application, mfa = in_review(w), office("mfa")
    services.consult(
        w.officer, application.pk, mfa.organisation_id, "Is the ministry's visit over?", "page"
    )
    task = Task.objects.get(rule="by_hand")
    readable = list(notes(mfa, case_of(application)))
    assert wanted(task, readable) == "Is the ministry's visit over?"
    others = Task.objects.filter(kind="review").exclude(pk=task.pk)
    assert [wanted(each, readable) for each in others] == [""]
    assert prove(tmp_path, PublicKeys(())).whole
