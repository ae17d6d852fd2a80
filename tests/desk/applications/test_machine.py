"""Whatever is done in whatever order: states of the table alone, and nothing typed is lost."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from monazite.desk.applications import services
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.applications.typed.paths import value
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.once.services import once
from monazite.law.procedure import NotAllowed
from monazite.licensing.transitions import machine
from support.faults import contents
from support.offices import World, complete_draft, two_ways

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATHS = ("contract.number", "end_use.process", "lines[0].description", "lines[0].quantity")
TEXTS = st.sampled_from(["", "QH-1", "about 5 t", "１２", "1800", "磁体", "\u202etxt", "x" * 300])
SETTINGS = settings(
    max_examples=15,
    stateful_step_count=12,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


class Desk(RuleBasedStateMachine):
    """Two drafts and what becomes of them; each act carries a key and is sent twice."""

    known = Bundle("known")

    def __init__(self, w: World, checkpoints: Path) -> None:
        super().__init__()
        self.w, self.checkpoints = w, checkpoints
        self.states: dict[uuid.UUID, str] = {}
        self.typed: dict[uuid.UUID, dict[str, object]] = {}
        self.block = transaction.atomic()
        self.block.__enter__()

    def teardown(self) -> None:
        assert prove(self.checkpoints, PublicKeys(())).whole
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(target=known)
    def begun(self) -> Any:
        return multiple(self._known(complete_draft(self.w)), self._known(two_ways(self.w)))

    @rule(ident=known, path=st.sampled_from(PATHS), text=TEXTS)
    def save(self, ident: uuid.UUID, path: str, text: str) -> None:
        version = Application.objects.get(pk=ident).version
        if self._done(
            ident,
            "save",
            lambda: services.save(self.w.preparer, ident, {path: text}, version, "page"),
        ):
            self.typed[ident][path] = text

    @rule(ident=known)
    def file(self, ident: uuid.UUID) -> None:
        old = Application.objects.get(pk=ident).supersedes_id
        act = lambda: services.file(self.w.signatory, ident, None, "page")  # noqa: E731
        if self._done(ident, "file", act) and old:
            self.states[old] = "superseded"

    @rule(ident=known)
    def withdraw(self, ident: uuid.UUID) -> None:
        act = lambda: services.withdraw(self.w.signatory, ident, "cancelled", "page")  # noqa: E731
        self._done(ident, "withdraw", act)

    @rule(ident=known)
    def discard(self, ident: uuid.UUID) -> None:
        self._done(ident, "discard", lambda: services.discard(self.w.preparer, ident, "page"))

    @rule(target=known, ident=known)
    def amend(self, ident: uuid.UUID) -> Any:
        made: list[Application] = []
        act = lambda: made.append(services.amend(self.w.preparer, ident, "page"))  # noqa: E731
        if not self._done(ident, "supersede", act, stays=True):
            return multiple()
        return multiple(*(self._known(each, ident) for each in made))

    @rule(target=known, ident=known)
    def split(self, ident: uuid.UUID) -> Any:
        made: list[Application] = []
        act = lambda: made.extend(services.split(self.w.preparer, ident, "page"))  # noqa: E731
        whole = Application.objects.get(pk=ident)
        if not self._done(ident, "discard", act):
            return multiple()
        assert _kilograms(*made) == _kilograms(whole)
        return multiple(*(self._known(each) for each in made))

    @invariant()
    def rows_are_as_told(self) -> None:
        for row in Application.objects.filter(pk__in=self.states):
            assert row.state == self.states[row.pk]
            assert row.state in machine().states
            assert (row.reference is None) == (row.state in {"draft", "discarded"})
            for path, text in self.typed[row.pk].items():
                assert value(row.form, path) == text

    def _known(self, made: Application, of: uuid.UUID | None = None) -> uuid.UUID:
        self.states[made.pk] = "draft"
        self.typed[made.pk] = dict(self.typed[of]) if of else {}
        return made.pk

    def _done(
        self, ident: uuid.UUID, event: str, act: Callable[[], object], *, stays: bool = False
    ) -> bool:
        """Whether it was allowed; a refusal changed nothing, a second sending changed nothing."""
        before, state, key = contents(), self.states[ident], str(uuid.uuid4())

        def keyed() -> tuple[int, str]:
            return once(self.w.preparer, key, b"asked", lambda: (200, str(bool(act() or 1))))

        try:
            answer = keyed()
        except NotAllowed:
            assert event not in machine().allowed(state)
        except Refused:
            assert event in machine().allowed(state)
        else:
            return self._went_on(ident, event, answer, keyed, stays=stays)
        assert contents() == before
        return False

    def _went_on(
        self,
        ident: uuid.UUID,
        event: str,
        answer: object,
        keyed: Callable[[], object],
        *,
        stays: bool,
    ) -> bool:
        state = self.states[ident]
        assert event in machine().allowed(state)
        after = contents()
        assert keyed() == answer
        assert contents() == after
        self.states[ident] = state if stays else machine().after(state, event)
        return True


def _kilograms(*applications: Application) -> Decimal | None:
    try:
        return sum(
            (Decimal(x["quantity"]) for a in applications for x in a.form["lines"]), Decimal()
        )
    except ArithmeticError:
        return None  # a quantity that cannot be read cannot be added


@pytest.mark.slow
def test_whatever_is_done_in_whatever_order(w: World, tmp_path: Path) -> None:
    run_state_machine_as_test(lambda: Desk(w, tmp_path), settings=SETTINGS)  # type: ignore[arg-type]
