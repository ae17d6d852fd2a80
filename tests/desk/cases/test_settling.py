from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.consolidation import together
from monazite.desk.cases.errors import Faulty
from monazite.desk.cases.given import Given
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.cases import case_of, in_review
from support.deciding import CONSENT, REFUSAL, advised, consulted, open_tasks

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.cases import Offices

OVERRULED = Given("no_objection", text="The site was visited in May; the doubt is answered.")


def in_conflict(w: Offices) -> Application:
    application = in_review(w)
    (security,) = consulted(w, application, "security")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    services.advise(security, application.pk, REFUSAL, "page")
    return application


def test_a_person_settles_it_and_it_can_be_decided(w: Offices) -> None:
    application = in_conflict(w)
    settlement = services.settle(w.officer, application.pk, OVERRULED, None, "page")
    found = together(case_of(application))
    assert found.settlement == settlement
    assert found.position == "no_objection"
    assert not found.unsettled
    assert settlement.considered == list(found.considered)
    assert settlement.considered == ["3.1", "4.1"]
    assert open_tasks(application) == [("decide", "settled")]


def test_newer_advice_sets_the_settlement_aside(w: Offices) -> None:
    application = in_conflict(w)
    first = services.settle(w.officer, application.pk, OVERRULED, None, "page")
    again = Given("with_conditions", conditions=("report the arrival",))
    services.advise(w.miit_reviewer, application.pk, again, "page")
    found = together(case_of(application))
    assert (found.settlement, found.overtaken) == (None, first)
    assert found.unsettled
    assert open_tasks(application) == [("consolidate", "advice_in_conflict")]
    second = services.settle(w.chief, application.pk, OVERRULED, None, "page")
    assert second.supersedes == first


def test_what_was_settled_may_be_settled_otherwise(w: Offices) -> None:
    application = in_conflict(w)
    first = services.settle(w.officer, application.pk, OVERRULED, None, "page")
    refuse = Given("refuse", grounds=("security",), text="The chief thinks otherwise.")
    second = services.settle(w.chief, application.pk, refuse, None, "page")
    assert second.supersedes == first
    assert together(case_of(application)).position == "refuse"


def test_only_what_was_looked_at_is_settled(w: Offices) -> None:
    application = in_conflict(w)
    seen = case_of(application).event_seq
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    with pytest.raises(ChangedMeanwhile):
        services.settle(w.officer, application.pk, OVERRULED, seen, "page")


def test_it_needs_reasons_and_a_position_that_can_stand(w: Offices) -> None:
    application = in_conflict(w)
    with pytest.raises(InputError):
        services.settle(w.officer, application.pk, Given("no_objection"), None, "page")
    with pytest.raises(Faulty):
        services.settle(w.officer, application.pk, Given("refuse", text="no"), None, "page")


def test_where_nobody_disagrees_there_is_nothing_to_settle(w: Offices) -> None:
    with pytest.raises(Refused, match="nothing to settle"):
        services.settle(w.officer, advised(w).pk, OVERRULED, None, "page")


def test_only_the_deciding_office_settles(w: Offices) -> None:
    application = in_conflict(w)
    for who in (w.miit_reviewer, w.reviewer, w.intake_officer, w.auditor, w.signatory):
        with pytest.raises(Forbidden):
            services.settle(who, application.pk, OVERRULED, None, "page")
