"""Who holds which stage: every reading of a share with its range, its year and its row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.briefing.model import Stage, StageShare
from monazite.catalogue.countries import name as country_name
from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.elements import name as element_name
from monazite.catalogue.texts import say
from monazite.facts import table
from monazite.trade.monthly.figures import Figure

if TYPE_CHECKING:
    from monazite.facts import Row

LEADER = "CN"
"""Whose share heads each stage: the country that most of the measures are of."""
_US_IMPORTS = "us_imports"
# The EU study averages 2016 to 2020 over many materials; the newer sources stand here.
_LONG_AVERAGE = "2016-2020 avg"


def stages(lang: str) -> tuple[Stage, ...]:
    """Every stage with a share of the leader, shares of the world first, in the table's order."""
    found: dict[tuple[str, str], list[StageShare]] = {}
    for row in table("shares"):
        if _shown(row):
            found.setdefault((row.fields["material"], row.fields["stage"]), []).append(_share(row))
    told = [
        _stage(material, stage, shares, lang)
        for (material, stage), shares in found.items()
        if any(share.country == LEADER for share in shares)
    ]
    return tuple(sorted(told, key=lambda one: not one.world))


def _shown(row: Row) -> bool:
    return bool(row.fields["share_pct"]) and row.fields["year"] != _LONG_AVERAGE


def _share(row: Row) -> StageShare:
    fields = row.fields
    return StageShare(
        material=fields["material"],
        stage=fields["stage"],
        country=fields["country"],
        figure=_percent(row, fields["share_pct"]),
        low=_percent(row, fields["share_low"]) if fields["share_low"] else None,
        high=_percent(row, fields["share_high"]) if fields["share_high"] else None,
        year=fields["year"],
        source=row.source,
        note=row.note,
    )


def _percent(row: Row, written: str) -> Figure:
    return Figure(Decimal(written), "%", (row.id,), row.confidence)


def _stage(material: str, stage: str, found: list[StageShare], lang: str) -> Stage:
    """The leader's readings, and the others of the newest year that has any."""
    others = [share for share in found if share.country != LEADER]
    complete = _fullest_year(others)
    name = say(
        "brief.shares.row",
        lang,
        material=material_name(material, lang),
        stage=say(f"brief.stage.{stage}", lang),
    )
    return Stage(
        material,
        stage,
        name,
        stage != _US_IMPORTS,
        tuple(share for share in found if share.country == LEADER),
        tuple(share for share in others if share.year == complete),
    )


def _fullest_year(others: list[StageShare]) -> str:
    """The year for which most countries are known."""
    years = [share.year for share in others]
    return max(years, key=lambda year: (years.count(year), year), default="")


def material_name(material: str, lang: str) -> str:
    """A material of the shares table in words."""
    if material in SYMBOLS:
        name = element_name(material, lang)
        return name[:1].upper() + name[1:]
    return say(f"brief.material.{material}", lang)


def holder(country: str, lang: str) -> str:
    """Who holds a share: a country, or the others together."""
    return say("brief.country.other", lang) if country == "other" else country_name(country, lang)
