"""The ladder of an element in one year: who makes what at each stage, what moves, who uses it.

A ladder holds what sources say, and the ways that goods take in amounts that nobody says.
`draft.draft` turns it into a network, in which the balance fills those amounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.balance.routes import Route
    from monazite.chain.figures import Figure, Reading


@dataclass(frozen=True, slots=True)
class Step:
    """The makers of one stage of one material.

    makers: by ISO3 what each puts out, t of contained element a year; None where it is known that
    there are makers and nobody says how much. takes: the material and stage whose market they draw
    on, None at a mine. entering: by ISO3 the part of the output that comes into the world there (a
    mine, a by-product, scrap), from 0 to 1; a country that is missing takes all of it from the
    stage before. recovery: what goes out of what is taken in, a fraction.
    """

    material: str
    stage: str
    makers: Mapping[str, Reading | None]
    takes: tuple[str, str] | None
    entering: Mapping[str, Figure]
    recovery: Figure | None


@dataclass(frozen=True, slots=True)
class Flow:
    """Goods of one stage that go from the market of one country to that of another, t contained."""

    material: str
    stage: str
    seller: str
    buyer: str
    amount: Figure


@dataclass(frozen=True, slots=True)
class Use:
    """What a sector of a country takes from its country's market of a stage, t contained."""

    material: str
    stage: str
    country: str
    sector: str
    amount: Figure


@dataclass(frozen=True, slots=True)
class Ladder:
    """All that is known of the way of one element in one year.

    ways: who sells to whom and who uses, where nobody says how much.
    """

    element: str
    year: int
    steps: tuple[Step, ...]
    flows: tuple[Flow, ...]
    uses: tuple[Use, ...]
    ways: tuple[Route, ...]
