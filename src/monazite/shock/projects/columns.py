"""The columns of a table of projects, and the words that its cells may hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS

if TYPE_CHECKING:
    from collections.abc import Mapping

NEEDED = ("id", "name", "country", "material", "stage", "status", "on", "source")
COLUMNS = (
    "id", "name", "company", "country", "material", "stage", "kind", "product", "capacity",
    "capacity_unit", "contains", "deposit", "ore", "first_year", "status", "capex_m", "currency",
    "permit_months", "permit", "radioactive", "radioactive_note", "floor_usd_kg", "offtake", "on",
    "source", "confidence", "note",
)  # fmt: skip

STATUSES = (
    "operating", "ramping", "under-construction", "financed", "planned", "stalled", "cancelled",
)  # fmt: skip
"""From what delivers to what never will."""
RUNNING = ("operating", "ramping")
"""What has put out something by the day of the statement."""
PLANT, RECYCLING = "plant", "recycling"
KINDS = (PLANT, RECYCLING)
YES, NO = "yes", "no"
ORES = ("REE-light", "REE-ionic")
"""The goods of the shock's model whose place an ore takes (`shock.model.ores`)."""

REE, NDPR, DYTB = "REE", "NdPr", "DyTb"
NDFEB, SMCO = "NdFeB", "SmCo"
_MIXED: Mapping[str, tuple[str, ...]] = {
    REE: tuple(sorted(GROUPS[REE].elements)),
    NDPR: ("Nd", "Pr"),
    DYTB: ("Dy", "Tb"),
    NDFEB: ("Nd", "Pr", "Dy", "Tb"),
    "NdFeB-standard": ("Nd", "Pr"),
    "NdFeB-heavy": ("Nd", "Pr", "Dy", "Tb"),
    SMCO: ("Sm",),
}
MATERIALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {**_MIXED, **{one: (one,) for one in (*_MIXED[REE], "Ga", "Ge", "Sb", "W", "GRAPHITE")}}
)
"""What a project may make, and which elements may be in it."""
MAGNETS = (NDFEB, "NdFeB-standard", "NdFeB-heavy", SMCO)
"""Counted as they are, and not by the elements in them."""

REO, OXIDE, METAL, CONTAINED = "t REO/a", "t oxide/a", "t metal/a", "t contained/a"
GROSS, MAGNET, ALLOY = "t/a", "t magnets/a", "t alloy/a"
CONCENTRATE, FEED = "t concentrate/a", "t feed/a"
UNITS: Mapping[str, str] = MappingProxyType({
    REO: "rare earths as their oxides, whatever they are in",
    OXIDE: "the oxide of the material: Dy2O3, WO3, or the oxides of Nd and Pr together",
    METAL: "the metal of the material",
    CONTAINED: "the element in the product, such as antimony in a concentrate",
    GROSS: "the product as it is: graphite, gallium",
    MAGNET: "magnets as they are",
    ALLOY: "alloy for magnets as it is",
    CONCENTRATE: "concentrate or carbonate as it is; only `contains` says what is in it",
    FEED: "what is taken in, not what is put out; no output follows from it",
})  # fmt: skip
"""The units of capacity, and what each counts."""
