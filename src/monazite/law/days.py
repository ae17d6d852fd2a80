"""The whole law on a day: the status of every atom, computed once per pair of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.status import Status, state_of

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law


def statuses(law: Law, on: date, known: date) -> tuple[Status, ...]:
    """The status of each atom, in the order of `law.atoms`."""
    return law.memory.get(("day", on, known), lambda: _statuses(law, on, known))


def _statuses(law: Law, on: date, known: date) -> tuple[Status, ...]:
    seen: dict[tuple[str, date | None, date | None], Status] = {}
    result = []
    for atom in law.atoms:
        key = (atom.measure.id, atom.start, atom.end)
        if key not in seen:
            seen[key] = state_of(law, atom.measure, atom.start, atom.end, on, known)
        result.append(seen[key])
    return tuple(result)
