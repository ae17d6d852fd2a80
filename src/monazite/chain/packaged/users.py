"""First guesses of who uses a material at a stage, and how much, where nobody prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.packaged.splits import countries
from monazite.chain.packaged.steps import made, taken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from monazite.chain.packaged.ladder import Flow, Step


class User(NamedTuple):
    """A first guess of a country's use, t contained, and the rows that it was made from.

    rest: whether it is only what others leave there, so that makers elsewhere who lack it go first.
    """

    guess: float
    rows: tuple[str, ...]
    rest: bool


def national(material: str, stage: str, total: float, year: int) -> dict[str, User]:
    """The world's use laid on countries by Monazite's estimate of their parts, by ISO3.

    Empty where nothing is used, or where nobody says how much.
    """
    if total <= 0:
        return {}
    return {
        place: User(total * part.value, part.rows, rest=False)
        for place, part in countries(material, stage, year).items()
    }


def apparent(
    step: Step, following: Step | None, flows: Iterable[Flow], leave: Collection[str] = ()
) -> dict[str, User]:
    """Apparent use where flows are known: made + bought - sold - taken by the next makers, t.

    Countries where it is not above 0 are left out, and those of `leave`.
    """
    found = dict(made(step))
    for place, amount in (taken(following) if following else {}).items():
        found[place] = found.get(place, 0.0) - amount
    for flow in flows:
        if flow.stage == step.stage:
            found[flow.seller] = found.get(flow.seller, 0.0) - flow.amount.value
            found[flow.buyer] = found.get(flow.buyer, 0.0) + flow.amount.value
    return {
        place: User(amount, (), rest=True)
        for place, amount in sorted(found.items())
        if amount > 0 and place not in leave
    }
