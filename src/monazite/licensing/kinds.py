"""The kinds of licence of a regime: how long one runs, for whom, for how many exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of licence.

    cases: the causes for which alone it is given (any where there are none); most_months: its
    longest term, None where no text names one; clock: the name of the time limit of its decision,
    or "none".
    """

    name: str
    law: str
    most_months: int | None
    one_end_user: bool
    one_export: bool
    void_when_done: bool
    proof_of_civil_use: bool
    clock: str
    cases: tuple[str, ...]
    confidence: str


def kinds_of(data: Mapping[str, Mapping[str, Any]]) -> dict[str, Kind]:
    """The kinds of a regime's checked table, by name."""
    return {name: _kind(name, entry) for name, entry in data.items()}


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    return Kind(
        name=name,
        law=entry["law"],
        most_months=entry.get("most_months"),
        one_end_user=entry["one_end_user"],
        one_export=entry["one_export"],
        void_when_done=entry["void_when_done"],
        proof_of_civil_use=entry["proof_of_civil_use"],
        clock=entry["clock"],
        cases=tuple(entry.get("cases", ())),
        confidence=entry.get("confidence", "found"),
    )
