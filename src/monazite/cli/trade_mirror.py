"""`monazite trade mirror` on the screen, as JSON rows and as a chart: what both sides say."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.charts.flow_shapes import Caption, Pair
from monazite.charts.pairs import EXPORTER, IMPORTER, pairs
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, signed_tonnes, tonnes
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import code, place, source_line, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.charts.render import Chart
    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]

KEYS = (
    "exporter", "importer", "year", "mass_exporter_kg", "mass_importer_kg", "value_exporter_usd",
    "value_importer_usd", "gap_kg", "kind",
)  # fmt: skip
KINDS = ("matched", "orphan", "ghost", "not_reported")
_STYLES = {"orphan": "magenta", "ghost": "magenta", "not_reported": "dim"}
_PANELS = 6
SIDES = ("source_exporter", "source_importer")


def rows(answer: Answer) -> list[Row]:
    """The rows of the JSON document: `KEYS` (of months `period` too), caveats as a list."""
    from monazite.trade.mirror.caveats import listed

    return [
        {key: row[key] for key in _keys(row)} | {"caveats": listed(row["caveats"])}
        for row in answer.rows()
    ]


def _keys(row: Row) -> tuple[str, ...]:
    """The keys of the document; of months their period stands beside the year."""
    return (*KEYS, "period") if "period" in row else KEYS


def _time(row: Row) -> str:
    """The month, or the year where years are compared."""
    return str(row.get("period", row["year"]))


def show(digits: str, answer: Answer, lang: str) -> None:
    """How many flows of each kind a year, then the largest gaps with their caveats by number."""
    screen = console()
    found = answer.rows()
    screen.print(Text(say("flows.mirror.title", lang, code=code(digits, lang)), style="bold"))
    if found:
        screen.print()
        times = sorted({_time(row) for row in found}, reverse=True)
        screen.print(_by_time(found, times[:SHOWN], lang))
        show_more(screen, len(times), lang)
        screen.print()
        _show_largest(found, lang)
    screen.print()
    show_end(screen, answer, found, lang, SIDES)


def _by_time(found: Sequence[Row], times: Sequence[str], lang: str) -> Table:
    """One line a year or month: flows of each kind, and what both sides say in all."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say(_time_head(found), lang), no_wrap=True)
    for kind in KINDS:
        table.add_column(say(f"flows.kind.{kind}", lang), justify="right", overflow="fold")
    for side in (EXPORTER, IMPORTER):
        table.add_column(say(f"flows.head.{side}_says", lang), justify="right", overflow="fold")
    for time in times:
        own = [row for row in found if _time(row) == time]
        kinds = Counter(row["kind"] for row in own)
        sums = (_known_sum(own, f"mass_{side}_kg") for side in (EXPORTER, IMPORTER))
        table.add_row(time, *(f"{kinds[kind]:,}" for kind in KINDS), *map(tonnes, sums))
    return table


def _time_head(found: Sequence[Row]) -> str:
    return f"flows.head.{'period' if 'period' in found[0] else 'year'}"


def _known_sum(found: Iterable[Row], column: str) -> Any:  # noqa: ANN401 - a decimal or None
    known = [row[column] for row in found if row[column] is not None]
    return sum(known) if known else None


def _show_largest(found: Sequence[Row], lang: str) -> None:
    from monazite.trade.mirror.caveats import listed

    screen = console()
    newest = sorted(found, key=_time, reverse=True)
    ordered = sorted(newest, key=lambda row: (-_size(row), row["exporter"]))
    shown = ordered[:SHOWN]
    used = list(dict.fromkeys(one for row in shown for one in listed(row["caveats"])))
    table = Table(box=None, pad_edge=False, title=say("flows.mirror.largest", lang))
    table.title_justify = "left"
    table.add_column(say(_time_head(found), lang), no_wrap=True)
    for head in ("exporter", "importer"):
        table.add_column(say(f"flows.head.{head}", lang), no_wrap=True, max_width=24)
    for head in ("exporter_says", "importer_says", "gap"):
        table.add_column(say(f"flows.head.{head}", lang), justify="right", overflow="fold")
    table.add_column(say("flows.head.kind", lang), no_wrap=True)
    table.add_column(say("flows.head.caveats", lang), style="dim")
    for row in shown:
        numbers = " ".join(map(str, sorted(used.index(one) + 1 for one in listed(row["caveats"]))))
        table.add_row(
            _time(row), place(row["exporter"], lang), place(row["importer"], lang),
            tonnes(row["mass_exporter_kg"]), tonnes(row["mass_importer_kg"]),
            signed_tonnes(row["gap_kg"]),
            Text(say(f"flows.kind.{row['kind']}", lang), style=_STYLES.get(row["kind"], "")),
            numbers,
        )  # fmt: skip
    screen.print(table)
    show_more(screen, len(ordered), lang)
    for number, one in enumerate(used, start=1):
        screen.print(Text(f"{number} {say(f'flows.caveat.{one}', lang)}", style="dim"))


def _size(row: Row) -> float:
    """The gap where both sides give a mass, else what the one side gives."""
    if row["gap_kg"] is not None:
        return abs(float(row["gap_kg"]))
    return float(row["mass_exporter_kg"] or row["mass_importer_kg"] or 0)


def chart(digits: str, answer: Answer, lang: str) -> Chart:
    """A panel for each of the six largest flows over all years: both sides, and the gap."""
    found = answer.rows()
    held: dict[tuple[str, str], float] = defaultdict(float)
    for row in found:
        held[row["exporter"], row["importer"]] += _most(row)
    largest = sorted(held, key=lambda ends: (-held[ends], ends))[:_PANELS]
    drawn = [
        _pair(row, lang)
        for ends in largest
        for row in found
        if (row["exporter"], row["importer"]) == ends
    ]
    labels = {side: say(f"flows.side.{side}", lang) for side in (EXPORTER, IMPORTER)}
    labels |= {kind: say(f"flows.kind_long.{kind}", lang) for kind in KINDS}
    line = source_line(sources(found, SIDES), lang)
    title = say("flows.mirror.title", lang, code=code(digits, lang))
    return pairs(drawn, Caption(title, line, "", labels))


def _most(row: Row) -> float:
    return max(float(row["mass_exporter_kg"] or 0), float(row["mass_importer_kg"] or 0))


def _pair(row: Row, lang: str) -> Pair:
    said = {
        side: None if row[f"mass_{side}_kg"] is None else float(row[f"mass_{side}_kg"]) / 1000
        for side in (EXPORTER, IMPORTER)
    }
    ends = {end: place(row[end], lang) for end in ("exporter", "importer")}
    tip = say(
        "flows.mirror.tip", lang,
        exporter=tonnes(row["mass_exporter_kg"]), importer=tonnes(row["mass_importer_kg"]),
        gap=signed_tonnes(row["gap_kg"]), kind=say(f"flows.kind.{row['kind']}", lang),
    )  # fmt: skip
    panel = say("flows.mirror.panel", lang, **ends)
    return Pair(panel, row["year"], said[EXPORTER], said[IMPORTER], row["kind"], tip)
