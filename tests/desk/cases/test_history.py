from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.desk.applications import services as applications
from monazite.desk.cases import services
from monazite.desk.cases.history import Earlier, earlier
from support.cases import case_of, in_review
from support.deciding import refused
from support.forms import END_USER, EXPORTER, changed
from support.offices import complete_draft, filed

if TYPE_CHECKING:
    import pytest

    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.cases import Offices


def found(who: Person, application: Application) -> dict[object, Earlier]:
    return {each.application.pk: each for each in earlier(who, case_of(application))}


def other(w: Offices, changes: dict[str, str]) -> Application:
    """A filed application that says something else in some fields."""
    draft = complete_draft(w)
    form = changed(draft.form, changes)
    applications.save_form(w.preparer, draft.pk, form, draft.version, "page")
    return applications.file(w.signatory, draft.pk, None, "page")


def test_earlier_cases_of_the_same_parties_and_items_come_with_their_decision(w: Offices) -> None:
    before, now = refused(w), in_review(w)
    (case,) = earlier(w.officer, case_of(now))
    assert case.application == before
    assert case.outcome == "refused"
    assert case.items == (("1C905.a.4", "magnet"),)
    assert len(case.parties) == len(set(case.parties)) > 1


def test_a_case_without_a_decision_yet_is_one_too(w: Offices) -> None:
    before, now = filed(w), in_review(w)
    assert not found(w.officer, now)[before.pk].outcome


def test_what_was_decided_comes_before_what_is_open_and_what_came_later_not_at_all(
    w: Offices,
) -> None:
    first, open_one, now = refused(w), filed(w), in_review(w)
    last, later = refused(w), filed(w)
    told = [each.application for each in earlier(w.officer, case_of(now))]
    assert told == [last, first, open_one]
    assert later not in told


def test_what_is_open_does_not_crowd_out_what_was_decided(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monazite.desk.cases.history.MOST", 4)  # matches of one case, or of two
    decided = refused(w)
    for _ in range(3):
        filed(w)
    told = earlier(w.officer, case_of(in_review(w)))
    assert told[0].application == decided
    assert told[0].outcome == "refused"
    assert told[0].decided_at is not None


def test_a_decision_that_was_set_aside_is_no_decision(w: Offices) -> None:
    before, now = refused(w), in_review(w)
    services.reopen(w.chief, before.pk, "A mistake was found.", "page")
    assert not found(w.officer, now)[before.pk].outcome


def test_what_the_readers_office_may_not_read_is_not_there(w: Offices) -> None:
    filed(w)  # the reviewing office is named in none of this
    now = in_review(w)
    assert found(w.officer, now)
    assert found(w.miit_reviewer, now) == {}
    assert found(w.customs_reviewer, now) == {}


def test_the_same_name_under_another_number_is_another_firm(w: Offices) -> None:
    others = {f"parties[{n}].identifier": "9999-99-999999" for n in (1, 2)}
    before, now = other(w, others), in_review(w)
    assert found(w.officer, now)[before.pk].parties == (EXPORTER,)


def test_the_same_name_without_a_number_is_told(w: Offices) -> None:
    others = {f"parties[{n}].identifier": "" for n in (1, 2)}
    before, now = other(w, others), in_review(w)
    assert set(found(w.officer, now)[before.pk].parties) == {EXPORTER, END_USER}


def test_it_takes_the_same_few_queries_for_one_case_and_for_many(w: Offices) -> None:
    now = in_review(w)
    counts = []
    for _ in range(2):
        filed(w)
        case = case_of(now)
        with CaptureQueriesContext(connection) as captured:
            earlier(w.officer, case)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 7
