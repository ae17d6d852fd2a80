"""A procedure as a table: where a thing can be, what may happen to it, and the one way to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.errors import LawDataError, MonaziteError
from monazite.law.tables import Table, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

NEW = ""
"""The state of a thing that does not exist yet: an event with `new` leads out of it."""


class NotAllowed(MonaziteError):  # noqa: N818 - it says what is so, as the table does
    """An event that the state does not allow; allowed: those that it does."""

    def __init__(self, state: str, event: str, allowed: tuple[str, ...]) -> None:
        self.state = state
        self.event = event
        self.allowed = allowed
        super().__init__(
            f"{event!r} is not possible in the state {state!r}; possible: "
            f"{', '.join(allowed) or 'nothing'}"
        )


@dataclass(frozen=True, slots=True)
class Machine:
    """The table: waits_for: state → who acts next; by: event → who does it."""

    waits_for: Mapping[str, str]
    final: frozenset[str]
    by: Mapping[str, str]
    ways: Mapping[tuple[str, str], str]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, in the order of the table."""
        return tuple(self.waits_for)

    @property
    def events(self) -> tuple[str, ...]:
        """Every event."""
        return tuple(self.by)

    def allowed(self, state: str) -> tuple[str, ...]:
        """The events that a state allows; none for a state that the table does not know."""
        return tuple(event for event in self.by if (state, event) in self.ways)

    def after(self, state: str, event: str) -> str:
        """The state after an event; NotAllowed for everything that the table does not name."""
        found = self.ways.get((state, event))
        if found is None:
            raise NotAllowed(state, event, self.allowed(state))
        return found


def build(data: Table, where: str, who: Collection[str]) -> Machine:
    """The machine of a table; who: the words for who acts.

    LawDataError lists every problem with its place.
    """
    states, events = data.get("states", {}), data.get("events", {})
    if problems := [*_of_states(states, where, who), *_of_events(events, states, where, who)]:
        raise LawDataError(problems)
    ways = {(at, name): to for name, event in events.items() for at, to in _ways(event).items()}
    return Machine(
        waits_for={name: state["waits_for"] for name, state in states.items()},
        final=frozenset(name for name, state in states.items() if state.get("final", False)),
        by={name: event["by"] for name, event in events.items()},
        ways=ways,
    )


def _ways(event: Table) -> dict[str, str]:
    return {NEW: event["new"]} if "new" in event else event.get("from", {})


def _of_states(states: Table, where: str, who: Collection[str]) -> Iterator[str]:
    for name, state in states.items():
        yield from unknown_keys(state, ("waits_for", "final"), f"{where} states/{name}")
        if state.get("waits_for") not in who:
            yield f"{where} states/{name}: waits_for is one of {', '.join(who)}"


def _of_events(events: Table, states: Table, where: str, who: Collection[str]) -> Iterator[str]:
    for name, event in events.items():
        at = f"{where} events/{name}"
        yield from unknown_keys(event, ("by", "new", "from"), at)
        if event.get("by") not in who:
            yield f"{at}: by is one of {', '.join(who)}"
        ways = _ways(event)
        if not ways:
            yield f"{at}: it leads nowhere; give new or from"
        for state in (*ways, *ways.values()):
            if state not in states and state != NEW:
                yield f"{at}: {state!r} is no state"
