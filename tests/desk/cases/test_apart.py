"""Nobody looks again at a decision of their own; a case that is opened again has none that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.models import Task
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from support.cases import case_of, in_review
from support.deciding import REFUSAL, again, refusal, refused
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.cases import Offices


def asked_again(w: Offices) -> Application:
    application = refused(w)
    services.reconsider(w.signatory, application.pk, "The site is open to a visit.", "page")
    return again(application)


def states(application: Application) -> list[str]:
    return list(case_of(application).decisions.order_by("number").values_list("state", flat=True))


def refused_by_a_chief(w: Offices) -> Application:
    application = in_review(w)
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.chief, decision.pk, None, "page")
    return again(application)


def test_the_decision_is_set_aside_in_the_moment_of_the_reopening(
    w: Offices, tmp_path: Path
) -> None:
    application = refused(w)
    assert states(application) == ["standing"]
    services.reopen(w.chief, application.pk, "A mistake was found.", "page")
    assert states(application) == ["superseded"]
    assert prove(tmp_path, PublicKeys(())).whole


def test_what_upheld_it_is_set_aside_with_it(w: Offices, tmp_path: Path) -> None:
    application = asked_again(w)
    third = person(w.licensing, "licensing_officer", "third")
    stays = services.uphold(third, application.pk, "It stays.", None, "page")
    services.sign(w.chief, stays.pk, None, "page")
    services.reopen(w.chief, application.pk, "A mistake was found.", "page")
    assert states(application) == ["superseded", "superseded"]
    assert prove(tmp_path, PublicKeys(())).whole


def test_whoever_led_the_case_is_not_given_their_own_decision(w: Offices) -> None:
    application = asked_again(w)
    assert case_of(application).officer == w.officer
    task = Task.objects.get(kind="reconsider")
    assert task.assignee is None
    for own in (w.officer, w.second_officer):
        (answer,) = services.assign(w.chief, [task.pk], own.pk, "page")
        assert isinstance(answer.error, Refused)
        assert answer.error.code == "colleague_decided"
    (answer,) = services.assign(w.chief, [task.pk], w.chief.pk, "page")
    assert answer.error is None


def test_whoever_leads_it_and_had_no_part_in_the_decision_is_given_it(w: Offices) -> None:
    application, third = refused(w), person(w.licensing, "licensing_officer", "third")
    _led_by(w, application, third)
    services.reconsider(w.signatory, application.pk, "The site is open to a visit.", "page")
    assert Task.objects.get(kind="reconsider").assignee == third


def _led_by(w: Offices, application: Application, who: Person) -> None:
    """Opened again and refused by two others, while this one leads it."""
    services.reopen(w.chief, application.pk, "A mistake was found.", "page")
    (task,) = Task.objects.filter(kind="consolidate", state="open")
    services.assign(w.chief, [task.pk], who.pk, "page")
    services.begin_review(w.officer, application.pk, "page")
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")


def test_a_chief_who_signed_it_does_not_open_it_again(w: Offices) -> None:
    application = refused_by_a_chief(w)
    with pytest.raises(Refused, match="wrote or signed"):
        services.reopen(w.chief, application.pk, "why", "page")
    assert states(application) == ["standing"]
    services.reopen(person(w.licensing, "chief", "other"), application.pk, "why", "page")
    assert states(application) == ["superseded"]
