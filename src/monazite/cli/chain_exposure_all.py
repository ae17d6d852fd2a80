"""The shares of every material, of one country or of all of them, as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.stages import SECTOR
from monazite.cli import chain_out
from monazite.cli.chain_numbers import joined, mass, place
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN
from monazite.cli.trade_screen import show_more
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.cli.chain_world import Opened
    from monazite.cli.trade_options import Ways

Row = dict[str, Any]
COLUMNS = ("material", "year", "country", "stage", "use_t", "origin", "direct", "ultimate")
WORLD = "WORLD"
_NAMED = 3
_LEAST = 0.005


def answer(
    found: Opened,
    country: str,
    material: str | None,
    stage: str | None,
    sector: str | None,
    ways: Ways,
) -> None:
    """Every direct and ultimate share that was asked for; without bands.

    country: of the user, or WORLD; stage: of markets, final use where it is None.
    InputError on country, material, on sector (these shares are of all sectors), and on chart.
    """
    if sector is not None:
        raise InputError("sector", sector, "no sector, where all materials or countries are asked")
    if ways.chart is not None:
        raise InputError("chart", ways.chart, "one country and one material; or `chain map --on`")
    rows = _rows(found, country, material, stage or SECTOR)

    def document() -> dict[str, Any]:
        return {"year": found.world.year, "rows": rows} | chain_out.told(found.problems, ways.lang)

    chain_out.deliver(
        ways,
        view=lambda: _show(rows, found.world.year, stage or SECTOR, ways.lang),
        document=document,
        table=lambda: chain_out.Table(COLUMNS, rows),
    )


def _rows(found: Opened, country: str, material: str | None, stage: str) -> list[Row]:
    import pyarrow.compute as pc

    from monazite.catalogue.countries import describe
    from monazite.chain.exposures.all_shares import all_shares

    wanted = {"stage": stage}
    if country.strip().upper() != WORLD:
        wanted["country"] = describe(country).iso3
    if material is not None:
        wanted["material"] = found.element(material)
    table = all_shares(found.world)
    for name, value in wanted.items():
        table = table.filter(pc.equal(table[name].cast("string"), value))
    rows: list[Row] = table.select(COLUMNS).to_pylist()
    return rows


def _show(rows: Sequence[Row], year: int, stage: str, lang: str) -> None:
    """A row for each user: on whom its use stands, the user itself left out."""
    screen = console()
    title = say("chain.cli.all.title", lang, year=year, stage=words.stage(stage, lang))
    screen.print(Text(title, style="bold"))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.material", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.use", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.stands_on", lang), ratio=1)
    users: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        users.setdefault((row["material"], row["country"]), []).append(row)
    for (material, country), shares in list(users.items())[: 2 * SHOWN]:
        used = mass(shares[0]["use_t"], lang)
        names = (words.material(material, lang), words.country(country, lang))
        table.add_row(*names, used, _on(shares, country, lang))
    screen.print(table)
    show_more(screen, len(users), lang, 2 * SHOWN)
    screen.print(Text(say("chain.cli.ultimate.key", lang), style="dim"))


def _on(shares: Sequence[Row], country: str, lang: str) -> str:
    others = [one for one in shares if one["origin"] != country and one["ultimate"] >= _LEAST]
    first = sorted(others, key=lambda one: -one["ultimate"])[:_NAMED]
    parts = [
        say("chain.pictures.part", lang, name=place(one["origin"] or "", lang),
            share=words.percent(one["ultimate"]))
        for one in first
    ]  # fmt: skip
    return joined(parts, lang) or UNKNOWN
