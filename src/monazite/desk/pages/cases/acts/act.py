"""What an act is: a right, steps that must be open, its fields, and the service that does it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from monazite.desk.pages.cases.acts.fields import Field
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.cases.look import Look
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine

VIA = "page"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for an act, at the case of which application, with which values."""

    person: Person
    ident: uuid.UUID
    sent: Sent


def always(_: Look) -> bool:
    """No more is asked than the right and the state."""
    return True


def nothing(_: Look) -> tuple[Field, ...]:
    """A form that asks for nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done; steps: one of them must be open, () for none.

    can: what else must be so; fields: what its form asks; weight: main, other or danger; before:
    what is done in a transaction of its own, which stays done where the act is refused.
    """

    name: str
    right: str
    steps: tuple[str, ...]
    perform: Callable[[Asked], object]
    fields: Callable[[Look], tuple[Field, ...]] = nothing
    can: Callable[[Look], bool] = always
    weight: str = "other"
    before: Callable[[Asked], object] = lambda _: None

    def offered(self, look: Look) -> bool:
        """Whether the reader can do it now; the service asks again."""
        open_steps = machine().allowed(look.application.state)
        possible = not self.steps or any(step in open_steps for step in self.steps)
        return possible and look.may(self.right) and self.can(look)
