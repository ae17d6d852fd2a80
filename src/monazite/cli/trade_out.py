"""An answer leaves: as a table on the screen, as JSON, SQL, CSV, Parquet or a chart."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.output import console, print_json
from monazite.cli.trade_files import csv, parquet, place, write
from monazite.cli.trade_options import STDOUT, Ways
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa

    from monazite.charts.render import Chart
    from monazite.trade.flows.answer import Note

_ONE_STDOUT = ("json", "sql")


class Found(Protocol):
    """What can leave: an `Answer` of trade, or the leads of a code."""

    @property
    def title(self) -> str:
        """What was asked, in English."""
        ...

    @property
    def notes(self) -> tuple[Note, ...]:
        """What must be known to read it."""
        ...

    def rows(self) -> list[dict[str, Any]]:
        """Its rows."""
        ...

    def to_pyarrow(self) -> pa.Table:
        """The same as a table."""
        ...

    def __len__(self) -> int: ...


F = TypeVar("F", bound=Found)


def check(ways: Ways) -> None:
    """Refuse what cannot be written before anything is computed."""
    on_stdout = [name for name in _ONE_STDOUT if getattr(ways, name)]
    on_stdout += ["csv"] if ways.csv == STDOUT else []
    if len(on_stdout) > 1:
        other = on_stdout[1]
        raise InputError(other, None, f"--{on_stdout[0]} or --{other}; both print on stdout")
    if ways.csv is not None and ways.csv != STDOUT:
        place(Path(ways.csv), "csv")
    if ways.parquet is not None:
        place(ways.parquet, "parquet")
    if ways.chart is not None:
        from monazite.charts.files import KINDS

        place(ways.chart, "chart", KINDS)


def deliver(
    answer: F,
    ways: Ways,
    *,
    view: Callable[[F, str], None],
    about: Callable[[], dict[str, Any]],
    chart: Callable[[F, str], Chart] | None = None,
    sql: Callable[[str], str] | None = None,
    rows: Callable[[F], list[dict[str, Any]]] | None = None,
) -> None:
    """Give the answer in every way asked for; the screen shows it where no other way was asked.

    Args:
        answer: what was asked.
        ways: how it leaves, checked before (`check`).
        view: draws it on the screen in a language.
        about: gives what stands beside the rows in JSON: the store, its sources.
        chart: draws it as a chart in a language; none where nothing could be drawn.
        sql: gives the query in a dialect; none where there is no query.
        rows: its rows in JSON, where they are not all of its columns.
    """
    if ways.sql is not None and sql is not None:
        sys.stdout.write(f"{sql(ways.sql)}\n")
        return
    files = list(_written(answer, ways, chart))
    if ways.json:
        found = answer.rows() if rows is None else rows(answer)
        notes = [note.document() for note in answer.notes]
        document = {"title": answer.title, **about(), "rows": found, "notes": notes}
        print_json(document | ({"files": files} if files else {}))
    elif ways.csv == STDOUT:
        sys.stdout.write(csv(answer.to_pyarrow()).decode("utf-8"))
    elif files:
        for file in files:
            line = say("flows.written", ways.lang, file=visible(file), rows=f"{len(answer):,}")
            console().print(line, markup=False, soft_wrap=True)
    else:
        view(answer, ways.lang)


def _written(answer: F, ways: Ways, chart: Callable[[F, str], Chart] | None) -> Iterator[str]:
    """Write every file asked for; their names."""
    if ways.csv is not None and ways.csv != STDOUT:
        write(csv(answer.to_pyarrow()), Path(ways.csv), "csv")
        yield ways.csv
    if ways.parquet is not None:
        write(parquet(answer.to_pyarrow()), ways.parquet, "parquet")
        yield str(ways.parquet)
    if ways.chart is not None and chart is not None:
        from monazite.charts.files import chart_file

        drawn = chart(answer, ways.lang)
        write(chart_file(drawn, ways.chart.suffix.casefold(), ways.lang), ways.chart, "chart")
        yield str(ways.chart)
