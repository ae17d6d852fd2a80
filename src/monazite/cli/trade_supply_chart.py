"""Suppliers or customers as a chart: shares of a whole over the years, the rest added up.

The whole of a bar is what the rows hold that year: an importer's imports, an exporter's exports, or
all that is traded where no country was named.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.charts.flow_shapes import Caption, Part
from monazite.charts.stacks import NONE, OTHERS, stacks
from monazite.charts.theme import GROUPS
from monazite.cli.trade_numbers import percent, tonnes
from monazite.cli.trade_words import READING, place, reading, source_line, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.charts.render import Chart
    from monazite.cli.trade_supply import Asked
    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]


def chart(asked: Asked, answer: Answer, lang: str) -> Chart:
    """One panel for each reading and code; its seven largest have a colour of their own."""
    rows = [row for row in answer.rows() if row["mass_kg"]]
    end = asked.partners[0] if asked.partners else "exporter"
    parts = [
        part
        for years in _by_panel_and_year(rows).values()
        for year in years.values()
        for part in _parts(year, end, _largest(years.values(), end), asked, lang)
    ]
    labels = {key: say(f"flows.chart.{key}", lang) for key in (OTHERS, NONE)}
    caption = Caption(
        title=asked.title(lang),
        source=source_line(sources(rows), lang),
        axis=say(f"flows.axis.share_of.{_whole(asked)}", lang),
        labels=labels,
    )
    return stacks(parts, caption)


def _whole(asked: Asked) -> str:
    return "all" if len(asked.partners) > 1 else asked.whole


def _largest(years: Iterable[Sequence[Row]], end: str) -> list[str]:
    """Who supplied (or took) most of a panel's whole, every year counting alike."""
    held: dict[str, float] = defaultdict(float)
    for rows in years:
        total = sum(float(row["mass_kg"]) for row in rows)
        for row in rows:
            held[row[end]] += float(row["mass_kg"]) / total
    return sorted(held, key=lambda iso3: (-held[iso3], iso3))[: len(GROUPS)]


def _by_panel_and_year(rows: Iterable[Row]) -> dict[tuple[Any, ...], dict[int, list[Row]]]:
    found: dict[tuple[Any, ...], dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[tuple(row[key] for key in (*READING, "code"))][row["year"]].append(row)
    return found


def _parts(
    rows: Sequence[Row], end: str, largest: Sequence[str], asked: Asked, lang: str
) -> list[Part]:
    """The parts of one year: of one flow its share as it is, else of all that the rows hold."""
    masses: dict[str, float] = defaultdict(float)
    for row in rows:
        masses[row[end] if row[end] in largest else ""] += float(row["mass_kg"])
    total = sum(masses.values())
    first = rows[0]
    panel = reading(first, lang)
    if asked.codes != (first["code"],):
        panel = f"{first['code']} · {panel}"
    if not asked.partners:
        shares = {row[end]: row["share_of_mass"] for row in rows}
    else:
        shares = {group: mass / total for group, mass in masses.items()}
    unit = say("trade.unit.t", lang, value="{}")
    return [
        Part(
            panel,
            first["year"],
            place(group, lang) if group else "",
            share,
            f"{first['year']}: {percent(share, lang)}, {unit.format(tonnes(masses[group]))}",
        )
        for group, share in shares.items()
    ]
