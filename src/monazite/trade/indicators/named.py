"""The indicators by name: which columns of the table each has, its formula, unit and source."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.catalogue.words import vocabulary


@dataclass(frozen=True, slots=True)
class Named:
    """One indicator: its name, its columns of `table.indicator_table`, formula, unit, source."""

    name: str
    columns: tuple[str, ...]
    formula: str
    unit: str
    source: str


_SIDES = ("mass", "value")


def _concentration(way: str, partners: str) -> tuple[str, ...]:
    parts = ("hhi", "hhi_high", "top_share", "reason")
    by_side = (f"{way}_{part}_{side}" for side in _SIDES for part in parts)
    return (partners, *by_side, f"{way}_mass_coverage")


NAMED = (
    Named(
        "hhi", _concentration("import", "suppliers"),
        "Σ s², s the share of a supplier", "0 to 1 (× 10,000 for the antitrust scale)",
        "Herfindahl 1950, Hirschman 1945; US Merger Guidelines",
    ),
    Named(
        "hhi-destination", _concentration("export", "customers"),
        "Σ s², s the share of a customer", "0 to 1", "Herfindahl 1950, Hirschman 1945",
    ),
    Named(
        "reliance",
        ("imports_kg", "exports_kg", "domestic_kg", "net_reliance", "eu_reliance",
         "gross_reliance", "reliance_reason", "domestic_reason"),
        "net (I − E)/(P + I − E); EU: clipped to 0…1; gross I/(I + P)", "fraction",
        "USGS Mineral Commodity Summaries; JRC 2017",
    ),
    Named(
        "geopolrisk",
        ("score", "midpoint", "gsp", "import_risk", "production_hhi", "production_coverage",
         "imports_kg", "domestic_kg", "import_price_usd_kg", "assumed_share",
         "geopolrisk_reason"),
        "HHI of production · Σ g f/(p + F), g = (2.5 − PV)/5; midpoint = score · unit value",
        "score 0 to 1; midpoint 1,000 USD/t; gsp kg Cu-eq/kg",
        "Santillán-Saldivar et al. 2022; geopolrisk-py",
    ),
    Named(
        "eu-supply-risk", ("supply_risk_low", "supply_risk_high", "supply_risk_reason"),
        "H_GS · IR/2 + H · (1 − IR/2), before recycling and substitution", "none",
        "JRC 2017, Methodology for establishing the EU list of critical raw materials",
    ),
    Named(
        "n-1", ("share_left", "share_left_reason", "production_share_left"),
        "(S − S_top)/S", "fraction", "IEA, Global Critical Minerals Outlook 2025",
    ),
    Named(
        "production",
        ("domestic_kg", "domestic_reason", "production_hhi", "production_top_share",
         "production_coverage"),
        "Σ s² of producing countries", "0 to 1; kg", "World Mining Data",
    ),
    Named(
        "trade-exposure", ("trade_exposure", "reliance_reason"),
        "TE = net import reliance, 0 for a net exporter", "fraction",
        "Nassar et al. 2020, Science Advances 6, eaay8647",
    ),
    Named(
        "unit-value", ("import_price_usd_kg", "export_price_usd_kg"),
        "value / mass of the flows whose mass is known", "USD/kg", "-",
    ),
)  # fmt: skip
"""What `monazite trade indicator` can compute, in the order in which it lists it."""


def named(word: str) -> Named:
    """The indicator of a name; InputError field "indicator" with the nearest names."""
    known = {one.name: one for one in NAMED}
    words = vocabulary(f"one of {', '.join(known)}", ((name, name) for name in known))
    return known[words.read(word, "indicator")]
