"""The law or the lists change after a case was routed: offices are asked anew, nothing slips by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.filed.rulings import ruling_row
from monazite.desk.applications.services import renewing
from monazite.desk.cases import services
from monazite.desk.cases.consolidation import together
from monazite.desk.cases.errors import Faulty, OutOfDate
from monazite.desk.cases.models import Decision
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.routing import route
from support.cases import case_of, in_review
from support.deciding import CONSENT, advised, again, approval, office, open_tasks, proposed
from support.other_law import in_force

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.applications.models import Application, LineRuling
    from monazite.licensing.casework.facts import Facts
    from monazite.licensing.casework.regime import Casework
    from monazite.licensing.casework.routing import Routed
    from support.cases import Offices


def prohibited(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on another law prohibits every line."""
    in_force(monkeypatch)

    def row(*of: object) -> LineRuling:
        found = ruling_row(*of)  # type: ignore[arg-type]
        found.outcome = "prohibited"
        return found

    monkeypatch.setattr(renewing, "ruling_row", row)


def refused(w: Offices, application: Application) -> str:
    """Why an approval is not proposed."""
    with pytest.raises(Refused) as why:
        services.propose(w.officer, application.pk, approval(again(application)), None, "page")
    if isinstance(why.value, Faulty):
        return why.value.findings[0].code
    return why.value.code


@pytest.mark.parametrize("worker", [False, True])
def test_what_is_prohibited_after_routing_is_routed_anew(
    w: Offices, monkeypatch: pytest.MonkeyPatch, worker: bool
) -> None:
    application = advised(w)
    prohibited(monkeypatch)
    if worker:  # the rulings were renewed while nobody looked
        renewing.renew_all()
    assert refused(w, application) == ("rerouted" if worker else "law_changed")
    case = case_of(application)
    assert case.routings.count() == 2
    assert case.routings.latest("number").facts["known"]["outcomes"] == ["prohibited"]
    assert ("review", "rare_earth_traceability") in open_tasks(application)
    assert together(case).advice == (), "what was advised under another outcome does not count"
    assert refused(w, application) == "decision.advice_awaited"
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    assert not Decision.objects.exists()


def test_an_office_that_the_rules_name_now_is_asked_and_no_limit_binds(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, security = advised(w), office("security")
    case = case_of(application)
    assert case.limit_days == 45
    in_force(monkeypatch, ruled_otherwise=True)
    monkeypatch.setattr("monazite.desk.cases.services.routing.route", _to_security)
    assert refused(w, application) == "law_changed"
    case = case_of(application)
    assert case.limit_days is None
    asked = case.tasks.filter(kind="review", state="open").values_list("agency_id", flat=True)
    assert set(asked) == {w.miit.pk, security.organisation_id}
    for who in (w.miit_reviewer, security):
        services.advise(who, application.pk, CONSENT, "page")
    assert refused(w, application) == "not_laid_above"


def _to_security(facts: Facts, rules: Casework) -> Routed:
    found = route(facts, rules)
    more = replace(found.offices[0], office="security")
    return replace(found, offices=(*found.offices, more), no_limit=True, refer_up="state_council")


def test_what_says_the_same_under_the_new_law_is_not_asked_again(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = advised(w)
    in_force(monkeypatch)
    assert refused(w, application) == "law_changed"
    assert case_of(application).routings.count() == 1
    assert open_tasks(application) == [("decide", "advice_agreed")]


def test_who_has_not_answered_yet_is_not_asked_twice(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = in_review(w)
    prohibited(monkeypatch)
    with pytest.raises(OutOfDate):
        services.refresh(w.officer, application.pk, "decision.propose", "page")
    assert case_of(application).tasks.filter(kind="review").count() == 1


def test_nothing_is_signed_that_was_routed_on_something_else(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = proposed(w)
    others = replace(casework("CN"), hash="other")
    monkeypatch.setattr("monazite.desk.cases.services.routing.casework", lambda _: others)
    with pytest.raises(Refused, match="send it back"):
        services.sign(w.second_officer, decision.pk, None, "page")
    services.send_back(w.second_officer, decision.pk, "The rules changed.", "page")
    application = decision.case.application
    assert refused(w, application) == "rerouted"
    assert open_tasks(application) == [("decide", "sent_back")]


def test_a_second_routing_is_proven(
    w: Offices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application = advised(w)
    prohibited(monkeypatch)
    refused(w, application)
    assert prove(tmp_path, PublicKeys(())).whole
