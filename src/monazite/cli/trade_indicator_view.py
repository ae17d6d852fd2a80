"""An indicator on the screen and as a chart: countries of one year, or years of one country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.charts.bands import bands
from monazite.charts.flow_shapes import Band, Caption, Level
from monazite.charts.theme import GROUPS
from monazite.cli.output import console
from monazite.cli.trade_indicators import (
    EU,
    INDICES,
    WORLD,
    Shown,
    axis,
    cell,
    head,
    more_sources,
)
from monazite.cli.trade_indicators import reasons as told
from monazite.cli.trade_numbers import SHOWN, sparks
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import (
    by_reading,
    code,
    label,
    listed,
    place,
    reading,
    source_line,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.charts.render import Chart
    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]

_SCALE = ((0.0, 0.1, "low"), (0.1, 0.18, "moderate"), (0.18, 1.0, "high"))
"""The bands of the US Merger Guidelines of 2023, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which indicator of what: codes or a commodity, and a country where one was given (ISO3)."""

    name: str
    of: tuple[str, ...]
    country: str | None
    shown: Shown

    def title(self, lang: str) -> str:
        """The question as a title."""
        names = [code(each, lang) if each.isdecimal() else label(each, lang) for each in self.of]
        name, of = say(f"flows.indicator.{self.name}", lang), listed(names, lang)
        if self.country is None:
            return say("flows.indicator.title", lang, name=name, of=of)
        country = place(self.country, lang)
        return say("flows.indicator.title_of", lang, name=name, of=of, country=country)

    def sources(self, rows: Sequence[Row]) -> list[str]:
        """Whose figures these are, production and governance included."""
        return [*sources(rows), *more_sources(self.name)]

    @property
    def one(self) -> bool:
        """Whether the rows are years of one country rather than countries of one year."""
        return self.country is not None or self.name == WORLD


def show(asked: Asked, answer: Answer, lang: str) -> None:
    """A table for each reading and code: the largest first, with the trend and reasons."""
    screen = console()
    screen.print(Text(asked.title(lang), style="bold"))
    rows = answer.rows()
    groups = [(group, _ordered(group, asked)) for group in by_reading(rows)]
    shown = [row for _, ordered in groups for row in ordered[:SHOWN]]
    reasons = sorted({one for row in shown for one in told(row, asked.shown, lang)})
    for group, ordered in groups:
        screen.print()
        _show_group(screen, group, ordered, asked, reasons, lang)
    screen.print()
    for number, one in enumerate(reasons, start=1):
        screen.print(Text(f"{number} {say(f'flows.reason.{one}', lang)}", style="dim"))
    if asked.name == EU and rows and all(row[asked.shown.main] is None for row in rows):
        screen.print(Text(say("flows.indicator.needs_governance", lang)))
    show_end(screen, answer, rows, lang, more=more_sources(asked.name))


def _ordered(rows: list[Row], asked: Asked) -> list[Row]:
    """The years of one country, or the countries of the newest year; of makers, who makes some."""
    if asked.one:
        return sorted(rows, key=lambda row: (-row["year"], row["country"]))
    ordered = _newest(rows, asked)
    if not asked.shown.of_world:
        return ordered
    return [row for row in ordered if row[asked.shown.main]] or ordered


def _show_group(
    screen: Console,
    rows: list[Row],
    ordered: list[Row],
    asked: Asked,
    reasons: list[str],
    lang: str,
) -> None:
    heading = f"{label(rows[0]['code'], lang)} · {reading(rows[0], lang)}"
    if not asked.one:
        heading = f"{heading} · {ordered[0]['year']}"
    screen.print(Text(heading, style="bold dim"))
    if asked.shown.of_world and not asked.one:
        screen.print(Text(_of_world(ordered[0], asked, lang)))
    screen.print(_table(ordered[:SHOWN], rows, asked, reasons, lang))
    show_more(screen, len(ordered), lang)


def _of_world(row: Row, asked: Asked, lang: str) -> str:
    """What is the same for every country of a year."""
    pairs = (
        say("flows.pair", lang, name=head(asked.name, one, lang), value=cell(one, row, lang))
        for one in asked.shown.of_world
    )
    return listed(pairs, lang)


def _newest(rows: Sequence[Row], asked: Asked) -> list[Row]:
    """The countries of the newest year, the largest first, by the main column where sizes lack."""
    newest = max(row["year"] for row in rows)
    by = asked.shown.size if asked.shown.size in rows[0] else asked.shown.main
    return sorted(
        (row for row in rows if row["year"] == newest),
        key=lambda row: (-_known(row[by]), row["country"]),
    )


def _known(value: float | None) -> float:
    return float("-inf") if value is None else float(value)


def _table(
    ordered: Sequence[Row], rows: Sequence[Row], asked: Asked, reasons: list[str], lang: str
) -> Table:
    columns = asked.shown.columns + (asked.shown.of_world if asked.one else ())
    cells = {column: [cell(column, row, lang) for row in ordered] for column in columns}
    filled = [column for column, its in cells.items() if any(its)]
    table = Table(box=None, pad_edge=False)
    key = "year" if asked.one else "country"
    table.add_column(say(f"flows.head.{key}", lang), no_wrap=True, max_width=24)
    for column in filled:
        table.add_column(head(asked.name, column, lang), justify="right", overflow="fold")
    years = sorted({row["year"] for row in rows})
    trended = not asked.one and len(years) > 1
    if trended:
        span = say("flows.head.since", lang, first=years[0], last=years[-1])
        table.add_column(span, no_wrap=True, style="cyan")
    table.add_column(say("flows.head.why", lang), style="dim")
    highest = max((_known(row[asked.shown.main]) for row in rows), default=0.0)
    for n, row in enumerate(ordered):
        trend = [sparks(_trend(row, rows, asked.shown.main, years), highest)] if trended else []
        first = str(row["year"]) if asked.one else place(row["country"], lang)
        marks = " ".join(str(reasons.index(one) + 1) for one in told(row, asked.shown, lang))
        table.add_row(first, *(cells[column][n] for column in filled), *trend, marks)
    return table


def _trend(row: Row, rows: Sequence[Row], column: str, years: list[int]) -> list[float | None]:
    own = {one["year"]: one[column] for one in rows if one["country"] == row["country"]}
    return [None if own.get(year) is None else float(own[year]) for year in years]


def chart(asked: Asked, answer: Answer, lang: str) -> Chart:
    """The main column as lines: of one country by reading and code, else of seven countries."""
    column = asked.shown.main
    rows = [row for row in answer.rows() if row[column] is not None]
    if not asked.one:
        rows = _largest(rows, asked)
    several = len(list(by_reading(rows))) > 1
    levels = [_level(row, asked, several=several, lang=lang) for row in rows]
    stretches = [
        Band(low, high, say(f"flows.band.{name}", lang)) for low, high, name in _SCALE
    ] if asked.name in INDICES else []  # fmt: skip
    line = source_line(asked.sources(rows), lang)
    return bands(levels, stretches, Caption(asked.title(lang), line, axis(column, lang), {}))


def _largest(rows: Sequence[Row], asked: Asked) -> list[Row]:
    """The rows of the seven largest countries in the newest year of the first reading."""
    first = next(by_reading(rows), [])
    largest = {row["country"] for row in _newest(first, asked)[: len(GROUPS)]} if first else set()
    return [row for row in first if row["country"] in largest]


def _level(row: Row, asked: Asked, *, several: bool, lang: str) -> Level:
    column = asked.shown.main
    value = float(row[column])
    high = row.get(column.replace("hhi_", "hhi_high_")) if asked.name in INDICES else value
    country = say("flows.world", lang) if asked.name == WORLD else place(row["country"], lang)
    named = f"{label(row['code'], lang)} · {reading(row, lang)}"
    line = named if asked.one and several else country
    return Level(line, row["year"], value, value, float(high or value), cell(column, row, lang))
