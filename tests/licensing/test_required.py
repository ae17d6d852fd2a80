"""The papers that an application must bring."""

from __future__ import annotations

from typing import Any

from monazite.catalogue.texts import LANGS, say
from monazite.licensing.reading import read
from monazite.licensing.regime import regime
from monazite.licensing.required import Facts, RequiredPaper, required_papers
from support.forms import changed, good_form

BY_LAW = {"identity_papers", "contract", "technical_description", "end_user_certificate"}


def _papers(facts: Facts | None = None, **typed: Any) -> tuple[RequiredPaper, ...]:
    form = changed(good_form(), {path.replace("__", "."): value for path, value in typed.items()})
    application = read(form).application
    return required_papers(application, regime(application.regime), facts or Facts())


def test_a_single_licence_needs_the_papers_of_article_16() -> None:
    papers = _papers()
    assert {p.kind for p in papers if not p.usual} == BY_LAW
    assert {p.law for p in papers if not p.usual} == {"CN-DECREE-792 art. 16"}
    assert "process_flow" in {p.kind for p in papers if p.usual}


def test_a_general_licence_needs_three_more() -> None:
    more = {"compliance_programme", "licence_use_record", "channels_and_end_users"}
    assert {p.kind for p in _papers(application__kind="general") if not p.usual} == BY_LAW | more


def test_a_voucher_needs_its_grounds_alone() -> None:
    assert [p.kind for p in _papers(application__kind="voucher")] == ["voucher_grounds"]


def test_circumstances_ask_for_more() -> None:
    plain = {p.kind for p in _papers()}
    watched = {p.kind for p in _papers(Facts(watch_listed=True))} - plain
    assert watched == {"risk_assessment", "watch_list_commitment"}
    assert {p.kind for p in _papers(civil_use__sold_onward="yes")} - plain == {"onward_sales"}
    agent = _papers(None, **{"parties[3]": {"role": "agent", "name": "Fictional Agency"}})
    assert [(p.kind, p.why) for p in agent if p.kind not in plain] == [
        ("agent_authorisation", "agent")
    ]


def test_before_a_kind_is_chosen_nothing_is_asked() -> None:
    assert _papers(application__kind=None) == ()


def test_the_reason_is_said_in_both_languages() -> None:
    for paper in regime("CN").papers:
        for lang in LANGS:
            assert say(f"licensing.required.{paper.when}", lang)
            assert say(f"licensing.choice.paper.{paper.paper}", lang)
