"""`monazite leverage table`: levers of either side against each destination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.leverage_options import (
    DRAWS,
    HORIZONS,
    EquationsOption,
    HorizonsOption,
    Kind,
    PictureOption,
)
from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    ChartOption,
    CsvOption,
    DrawsOption,
    NetcdfOption,
    ParquetOption,
    SeedOption,
    Ways,
    XlsxOption,
    checked,
    chosen,
)

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.shock.leverage.results import Leverage
    from monazite.shock.leverage.schema import Lever

PAUSE, MOST_DAYS = 90, 365
SideOption = Annotated[
    str | None,
    typer.Option("--side", help="Seen from this side, as CN or US: what it holds, what it faces."),
]
LeverOption = Annotated[
    list[str] | None,
    typer.Option("--lever", help="Only this one (monazite leverage list); may be given again."),
]
ToOption = Annotated[
    list[str] | None,
    typer.Option("--to", help="Against this country (default: six); may be given again."),
]
PauseOption = Annotated[int, typer.Option("--pause", metavar="DAYS", help="How long a pause is.")]


def table(
    side: SideOption = None,
    lever: LeverOption = None,
    to: ToOption = None,
    horizons: HorizonsOption = HORIZONS,
    draws: DrawsOption = DRAWS,
    seed: SeedOption = 1,
    pause: PauseOption = PAUSE,
    equations: EquationsOption = False,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    netcdf: NetcdfOption = None,
    xlsx: XlsxOption = None,
    chart: ChartOption = None,
    picture: PictureOption = Kind.TABLE.value,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What each lever costs both sides, from when to when, and what a pause is worth.

    By destination and horizon: value added that the other side loses, sales that the holder loses,
    weeks until it bites, the month in which the other side is free of it. Both sides' numbers come
    of the same runs; what nobody knows is said to be unknown, with the reason.

    Example: monazite leverage table --side US --chart levers.svg
    """
    from monazite.cli import leverage_out, leverage_table_view, shock_out
    from monazite.cli.leverage_asking import levered
    from monazite.cli.leverage_options import country, months

    ways = checked(Ways(lang.value, json, csv, parquet, netcdf, chart, xlsx))
    kind = chosen("picture", picture, Kind, ways.lang)
    asked = _levers(lever, ways.lang)
    over = [country("to", one, ways.lang) for one in to or ()]
    seen = _seen(side, asked, over, ways.lang)
    counted = months(horizons, ways.lang)
    _fits(pause, ways.lang)
    found = levered(asked, over or None, counted, pause, draws, seed, ways)
    shock_out.deliver(
        ways,
        view=lambda: leverage_table_view.show(found, seen, ways.lang, full=equations),
        document=lambda: leverage_out.seen_from(found, seen),
        made={
            **leverage_out.files(found, ways.lang),
            "chart": lambda: shock_out.drawn(ways, lambda: _picture(found, kind, ways.lang)),
        },
    )


def _levers(names: list[str] | None, lang: str) -> list[Lever] | None:
    """The levers of these ids; InputError field "lever" names the nearest."""
    from monazite.cli.leverage_options import near, wrong
    from monazite.shock.leverage.reading import levers

    if not names:
        return None
    known = {one.id: one for one in levers()}
    for name in names:
        if name not in known:
            raise wrong("lever", name, lang, known=near(name, known, lang))
    return [known[name] for name in dict.fromkeys(names)]


def _seen(side: str | None, asked: list[Lever] | None, to: list[str], lang: str) -> str | None:
    """ISO3 of the side; InputError where it neither holds a lever nor stands under one."""
    from monazite.cli.leverage_options import country, wrong
    from monazite.shock.leverage.asked import DESTINATIONS
    from monazite.shock.leverage.reading import levers

    if side is None:
        return None
    seen, known = country("side", side, lang), asked or levers()
    others = {name for one in known for name in (one.holder, *one.targets)}
    if seen not in others | set(to or DESTINATIONS):
        raise wrong("side", side, lang)
    return seen


def _fits(pause: int, lang: str) -> None:
    from monazite.cli.leverage_options import wrong

    if not 0 < pause <= MOST_DAYS:
        raise wrong("pause", pause, lang, most=MOST_DAYS)


def _picture(found: Leverage, kind: Kind, lang: str) -> Picture:
    from monazite.shock.leverage.pictures.clocks import clocks
    from monazite.shock.leverage.pictures.costs import costs
    from monazite.shock.leverage.pictures.pauses import pauses

    draw: dict[Kind, Any] = {Kind.TABLE: costs, Kind.TIMELINE: clocks, Kind.PAUSE: pauses}
    drawn: Picture = draw[kind](found, lang)
    return drawn
