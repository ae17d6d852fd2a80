"""`monazite chain profile`: a country and a material on one page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.chain_options import (
    ChartOption,
    CountryArgument,
    CsvOption,
    DrawsOption,
    MaterialArgument,
    NoEstimatesOption,
    ParquetOption,
    YearOption,
    chosen,
)
from monazite.cli.output import JsonOption, Lang, LangOption

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.chain.profiles import Profile

_SUPPLIERS = 4


class Kind(StrEnum):
    """What `--chart` draws of a profile."""

    LADDER = "ladder"
    HISTORY = "history"


def profile(
    country: CountryArgument,
    material: MaterialArgument,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    draws: DrawsOption = 200,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    picture: Annotated[
        Kind, typer.Option("--picture", help="What to draw: the stages, or shares by year.")
    ] = Kind.LADDER,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """A country and a material on one page.

    Shares, stages, sectors, losses, and what is not known.

    Example: monazite chain profile DE Dy --chart germany.html
    """
    from monazite.chain.documents import COLUMNS, profile_rows
    from monazite.chain.profiles import profile as of_country
    from monazite.cli import chain_exposure_view, chain_out, chain_profile_view

    ways = chosen(lang.value, json, csv, parquet, chart)
    found = of_country(country, material, year=year, estimates=not no_estimates, draws=draws)
    if chart is not None:
        chain_exposure_view.check_drawn(found.use)
    chain_out.deliver(
        ways,
        view=lambda: chain_profile_view.show(found, ways.lang),
        document=lambda: chain_out.document(found, (), ways.lang),
        table=lambda: chain_out.Table(COLUMNS, profile_rows(found)),
        picture=lambda: _picture(found, picture, ways.lang, estimates=not no_estimates),
    )


def _picture(found: Profile, kind: Kind, lang: str, *, estimates: bool) -> Picture:
    from monazite.chain import words
    from monazite.chain.history import history
    from monazite.chain.pictures.history import user_history
    from monazite.chain.pictures.ladder import user_ladder

    if kind == Kind.LADDER:
        return user_ladder(found.use, words.country(found.country, lang), lang)
    abroad = [one.country for one in found.use.ultimate if one.country != found.country]
    lines = {
        one: history(found.country, found.material, one, estimates=estimates)
        for one in abroad[:_SUPPLIERS]
    }
    return user_history(lines, found.country, found.material, lang)
