"""The order of a queue, in parts that follow one another, each by one value with its own index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable

from monazite.desk.cases.clocks import AGAIN, ENDED_STATES
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.queue.cursor import Place
from monazite.desk.cases.queue.wanted import DUE, NEWEST, OLDEST
from monazite.errors import InputError
from monazite.licensing.transitions import machine

Rows = TypeVar("Rows", Task, Case)
_AGE = "opened_at"
_GOING_ON = tuple(state for state in machine().states if state not in ENDED_STATES)
_DONE = tuple(state for state in ENDED_STATES if state != AGAIN)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind, by one value.

    which: the condition, given how a row's case is named in a query; value: field of the case, less
    the field `minus` where one is named; down: the highest first. `opened_at` of a task is its own:
    since when it lies in its office's queue. states: which an application can have in it, () for
    any.
    """

    which: Callable[[str], Q]
    value: str
    minus: str = ""
    down: bool = False
    states: tuple[str, ...] = ()

    def holds(self, state: str) -> bool:
        """Whether a row of that state can be in it; "" for any state."""
        return not state or not self.states or state in self.states

    def of(self, rows: QuerySet[Rows], after: Place | None) -> QuerySet[Rows]:
        """These rows in order, each with its value as `place`, those after a place."""
        of_tasks = rows.model is Task
        case = "case__" if of_tasks else ""
        value: Combinable = F(self.value if self.value == _AGE else f"{case}{self.value}")
        if self.minus:
            value -= F(f"{case}{self.minus}")
        found = rows.filter(self.which(case)).annotate(place=value)
        if after is not None:
            found = found.filter(self._after(after, of_tasks=of_tasks))
        sign = "-" if self.down else ""
        ties = ("case_id", "pk") if of_tasks else ("pk",)
        return found.order_by(f"{sign}place", *(f"{sign}{name}" for name in ties))

    def _after(self, place: Place, *, of_tasks: bool) -> Q:
        if isinstance(place.value, int) == (self.value == _AGE):
            raise InputError("cursor", "", "the cursor of the page before", "stale")
        then = "lt" if self.down else "gt"
        case = "case_id" if of_tasks else "pk"
        beyond = Q(**{f"place__{then}": place.value})
        beyond |= Q(**{"place": place.value, f"{case}__{then}": place.case})
        if of_tasks:
            beyond |= Q(**{"place": place.value, case: place.case, f"pk__{then}": place.task})
        # What the rest implies, once more by itself: an index is walked from there.
        return Q(**{f"place__{then}e": place.value}) & beyond


def _running(case: str) -> Q:
    return Q(**{f"{case}running_since__isnull": False, f"{case}due_index__isnull": False})


def _standing_still(case: str) -> Q:
    """Also what runs into a year that is not published: nobody knows the day on which it ends."""
    stopped = Q(**{f"{case}running_since__isnull": True}) | Q(**{f"{case}due_index__isnull": True})
    limited = Q(**{
        f"{case}limit_days__isnull": False, f"{case}accepted_on__isnull": False,
        f"{case}closed_at__isnull": True,
    })  # fmt: skip
    return limited & stopped & ~Q(**{f"{case}application__state__in": ENDED_STATES})


def _unlimited(case: str) -> Q:
    never = Q(**{f"{case}limit_days__isnull": True}) | Q(**{f"{case}accepted_on__isnull": True})
    goes_on = never & ~Q(**{f"{case}application__state__in": ENDED_STATES})
    again = Q(**{f"{case}application__state": AGAIN})
    return Q(**{f"{case}closed_at__isnull": True}) & (goes_on | again)


def _over_and_done(case: str) -> Q:
    done = Q(**{f"{case}application__state__in": _DONE})
    return Q(**{f"{case}closed_at__isnull": False}) | done


def _any(_: str) -> Q:
    return Q()


_PARTS: dict[str, tuple[Part, ...]] = {
    DUE: (
        Part(_running, "due_index", states=_GOING_ON),
        Part(_standing_still, "limit_days", minus="counted", states=_GOING_ON),
        Part(_unlimited, _AGE, states=(*_GOING_ON, AGAIN)),
        Part(_over_and_done, _AGE, down=True, states=_DONE),
    ),
    OLDEST: (Part(_any, _AGE),),
    NEWEST: (Part(_any, _AGE, down=True),),
}
"""By order: what ends first, then what stands still by what is left, then no limit, then ended."""


def parts(order: str, *, of_tasks: bool) -> tuple[Part, ...]:
    """The parts of an order; an open task is of no case that is over and done."""
    found = _PARTS[order]
    return found[:-1] if of_tasks and order == DUE else found
