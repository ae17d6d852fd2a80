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
from monazite.cli.trade_indicators import INDICES, WORLD, Shown, cell
from monazite.cli.trade_numbers import SHOWN, sparks
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import (
    by_reading,
    code,
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
    """Which indicator of what: codes or a material, and a country where one was given (ISO3)."""

    name: str
    of: tuple[str, ...]
    country: str | None
    shown: Shown

    def title(self, lang: str) -> str:
        """The question as a title."""
        of = listed([code(each, lang) if each.isdecimal() else each for each in self.of], lang)
        return say(
            "flows.indicator.title", lang, name=say(f"flows.indicator.{self.name}", lang), of=of
        )

    @property
    def one(self) -> bool:
        """Whether the rows are years of one country rather than countries of one year."""
        return self.country is not None or self.name == WORLD


def show(asked: Asked, answer: Answer, lang: str) -> None:
    """A table for each reading and code: the largest first, with the trend and reasons."""
    screen = console()
    screen.print(Text(asked.title(lang), style="bold"))
    rows = answer.rows()
    reasons = sorted({row[one] for row in rows for one in asked.shown.reasons if row[one]})
    for group in by_reading(rows):
        screen.print()
        _show_group(screen, group, asked, reasons, lang)
    screen.print()
    for number, one in enumerate(reasons, start=1):
        screen.print(Text(f"{number} {say(f'flows.reason.{one}', lang)}", style="dim"))
    show_end(screen, answer, rows, lang)


def _show_group(
    screen: Console, rows: list[Row], asked: Asked, reasons: list[str], lang: str
) -> None:
    heading = f"{rows[0]['code']} · {reading(rows[0], lang)}"
    if asked.one:
        ordered = sorted(rows, key=lambda row: (-row["year"], row["country"]))
    else:
        ordered = _newest(rows, asked)
        heading = f"{heading} · {ordered[0]['year']}"
    screen.print(Text(heading, style="bold dim"))
    screen.print(_table(ordered[:SHOWN], rows, asked, reasons, lang))
    show_more(screen, len(ordered), lang)


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
    cells = {column: [cell(column, row, lang) for row in ordered] for column in asked.shown.columns}
    filled = [column for column, its in cells.items() if any(its)]
    table = Table(box=None, pad_edge=False)
    head = "year" if asked.one else "country"
    table.add_column(say(f"flows.head.{head}", lang), no_wrap=True, max_width=24)
    for column in filled:
        table.add_column(say(f"flows.column.{column}", lang), justify="right")
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
        why = (row[one] for one in asked.shown.reasons)
        marks = " ".join(str(reasons.index(one) + 1) for one in dict.fromkeys(why) if one)
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
    line = source_line(sources(rows), lang)
    axis = say(f"flows.column.{column}", lang)
    return bands(levels, stretches, Caption(asked.title(lang), line, axis, {}))


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
    line = f"{row['code']} · {reading(row, lang)}" if asked.one and several else country
    return Level(line, row["year"], value, value, float(high or value), cell(column, row, lang))
