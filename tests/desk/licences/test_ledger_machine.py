"""One line in the database and the same in a book: whatever is sent, in whatever order, they agree.

Hypothesis sends movements and reports, repeats some, and compares answers and sums after each.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as seeded
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.licences.accounts import account_of, balance_of, dated
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.reported import Said
from monazite.desk.licences.services import move
from monazite.desk.licences.services.reporting import report
from monazite.ledger.book import Booked, enter
from monazite.ledger.movements import Movement, balance
from support.at_gate import gate, licensed

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.at_gate import Gate

pytestmark = pytest.mark.slow

WHO = Who(None, "api")
_seeded = seeded(
    derandomize=True, max_examples=15, stateful_step_count=25, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
KINDS = ("reserve", "post", "void", "expire", "contra", "late", "adjust")
BOUND = {"licence_not_usable.exhausted", "licence_not_usable.suspended"}
"""Why a movement that fits is refused all the same: the second, where more left than was left."""
IDS = st.sampled_from([f"m{number}" for number in range(8)])


class Line(RuleBasedStateMachine):
    """A line of ten units that may be used four times, moved by messages with few ids."""

    gate: Gate

    def __init__(self) -> None:
        super().__init__()
        self.run = uuid.uuid4().hex[:8]
        self.book: tuple[Booked, ...] = ()
        self.last: Said | None = None

    @initialize()
    def begin(self) -> None:
        """A fresh licence in the world that all runs share."""
        licence = licensed(self.gate.w, "general", quantity=Decimal(10), uses_max=4)
        self.line = LicenceLine.objects.select_related("licence").get(licence=licence)
        grant = Movement("grant", Decimal(10), self.line.value or Decimal(0), 0, licence.valid_from)
        self.book = (Booked("grant", grant),)

    @rule(kind=st.sampled_from(KINDS), amount=st.integers(1, 6), ident=IDS)
    def send(self, kind: str, amount: int, ident: str) -> None:
        """A movement, new or again: the same answer as the book's."""
        day = self.line.licence.valid_from
        entry = Movement(kind, Decimal(amount), Decimal(0), int(kind != "post"), day)
        message = f"{self.run}/{ident}"
        answer = enter(self.book, account_of(self.line), message, entry)
        try:
            made = move(self.line.pk, entry, message, WHO)
        except Refused as refused:
            code = refused.code
            assert answer.booked is None or code in BOUND
            return
        assert answer.booked is not None
        assert (made.kind, made.quantity) == (kind, amount)
        if not answer.replayed:
            self.book = (*self.book, answer.booked)

    @rule(total=st.integers(0, 12), number=st.integers(1, 6))
    def tell(self, total: int, number: int) -> None:
        """A total from another system; what it leads to is in the line's own entries."""
        said = Said(
            message_id=f"{self.run}-{number}-{total}", licence=self.line.licence.number, line=1,
            declaration=f"D{self.run}", semantics="cumulative", sequence=number,
            as_of=timezone.now(), quantity=Decimal(total), unit=self.line.unit, substance="",
            value=Decimal(0),
        )  # fmt: skip
        try:
            report(self.gate.officer, said, "api")
        except Refused:
            return
        self.last = said
        self.catch_up()

    @rule()
    def tell_again(self) -> None:
        """The last report once more: nothing moves."""
        if self.last is not None:
            assert report(self.gate.officer, replace(self.last), "api").replayed

    def catch_up(self) -> None:
        """Enter in the book what a report entered in the line; the book must allow it."""
        known = {each.message_id for each in self.book}
        for row in self.line.movements.order_by("number"):
            if row.message_id not in known and row.message_id.startswith("report:"):
                entry = Movement(row.kind, row.quantity, row.value, row.uses, row.on)
                answer = enter(self.book, account_of(self.line), row.message_id, entry)
                assert answer.booked is not None
                self.book = (*self.book, answer.booked)

    @invariant()
    def they_agree(self) -> None:
        """The row, the sum of its entries and the book; and nothing beyond what was granted."""
        if not self.book:
            return
        line = LicenceLine.objects.get(pk=self.line.pk)
        ours = balance(account_of(line), [each.movement for each in self.book])
        assert balance_of(line) == balance(account_of(line), dated(line)) == ours
        assert ours.quantity.left is not None
        assert ours.quantity.left >= 0
        assert 0 <= ours.uses <= 4


def test_the_database_answers_as_the_book_does(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    world = gate()

    class Here(Line):
        """The machine in this test's world."""

        gate = world

    run_state_machine_as_test(Here, settings=_seeded)
