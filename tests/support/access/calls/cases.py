"""Casework: what officials do about a case, and what its applicant does."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.cases import services
from monazite.desk.cases.given import Given, Proposal
from monazite.desk.cases.models import Case, Decision, Task
from monazite.desk.cases.services.opening import open_case
from monazite.desk.figures.period import Asked
from monazite.desk.figures.reporting import of_office
from support.access.world import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_TEXT = "because it is so"
_ALL = Asked(date(2026, 1, 1), date(2026, 1, 31), date(2026, 1, 31))


def _with_case(act: Callable[[Person, Application], object]) -> Call:
    """The call about an application whose case is open."""

    def call(by: Person, thing: Application) -> object:
        with transaction.atomic():
            open_case(thing, NOBODY)
        return act(by, thing)

    return call


def _assign(by: Person, thing: Application) -> None:
    task = Task.objects.create(
        case=Case.objects.get(application=thing), number=9, kind="review",
        agency=by.organisation, rule="test", opened_at=datetime.now(UTC),
    )  # fmt: skip
    for answered in services.assign(by, [task.pk], None, "page"):
        if answered.error is not None:
            raise answered.error


def _sign(by: Person, thing: Application) -> None:
    decision = Decision.objects.create(
        case=Case.objects.get(application=thing), number=1, kind="decision", outcome="refused",
        text=_TEXT, form_sha256="0" * 64, law_hash="0" * 64, author=thing.author,
        proposed_at=datetime.now(UTC), state="proposed",
    )  # fmt: skip
    services.sign(by, decision.pk, None, "page")


_ACTS: dict[str, Callable[[Person, Application], object]] = {
    "case.read": lambda by, of: services.see_mentions(by, of.pk),
    "case.take_in": lambda by, of: services.take_in(by, of.pk, "page"),
    "case.return": lambda by, of: services.send_back_for_correction(by, of.pk, [_TEXT], "page"),
    "case.accept": lambda by, of: services.accept(by, of.pk, "page"),
    "case.assign": _assign,
    "case.route": lambda by, of: services.begin_review(by, of.pk, "page"),
    "case.ask": lambda by, of: services.ask(by, of.pk, _TEXT, None, "page"),
    "case.hold": lambda by, of: services.hold(by, of.pk, "policy", _TEXT, None, "page"),
    "case.release": lambda by, of: services.release(by, of.pk, 1, _TEXT, "page"),
    "case.refer": lambda by, of: services.refer_up(by, of.pk, "state_council", _TEXT, "page"),
    "case.hand_back": lambda by, of: services.hand_back(by, of.pk, _TEXT, "page"),
    "case.reopen": lambda by, of: services.reopen(by, of.pk, _TEXT, "page"),
    "case.close": lambda by, of: services.close(by, of.pk, "page"),
    "case.answer": lambda by, of: services.answer(by, of.pk, 1, _TEXT, [], "page"),
    "case.reconsider": lambda by, of: services.reconsider(by, of.pk, _TEXT, "page"),
    "advice.give": lambda by, of: services.advise(by, of.pk, Given("no_objection"), "page"),
    "conflict.settle": lambda by, of: services.settle(
        by, of.pk, Given("no_objection", text=_TEXT), None, "page"
    ),
    "decision.propose": lambda by, of: services.propose(
        by, of.pk, Proposal("not_required", text=_TEXT), None, "page"
    ),
    "decision.sign": _sign,
    "note.write": lambda by, of: services.write_note(
        by, of.pk, _TEXT, shared=False, mentions=[], via="page"
    ),
}

CALLS: dict[str, Call] = {
    **{action: _with_case(act) for action, act in _ACTS.items()},
    "figures.read": lambda by, _: of_office(by, _ALL),
}
