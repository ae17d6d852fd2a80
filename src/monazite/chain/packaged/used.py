"""What a country is printed to have used, divided among its sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import Figure
from monazite.chain.packaged.ladder import Use
from monazite.chain.packaged.splits import sectors

if TYPE_CHECKING:
    from collections.abc import Iterator


def used(material: str, stage: str, country: str, printed: Figure | None) -> Iterator[Use]:
    """The country's use by sector, t; nothing where its use is not printed.

    The amount is printed, its parts are those of the Union or the world: hence derived.
    """
    if printed is None:
        return
    for sector, share in sectors(material, stage, printed.year).items():
        amount = Figure(
            value=printed.value * share.value,
            unit="t",
            year=printed.year,
            source=printed.source,
            confidence="derived",
            rows=(*printed.rows, *share.rows),
        )
        yield Use(material, stage, country, sector, amount)
