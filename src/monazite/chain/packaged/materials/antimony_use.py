"""What the United States bought and used of antimony: metal of smelters, or oxide made of metal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from monazite.chain.packaged.united_states import COUNTRY
from monazite.chain.packaged.used import used
from monazite.chain.stages import INTERMEDIATE, REFINING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from monazite.chain.figures import Figure
    from monazite.chain.packaged.ladder import Flow, Use


@dataclass(frozen=True, slots=True)
class American:
    """Flows of antimony to the United States, each at the stage of its seller."""

    flows: tuple[Flow, ...]

    def uses(self, printed: Figure | None) -> tuple[Use, ...]:
        """The printed use: oxide made of metal as far as it was bought, the rest from smelters."""
        if printed is None:
            return ()
        oxide = sum(one.amount.value for one in self.flows if one.stage == INTERMEDIATE)
        metal = replace(printed, value=printed.value - oxide)
        parts = {REFINING: metal, INTERMEDIATE: replace(printed, value=oxide)}
        return tuple(
            use for stage, part in parts.items() for use in used("Sb", stage, COUNTRY, part)
        )


def american(flows: Iterable[Flow], oxide: Collection[str]) -> American:
    """The flows, those from makers of oxide at their stage."""
    return American(
        tuple(replace(one, stage=INTERMEDIATE) if one.seller in oxide else one for one in flows)
    )
