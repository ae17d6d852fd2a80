"""Whatever fails between any two steps of casework: all of it is done, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services as applications
from monazite.desk.cases import services
from support.cases import accepted, in_review, offices, taken_in
from support.faults import interrupted, killed_after, raised_after
from support.offices import filed

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


def _take_in(w: Offices) -> Act:
    now = filed(w)
    return lambda: services.take_in(w.intake_officer, now.pk, "page")


def _return(w: Offices) -> Act:
    now, points = taken_in(w), ["A seal."]
    return lambda: services.send_back_for_correction(w.intake_officer, now.pk, points, "page")


def _complete(w: Offices) -> Act:
    now = taken_in(w)
    services.send_back_for_correction(w.intake_officer, now.pk, ["A seal."], "page")
    return lambda: services.complete(w.preparer, now.pk, 1, "Sealed.", [], "page")


def _accept(w: Offices) -> Act:
    now = taken_in(w)
    return lambda: services.accept(w.intake_officer, now.pk, "page")


def _ask(w: Offices) -> Act:
    now = in_review(w)
    return lambda: services.ask(w.officer, now.pk, "Which motor?", None, "page")


def _answer(w: Offices) -> Act:
    now = in_review(w)
    services.ask(w.officer, now.pk, "Which motor?", None, "page")
    return lambda: services.answer(w.preparer, now.pk, 1, "The HM-40.", [], "page")


def _hold(w: Offices) -> Act:
    now = in_review(w)
    return lambda: services.hold(w.officer, now.pk, "policy", "A rule.", None, "page")


def _release(w: Offices) -> Act:
    now = in_review(w)
    services.hold(w.officer, now.pk, "expert_opinion", "An expert.", None, "page")
    return lambda: services.release(w.officer, now.pk, 1, "Heard.", "page")


def _refer_up(w: Offices) -> Act:
    now = in_review(w)
    return lambda: services.refer_up(w.officer, now.pk, "state_council", "Major.", "page")


def _hand_back(w: Offices) -> Act:
    now = in_review(w)
    services.refer_up(w.officer, now.pk, "state_council", "Major.", "page")
    return lambda: services.hand_back(w.chief, now.pk, "Approved.", "page")


def _withdraw(w: Offices) -> Act:
    now = accepted(w)
    return lambda: applications.withdraw(w.signatory, now.pk, "cancelled", "page")


SERVICES = {
    each.__name__.strip("_"): each
    for each in (
        _take_in, _return, _complete, _accept, _ask, _answer, _hold, _release, _refer_up,
        _hand_back, _withdraw,
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
