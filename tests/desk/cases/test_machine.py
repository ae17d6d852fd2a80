"""Whatever officials and applicants do in whatever order: two people decide, no advice is lost."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from monazite.desk.applications import services as applications
from monazite.desk.cases import services
from monazite.desk.cases.clocks import kept, reading, today
from monazite.desk.cases.consolidation import Together, consolidation, opinion, together
from monazite.desk.cases.given import Given, Proposal
from monazite.desk.cases.models import Advice, Decision, Task
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences.models import Licence
from monazite.errors import MonaziteError
from monazite.law.law import Law
from monazite.licensing.casework.advice import consolidate
from monazite.licensing.casework.decisions import APPROVALS
from monazite.licensing.transitions import machine
from support.cases import case_of, in_review
from support.deciding import CONSENT, REFUSAL, again, approval, office, refusal
from support.offices import person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.desk.cases.models import Case
    from monazite.desk.people.models import Person
    from support.cases import Offices

ADVICE = (
    CONSENT,
    REFUSAL,
    Given("with_conditions", conditions=("report the arrival",)),
    Given("not_ours"),
    Given("refuse"),  # without grounds: never taken
)
SETTLED = (
    Given("no_objection", text="The doubt is answered."),
    Given("refuse", ("security",), text="The doubt stays."),
)
OFFICIALS = ("intake", "officer", "second", "third", "chief")
REVIEWERS = ("miit", "security", "mfa")
ACTS = (
    "take_in", "accept", "begin_review", "close", "settle", "propose", "uphold", "release",
    "hand_back", "reopen",
)  # fmt: skip
SETTINGS = settings(
    max_examples=25,
    stateful_step_count=30,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
WHO = st.sampled_from(OFFICIALS)
LIKELY = st.sampled_from(("officer", "officer", "second", "third", "chief", "intake"))


class Casework(RuleBasedStateMachine):
    """One case, from its filing or its review on; days pass between what is done."""

    def __init__(self, w: Offices, checkpoints: Path) -> None:
        super().__init__()
        self.w, self.checkpoints = w, checkpoints
        self.days = 0
        self.clock = mock.patch.multiple(timezone, now=self._now(timezone.now))
        self.calendar = mock.patch.object(Law, "today", self._today(Law.today))
        self.block = transaction.atomic()
        self.block.__enter__()
        self.people = self._people()
        self.clock.start()
        self.calendar.start()
        self.application = in_review(w)
        self.ident = self.application.pk
        self.said: list[tuple[object, str]] = []

    def teardown(self) -> None:
        self.calendar.stop()
        self.clock.stop()
        assert prove(self.checkpoints, PublicKeys(())).whole
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def _people(self) -> dict[str, Person]:
        w = self.w
        return {
            "intake": w.intake_officer,
            "officer": w.officer,
            "second": w.second_officer,
            "third": person(w.licensing, "licensing_officer", "third"),
            "chief": w.chief,
            "miit": w.miit_reviewer,
            "security": office("security"),
            "mfa": office("mfa"),
        }

    def _now(self, real: Callable[[], datetime]) -> Callable[[], datetime]:
        return lambda: real() + timedelta(days=self.days)

    def _today(self, real: Callable[..., object]) -> Callable[..., object]:
        return lambda law, regime: real(law, regime) + timedelta(days=self.days)  # type: ignore[operator]

    @rule(days=st.integers(1, 20))
    def days_pass(self, days: int) -> None:
        self.days = min(self.days + days, 250)  # the last published year is not left

    @precondition(
        lambda self: (
            self._state()
            in {
                "submitted",
                "intake",
                "accepted",
                "reopened",
                "returned_for_correction",
                "awaiting_applicant",
                "referred_up",
            }
        )
    )
    @rule()
    def go_on(self) -> None:
        """The next step of most cases, so that few examples stay at the door."""
        state, w = self._state(), self.w
        if state == "submitted":
            services.take_in(w.intake_officer, self.ident, "page")
        elif state == "intake":
            services.accept(w.intake_officer, self.ident, "page")
        elif state in {"accepted", "reopened"}:
            services.begin_review(w.officer, self.ident, "page")
        elif state == "returned_for_correction":
            services.complete(w.preparer, self.ident, self.asked, "Done.", [], "page")
        elif state == "awaiting_applicant":
            services.answer(w.preparer, self.ident, self.asked, "The HM-40.", [], "page")
        elif state == "referred_up":
            services.hand_back(w.chief, self.ident, "Agreed.", "page")

    @precondition(lambda self: self._state() == "intake")
    @rule()
    def return_it(self) -> None:
        self._do(
            lambda: services.send_back_for_correction(
                self.w.intake_officer, self.ident, ["A seal."], "page"
            )
        )

    @precondition(lambda self: self._state() == "in_review")
    @rule(who=WHO)
    def ask(self, who: str) -> None:
        self._do(lambda: services.ask(self.people[who], self.ident, "Which motor?", None, "page"))

    @precondition(lambda self: self._state() in {"in_review", "deciding"})
    @rule(who=WHO, reason=st.sampled_from(("policy", "expert_opinion", "identification")))
    def hold(self, who: str, reason: str) -> None:
        self._do(
            lambda: services.hold(self.people[who], self.ident, reason, "A reason.", None, "page")
        )

    @precondition(lambda self: self._state() in {"in_review", "deciding"})
    @rule(who=LIKELY)
    def release(self, who: str) -> None:
        self._do(
            lambda: services.release(self.people[who], self.ident, self.placed, "Over.", "page")
        )

    @precondition(lambda self: self._state() == "in_review")
    @rule(who=WHO)
    def refer_up(self, who: str) -> None:
        self._do(
            lambda: services.refer_up(
                self.people[who], self.ident, "state_council", "Major.", "page"
            )
        )

    @precondition(lambda self: self._state() in {"in_review", "awaiting_applicant"})
    @rule(who=LIKELY, name=st.sampled_from(REVIEWERS))
    def consult(self, who: str, name: str) -> None:
        agency = self.people[name].organisation_id
        self._do(lambda: services.consult(self.people[who], self.ident, agency, "a view", "page"))

    @precondition(lambda self: self._state() in {"in_review", "awaiting_applicant", "referred_up"})
    @rule(who=st.sampled_from(REVIEWERS), given=st.sampled_from(ADVICE))
    def advise(self, who: str, given: Given) -> None:
        before = together(self._case()).advice
        made: list[Advice] = []
        if self._do(
            lambda: made.append(services.advise(self.people[who], self.ident, given, "page"))
        ):
            self.said.append((made[0].pk, given.position))
            mine = {each.agency_id for each in before} | {made[0].agency_id}
            assert {each.agency_id for each in together(self._case()).advice} == mine

    @precondition(lambda self: self._state() == "in_review")
    @rule(who=LIKELY, given=st.sampled_from(SETTLED))
    def settle(self, who: str, given: Given) -> None:
        conflict = consolidation(self._case()).state == "conflict"
        if self._do(lambda: services.settle(self.people[who], self.ident, given, None, "page")):
            assert conflict
            assert together(self._case()).position == given.position

    @precondition(lambda self: self._state() == "in_review")
    @rule(who=LIKELY, approve=st.booleans())
    def propose(self, who: str, approve: bool) -> None:
        found = together(self._case())
        given = self._proposed(found) if approve else refusal()
        if self._do(lambda: services.propose(self.people[who], self.ident, given, None, "page")):
            assert found.consolidation.state != "waiting"
            assert not found.unsettled
            assert not self._case().holds.filter(release__isnull=True).exists()

    @precondition(lambda self: self._state() == "in_review")
    @rule(
        said=st.lists(st.sampled_from(ADVICE[:3]), min_size=3, max_size=3),
        settled=st.sampled_from(SETTLED), who=LIKELY, signer=LIKELY,
    )  # fmt: skip
    def bring_to_a_decision(self, said: list[Given], settled: Given, who: str, signer: str) -> None:
        """What most cases come to; the signer may be whoever proposed it, and is refused then."""
        for name, given in zip(REVIEWERS, said, strict=True):
            self.advise(name, given)
        self.settle("officer", settled)
        self.release("officer")
        position = together(self._case()).position or consolidation(self._case()).position
        self.propose(who, position != "refuse")
        self.sign(signer)

    @precondition(lambda self: self._proposal() is not None)
    @rule(who=LIKELY)
    def sign(self, who: str) -> None:
        proposal = self._proposal()
        if proposal and self._do(
            lambda: services.sign(self.people[who], proposal.pk, None, "page")
        ):
            assert proposal.author != self.people[who]

    @precondition(lambda self: self._proposal() is not None)
    @rule(who=LIKELY)
    def send_back(self, who: str) -> None:
        proposal = self._proposal()
        assert proposal is not None
        self._do(lambda: services.send_back(self.people[who], proposal.pk, "Not so.", "page"))

    @precondition(lambda self: self._state() == "decided")
    @rule()
    def reconsider(self) -> None:
        self._do(lambda: services.reconsider(self.w.signatory, self.ident, "Look again.", "page"))

    @precondition(lambda self: self._state() == "under_reconsideration")
    @rule(who=LIKELY)
    def uphold(self, who: str) -> None:
        self._do(lambda: services.uphold(self.people[who], self.ident, "It stays.", None, "page"))

    @precondition(lambda self: self._state() in {"decided", "closed", "under_reconsideration"})
    @rule(who=LIKELY)
    def reopen(self, who: str) -> None:
        self._do(lambda: services.reopen(self.people[who], self.ident, "A mistake.", "page"))

    @precondition(lambda self: self._state() == "decided")
    @rule(who=LIKELY)
    def close(self, who: str) -> None:
        self._do(lambda: services.close(self.people[who], self.ident, "page"))

    @rule(who=LIKELY, to=LIKELY, kind=st.sampled_from(("decide", "review", "countersign")))
    def assign(self, who: str, to: str, kind: str) -> None:
        tasks = Task.objects.filter(case__application=self.ident, state="open", kind=kind)
        given = list(tasks.values_list("pk", flat=True))
        self._do(lambda: services.assign(self.people[who], given, self.people[to].pk, "page"))

    @precondition(lambda self: self.days > 200)
    @rule()
    def withdraw(self) -> None:
        self._do(lambda: applications.withdraw(self.w.signatory, self.ident, "sold", "page"))

    @invariant()
    def two_people_decided(self) -> None:
        decisions = Decision.objects.filter(case__application=self.ident)
        for each in decisions.exclude(state="proposed"):
            assert each.signer_id is not None
            assert each.signer_id != each.author_id
        assert decisions.filter(state="proposed").count() <= 1
        assert decisions.filter(state="standing", kind="decision").count() <= 1
        for licence in Licence.objects.filter(application=self.ident):
            signed = decisions.get(pk=licence.decision)
            assert signed.state == "standing"
            assert signed.outcome in APPROVALS

    @invariant()
    def no_advice_is_lost(self) -> None:
        rows = Advice.objects.filter(case__application=self.ident).order_by("id")
        assert [(each.pk, each.position) for each in rows] == self.said

    @invariant()
    def advice_comes_to_the_same_in_any_order(self) -> None:
        found = together(self._case())
        opinions = [opinion(each) for each in found.advice]
        random.Random(len(self.said)).shuffle(opinions)
        assert consolidate(opinions, found.consolidation.waiting_for) == found.consolidation

    @invariant()
    def the_clock_says_what_the_rows_say_and_is_never_below_zero(self) -> None:
        case = self._case()
        shown = reading(case, today(case))
        assert shown.counted is None or shown.counted >= 0
        assert case.counted >= 0
        for name, value in kept(case).items():
            assert getattr(case, name) == value, name

    @invariant()
    def somebody_has_it_unless_it_waits_for_others(self) -> None:
        waits = machine().waits_for[self._state()]
        open_ = Task.objects.filter(case__application=self.ident, state="open")
        if waits in {"authority", "intake"}:
            assert open_.exists()
        if self._state() in machine().final:
            assert not open_.exists()

    def _proposed(self, found: Together) -> Proposal:
        given = approval(again(self.application))
        conditions = found.consolidation.conditions
        if "with_conditions" in {found.position, found.consolidation.position}:
            return replace(given, outcome="approved_with_conditions", conditions=conditions)
        return given

    def _case(self) -> Case:
        return case_of(self.application)

    @property
    def asked(self) -> int:
        return case_of(self.application).questions.count()

    @property
    def placed(self) -> int:
        return case_of(self.application).holds.count()

    def _state(self) -> str:
        return again(self.application).state

    def _proposal(self) -> Decision | None:
        return Decision.objects.filter(case__application=self.ident, state="proposed").first()

    def _do(self, act: Callable[[], object]) -> bool:
        """Whether it was done; what is refused changes nothing."""
        before = Event.objects.count()
        try:
            act()
        except MonaziteError:
            assert Event.objects.count() == before
            return False
        return True


@pytest.mark.slow
def test_whatever_is_done_in_whatever_order(w: Offices, tmp_path: Path) -> None:
    run_state_machine_as_test(lambda: Casework(w, tmp_path), settings=SETTINGS)  # type: ignore[arg-type]
