"""What the United States bought from each country, from two tables of USGS.

bought[s] = imports of a form in the year x the part that came from s on average over 2021 to 2024.
The parts are averages and the year may differ, hence weakly derived; before 2021 there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import Figure
from monazite.chain.packaged.ladder import Flow
from monazite.chain.packaged.splits import sources
from monazite.chain.packaged.united_states import COUNTRY, added, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMS = {
    ("Sb", "refining"): {
        "oxide": "oxide", "unwrought, powder": "unwrought-metal-and-powder",
    },
    ("Ga", "metal"): {"metal": "metal"},
    ("Ge", "refining"): {
        "germanium metal": "germanium-metal",
        "germanium dioxide": "germanium-dioxide-ge-content",
    },
}  # fmt: skip
"""By element and stage the forms of the table of imports, as the table of sources has them."""


def american_imports(element: str, stage: str, year: int) -> Iterator[Flow]:
    """Flows to the United States at a stage, t contained, summed over the forms of it."""
    found: dict[str, Figure] = {}
    for form, name in _FORMS[element, stage].items():
        whole = printed(element, "import", form, year)
        if whole is None:
            continue
        for seller, part in sources(element, name).items():
            bought = _part(whole, part)
            found[seller] = added(found[seller], bought) if seller in found else bought
    for seller, amount in sorted(found.items()):
        yield Flow(element, stage, seller, COUNTRY, amount)


def _part(whole: Figure, part: Figure) -> Figure:
    return Figure(
        value=whole.value * part.value,
        unit="t",
        year=whole.year,
        source=whole.source,
        confidence="derived-weak",
        rows=(*whole.rows, *part.rows),
    )
