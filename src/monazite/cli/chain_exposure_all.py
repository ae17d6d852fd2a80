"""The shares of every material, of one country or of all of them, as one table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.exposures.left_out import MOST
from monazite.chain.stages import SECTOR
from monazite.cli import chain_out
from monazite.cli.chain_exposure_rows import COLUMNS
from monazite.cli.chain_exposure_rows import rows as rows_of
from monazite.cli.chain_left_out import marked, show_mark
from monazite.cli.chain_numbers import joined, mass, place
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN
from monazite.cli.trade_screen import show_more
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.worlds import World
    from monazite.cli.chain_exposure_rows import Row
    from monazite.cli.chain_world import Opened
    from monazite.cli.trade_options import Ways

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

    country: of the user, several or WORLD (`chain_exposure_rows.rows`); stage: of markets, final
    use where it is None.
    InputError on country, material, on sector (these shares are of all sectors), and on chart.
    """
    if sector is not None:
        raise InputError("sector", sector, "no sector, where all materials or countries are asked")
    if ways.chart is not None:
        raise InputError("chart", ways.chart, "one country and one material; or `chain map --on`")
    rows = rows_of(_world(found, material), country, stage or SECTOR)

    def document() -> dict[str, Any]:
        return {"year": found.world.year, "rows": rows} | chain_out.told(found.problems, ways.lang)

    chain_out.deliver(
        ways,
        view=lambda: _show(rows, found.world.year, stage or SECTOR, ways.lang),
        document=document,
        table=lambda: chain_out.Table(COLUMNS, rows),
    )


def _world(found: Opened, material: str | None) -> World:
    """The world, or of it the network of one element or sum."""
    if material is None:
        return found.world
    network = found.network(found.element(material))
    return replace(found.world, networks={network.element: network})


def _show(rows: Sequence[Row], year: int, stage: str, lang: str) -> None:
    """A row for each user: on whom its use stands, its own makers first."""
    screen = console()
    title = say("chain.cli.all.title", lang, year=year, stage=words.stage(stage, lang))
    screen.print(Prose(title, style="bold"))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.material", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.use", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.stands_on", lang), ratio=1)
    users: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        users.setdefault((row["material"], row["country"]), []).append(row)
    # Of whom little is told stand last.
    shown = sorted(users.items(), key=lambda user: _is_small_part(user[1]))[: 2 * SHOWN]
    for (material, country), shares in shown:
        used = mass(shares[0]["use_t"], lang)
        names = (words.material(material, lang), _name(country, shares[0], lang))
        table.add_row(*names, used, Prose(_on(shares, country, lang), items=True))
    screen.print(table)
    show_more(screen, len(users), lang, 2 * SHOWN)
    screen.print(Prose(say("chain.cli.ultimate.key", lang), style="dim"))
    if any(shares[0]["left_out"] is not None for _, shares in shown):
        show_mark(screen, lang)
    if any(shares[0]["members"] for _, shares in shown):
        screen.print(Prose(say("chain.cli.all.members.key", lang), style="dim"))


def _name(country: str, row: Row, lang: str) -> str:
    """The user, of a group with how many of its members' uses are known."""
    name = marked(country, lang, partly=row["left_out"] is not None)
    if not row["members"]:
        return name
    known, count = row["members_known"], row["members"]
    return say("chain.cli.all.members", lang, name=name, known=known, count=count)


def _is_small_part(shares: Sequence[Row]) -> bool:
    """Whether most of the use is counted with the rest of the world (`LeftOut.main`)."""
    return not shares[0]["members_left_out"] and (shares[0]["left_out"] or 0.0) > MOST


def _on(shares: Sequence[Row], country: str, lang: str) -> str:
    if _is_small_part(shares):
        return say("chain.cli.left_out.cell", lang)
    seen = [one for one in shares if one["ultimate"] >= _LEAST]
    own = [
        say("chain.cli.all.own", lang, share=words.percent(one["ultimate"]))
        for one in seen
        if one["origin"] == country
    ]
    others = [one for one in seen if one["origin"] != country]
    parts = [
        say("chain.pictures.part", lang, name=place(one["origin"] or "", lang),
            share=words.percent(one["ultimate"]))
        for one in sorted(others, key=lambda one: -one["ultimate"])[:_NAMED]
    ]  # fmt: skip
    return joined([*own, *parts], lang) or UNKNOWN
