"""Steps of a ladder: mines, makers that follow them by shares, and what each gives and takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import Figure
from monazite.chain.packaged.choice import prefer
from monazite.chain.packaged.ladder import Step
from monazite.chain.packaged.shares import outputs, whole
from monazite.chain.stages import MINING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.figures import Reading


def mine(material: str, makers: Mapping[str, Reading]) -> Step:
    """Mines: all that they put out comes into the world there."""
    return Step(material, MINING, makers, takes=None, entering=_all(makers), recovery=None)


def by_product(material: str, stage: str, makers: Mapping[str, Reading | None]) -> Step:
    """Makers who win an element from the streams of another: it enters the chain there."""
    return Step(material, stage, makers, takes=None, entering=_all(makers), recovery=None)


def following(
    before: Step,
    stage: str,
    shares: Mapping[str, Figure],
    entering: Mapping[str, Figure],
    recovery: Figure,
    own: Mapping[str, Figure],
    *,
    confidence: str,
) -> Step:
    """Makers who take all that the step before puts out, each its share of the world's output.

    own: outputs that a country itself prints; they are taken, the share is kept beside them.
    confidence: of outputs that are worked out from shares.
    """
    total = whole(sum(made(before).values()), shares, entering, recovery.value)
    makers = outputs(shares, total, confidence=confidence)
    makers |= {place: prefer(figure, makers.get(place)) for place, figure in own.items()}
    takes = (before.material, before.stage)
    return Step(before.material, stage, makers, takes, entering, recovery)


def made(step: Step) -> dict[str, float]:
    """What the makers of a step put out by ISO3, t contained; unknown ones are left out."""
    return {place: one.chosen.value for place, one in step.makers.items() if one is not None}


def taken(step: Step) -> dict[str, float]:
    """What the makers of a step take from the stage before by ISO3, t contained."""
    out = step.recovery.value if step.recovery else 1.0
    return {
        place: amount
        * (1.0 - (step.entering[place].value if place in step.entering else 0.0))
        / out
        for place, amount in made(step).items()
    }


def _all(makers: Mapping[str, Reading | None]) -> dict[str, Figure]:
    """The whole output of each maker, by definition of the step."""
    return {
        place: Figure(1.0, "1", one.chosen.year, one.chosen.source, one.chosen.confidence)
        for place, one in makers.items()
        if one is not None
    }
