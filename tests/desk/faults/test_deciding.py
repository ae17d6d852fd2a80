"""Whatever fails between any two steps of a review or a decision: all of it is done, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.cases import services
from support.cases import accepted, case_of, in_review, offices
from support.deciding import (
    CONSENT,
    REFUSAL,
    advised,
    again,
    approval,
    consulted,
    office,
    proposed,
    refused,
)
from support.faults import interrupted, killed_after, raised_after
from support.offices import person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

    from support.cases import Offices

    Act = Callable[[], object]

pytestmark = pytest.mark.slow  # faults are injected in make test-all


@pytest.fixture
def w(
    transactional_db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Offices:
    """The world of casework, committed for good: processes that die must find it."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return offices()


def _begin_review(w: Offices) -> Act:
    now = accepted(w)
    return lambda: services.begin_review(w.officer, now.pk, "page")


def _consult(w: Offices) -> Act:
    now, security = in_review(w), office("security")
    return lambda: services.consult(
        w.officer, now.pk, security.organisation_id, "a second view", "page"
    )


def _assign(w: Offices) -> Act:
    tasks = [task.pk for task in case_of(advised(w)).tasks.filter(kind="decide")]
    return lambda: services.assign(w.officer, tasks, w.chief.pk, "page")


def _advise(w: Offices) -> Act:
    now = in_review(w)
    return lambda: services.advise(w.miit_reviewer, now.pk, CONSENT, "page")


def _advise_many(w: Offices) -> Act:
    cases = [in_review(w).pk, in_review(w).pk]
    return lambda: services.advise_many(w.miit_reviewer, cases, CONSENT, "page")


def _settle(w: Offices) -> Act:
    now = in_review(w)
    (security,) = consulted(w, now, "security")
    services.advise(w.miit_reviewer, now.pk, CONSENT, "page")
    services.advise(security, now.pk, REFUSAL, "page")
    return lambda: services.settle(w.officer, now.pk, REFUSAL, None, "page")


def _propose(w: Offices) -> Act:
    now = advised(w)
    return lambda: services.propose(w.officer, now.pk, approval(now), None, "page")


def _sign(w: Offices) -> Act:
    decision = proposed(w)
    return lambda: services.sign(w.chief, decision.pk, None, "page")


def _send_back(w: Offices) -> Act:
    decision = proposed(w)
    return lambda: services.send_back(w.chief, decision.pk, "Name the plant.", "page")


def _reconsider(w: Offices) -> Act:
    now = refused(w)
    return lambda: services.reconsider(w.signatory, now.pk, "Look again.", "page")


def _uphold(w: Offices) -> Act:
    now = refused(w)
    services.reconsider(w.signatory, now.pk, "Look again.", "page")
    return lambda: services.uphold(w.chief, now.pk, "It stays.", None, "page")


def _sign_again(w: Offices) -> Act:
    """A decision that takes the place of another."""
    now = refused(w)
    services.reopen(w.chief, now.pk, "A mistake.", "page")
    services.begin_review(w.officer, now.pk, "page")
    services.advise(w.miit_reviewer, now.pk, CONSENT, "page")
    second = services.propose(w.officer, now.pk, approval(again(now)), None, "page")
    other = person(w.licensing, "chief", "other")
    return lambda: services.sign(other, second.pk, None, "page")


def _reopen(w: Offices) -> Act:
    now = refused(w)
    return lambda: services.reopen(w.chief, now.pk, "A mistake.", "page")


def _close(w: Offices) -> Act:
    now = refused(w)
    return lambda: services.close(w.officer, now.pk, "page")


def _write_note(w: Offices) -> Act:
    now, named = in_review(w), [w.chief.pk]
    return lambda: services.write_note(
        w.officer, now.pk, "Look.", True, named, "page"  # noqa: FBT003 - shared
    )  # fmt: skip


SERVICES = {
    each.__name__.strip("_"): each
    for each in (
        _begin_review, _consult, _assign, _advise, _advise_many, _settle, _propose, _sign,
        _send_back, _reconsider, _uphold, _sign_again, _reopen, _close, _write_note,
    )
}  # fmt: skip


@pytest.mark.parametrize("name", SERVICES)
def test_an_error_leaves_nothing_and_the_same_key_succeeds_later(
    name: str, w: Offices, tmp_path: Path
) -> None:
    assert interrupted(w.preparer, SERVICES[name](w), raised_after, tmp_path) > 4


@pytest.mark.parametrize("name", SERVICES)
def test_a_process_that_dies_leaves_nothing_and_the_same_key_succeeds_later(
    name: str, w: Offices, tmp_path: Path
) -> None:
    assert interrupted(w.preparer, SERVICES[name](w), killed_after, tmp_path) > 4
