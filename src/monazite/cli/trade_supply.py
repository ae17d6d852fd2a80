"""`monazite trade supply` on the screen and as a chart: suppliers, customers, or one flow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.output import console
from monazite.cli.trade_numbers import (
    SHOWN,
    digits,
    percent,
    share_bar,
    sparks,
    thousands,
    tonnes,
)
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import (
    by_reading,
    code,
    listed,
    place,
    reading,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]

_WHOLE_YEAR = 12
_TREND_YEARS = 20
_AMOUNTS = ("mass_kg", "value_usd")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: codes as written, ISO3 of the two ends where they were given."""

    codes: tuple[str, ...]
    importer: str | None
    exporter: str | None

    def title(self, lang: str) -> str:
        """The question as a title."""
        ends = {
            end: place(iso3, lang)
            for end, iso3 in (("importer", self.importer), ("exporter", self.exporter))
            if iso3
        }
        kinds = {(True, False): "to", (False, True): "from", (True, True): "between"}
        kind = kinds.get((self.importer is not None, self.exporter is not None), "all")
        names = listed([code(each, lang) for each in self.codes], lang)
        return say(f"flows.supply.{kind}", lang, code=names, **ends)

    @property
    def whole(self) -> str:
        """Of what the shares in the rows are shares: imports or exports, and whose."""
        if self.importer is not None:
            return "importer"
        return "exporter" if self.exporter is not None else "each_importer"

    @property
    def partners(self) -> tuple[str, ...]:
        """The columns that differ from row to row."""
        asked = {"importer": self.importer, "exporter": self.exporter}
        return tuple(end for end in ("exporter", "importer") if asked[end] is None)


def asked(codes: str, importer: str | None, exporter: str | None, *, add_codes: bool) -> Asked:
    """The question as the tables and charts need it; InputError where it cannot be asked."""
    from monazite.trade.asked import codes as read
    from monazite.trade.asked import place as country

    wanted = read(codes)
    ends = (
        country(word, field).iso3 if word else None
        for word, field in ((importer, "to"), (exporter, "from"))
    )
    return Asked(("+".join(wanted),) if add_codes else wanted, *ends)


def show(asked: Asked, answer: Answer, lang: str) -> None:
    """A table for each reading and code: its newest year, the largest first, and the trend."""
    screen = console()
    screen.print(Text(asked.title(lang), style="bold"))
    rows = answer.rows()
    for group in by_reading(rows):
        screen.print()
        _show_group(screen, group, asked, lang)
    screen.print()
    if rows:
        screen.print(Text(_key(asked, lang), style="dim"))
    show_end(screen, answer, rows, lang)


def _key(asked: Asked, lang: str) -> str:
    """What the signs of the table mean, and of what the shares are shares."""
    ends = {end: place(iso3, lang) for end in ("importer", "exporter")
            if (iso3 := getattr(asked, end))}  # fmt: skip
    whole = say(f"flows.whole.{asked.whole}", lang, **ends)
    return say("flows.supply.key", lang, whole=whole)


def _show_group(screen: Console, rows: list[Row], asked: Asked, lang: str) -> None:
    """One reading of one code: all years of one flow, else the newest year."""
    newest = max(row["year"] for row in rows)
    heading = reading(rows[0], lang)
    if asked.codes != (rows[0]["code"],):
        heading = f"{rows[0]['code']} · {heading}"
    if asked.partners:
        heading = f"{heading} · {newest}"
        shown = sorted((row for row in rows if row["year"] == newest), key=_largest)
    else:
        shown = sorted(rows, key=lambda row: -row["year"])
    screen.print(Text(heading, style="bold dim"))
    screen.print(_table(shown[:SHOWN], rows, asked, lang))
    show_more(screen, len(shown), lang)


def _largest(row: Row) -> tuple[float, float, str, str]:
    """The order of `rank`: by mass, then by value, unknown last; then by name."""
    mass, value = (-1.0 if row[name] is None else float(row[name]) for name in _AMOUNTS)
    return -mass, -value, row["exporter"], row["importer"]


def _table(shown: Sequence[Row], rows: Sequence[Row], asked: Asked, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for end in asked.partners or ("year",):
        table.add_column(say(f"flows.head.{end}", lang), no_wrap=True, max_width=28)
    for head in ("mass", "share"):
        table.add_column(say(f"flows.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    for head in ("value", "unit_value"):
        table.add_column(say(f"flows.head.{head}", lang), justify="right", no_wrap=True)
    years = _trend_years(rows) if asked.partners else []
    if years:
        head = say("flows.head.trend", lang, first=years[0], last=years[-1])
        table.add_column(head, no_wrap=True, style="cyan")
    highest = max((row["share_of_mass"] or 0 for row in rows), default=0)
    for row in shown:
        trend = [sparks(_trend(row, rows, years), highest)] if years else []
        table.add_row(*_cells(row, asked, lang), *trend)
    return table


def _cells(row: Row, asked: Asked, lang: str) -> list[str]:
    part = "*" if row["months"] < _WHOLE_YEAR else ""
    covered = row["mass_coverage"]
    some = "~" if covered is not None and 0 < covered < 1 else ""
    return [
        *(place(row[end], lang) for end in asked.partners),
        *([] if asked.partners else [str(row["year"])]),
        f"{some}{tonnes(row['mass_kg'])}{part}",
        percent(row["share_of_mass"], lang),
        share_bar(row["share_of_mass"]),
        thousands(row["value_usd"]),
        digits(row["unit_value_usd_kg"]),
    ]


def _trend_years(rows: Sequence[Row]) -> list[int]:
    """The years of the trend, the newest last; none where there is one year only."""
    found = {row["year"] for row in rows}
    years = list(range(min(found), max(found) + 1))[-_TREND_YEARS:]
    return years if len(years) > 1 else []


def _trend(row: Row, rows: Sequence[Row], years: list[int]) -> list[float | None]:
    """The share of one partner in every year; nothing recorded in a year with rows is nothing."""
    ends = ("exporter", "importer")
    own = {
        one["year"]: one["share_of_mass"]
        for one in rows
        if all(one[end] == row[end] for end in ends)
    }
    reported = {one["year"] for one in rows if one["importer"] == row["importer"]}
    return [own.get(year, 0.0 if year in reported else None) for year in years]
