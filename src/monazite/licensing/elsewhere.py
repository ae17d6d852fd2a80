"""Whether the goods might go to another place than they are going to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.model import OUTCOMES
from monazite.law.ruled import ruled
from monazite.licensing.statements import statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.law.law import Law
    from monazite.licensing.context import Context

_STOPS = frozenset(OUTCOMES[:2])


def stopped(context: Context, countries: Iterable[str]) -> frozenset[str]:
    """The countries (ISO2) to which some line may not go that may go to its destination."""
    home = _seen(context.law, context.application.destination or "")
    alike: dict[tuple[bool, ...], list[str]] = {}
    for country in dict.fromkeys(countries):
        alike.setdefault(_seen(context.law, country), []).append(country)
    # Countries that the law does not tell apart get one answer: a hostile form may name hundreds.
    return frozenset(
        country
        for seen, same in alike.items()
        if seen != home and _stopped(context, same[0])
        for country in same
    )


def _seen(law: Law, country: str) -> tuple[bool, ...]:
    """What tells one destination from another to the law: which gates let it through."""
    return law.memory.get(
        ("destination", country),
        lambda: tuple(gate.destinations.includes(country) for gate in law.gates),
    )


def _stopped(context: Context, country: str) -> bool:
    for each in context.rulings:
        if each.outcome in _STOPS:
            continue
        said = statement(context.application, each.number - 1, context.today, context.law)
        direct = {name: text for name, text in said.items() if name != "via"}
        there, _ = ruled(direct | {"to": country}, context.law)
        if there is not None and there.outcome in _STOPS:
            return True
    return False
