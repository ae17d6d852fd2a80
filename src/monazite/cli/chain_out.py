"""A result of the chain leaves: as tables on the screen, as JSON, CSV, Parquet or a picture."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.output import console, print_json
from monazite.cli.trade_files import parquet, write
from monazite.cli.trade_options import STDOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from monazite.chain.pictures.picture import Picture
    from monazite.chain.problems import Problem
    from monazite.cli.trade_options import Ways


class Table(NamedTuple):
    """Rows for a file, under the names of their columns."""

    columns: Sequence[str]
    rows: Sequence[Mapping[str, object]]


def deliver(
    ways: Ways,
    *,
    view: Callable[[], None],
    document: Callable[[], dict[str, Any]],
    table: Callable[[], Table],
    picture: Callable[[], Picture] | None = None,
) -> None:
    """Give a result in every way asked for; the screen shows it where no other way was asked.

    Args:
        ways: how it leaves, checked before (`trade_out.check`).
        view: draws it on the screen.
        document: its JSON object.
        table: its rows.
        picture: draws it; None where there is no picture of it (`--chart` is then no option).
    """
    files = dict(_written(ways, table, picture))
    if ways.json:
        print_json(document() | ({"files": list(files)} if files else {}))
    elif ways.csv == STDOUT:
        sys.stdout.write(_csv(table()).decode("utf-8"))
    elif files:
        for file, line in files.items():
            console().print(line.format(file=visible(file)), markup=False, soft_wrap=True)
    else:
        view()


def document(value: object, problems: Sequence[Problem], lang: str) -> dict[str, Any]:
    """A result as one JSON object (`chain.documents`), with what is wrong with its files."""
    from monazite.chain.documents import document as as_json

    return as_json(value, lang) | told(problems, lang)


def told(problems: Sequence[Problem], lang: str) -> dict[str, Any]:
    """Problems of files for a JSON object, and that it is partial; nothing where there are none."""
    if not problems:
        return {}
    return {"partial": True, "problems": [one.document(lang) for one in problems]}


def _written(
    ways: Ways, table: Callable[[], Table], picture: Callable[[], Picture] | None
) -> Iterator[tuple[str, str]]:
    """Write every file asked for; its name, and the line that tells of it."""

    def line(found: Table) -> str:
        return say("flows.written", ways.lang, file="{file}", rows=f"{len(found.rows):,}")

    if ways.csv is not None and ways.csv != STDOUT:
        found = table()
        write(_csv(found), Path(ways.csv), "csv")
        yield ways.csv, line(found)
    if ways.parquet is not None:
        found = table()
        write(_parquet(found), ways.parquet, "parquet")
        yield str(ways.parquet), line(found)
    if ways.chart is not None and picture is not None:
        drawn = picture().file(ways.chart.suffix.casefold(), ways.lang)
        write(drawn, ways.chart, "chart")
        yield str(ways.chart), say("chain.cli.drawn", ways.lang, file="{file}")


def _csv(table: Table) -> bytes:
    """The rows in UTF-8 with a header; what is not known is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([row[name] for name in table.columns] for row in table.rows)
    return text.getvalue().encode("utf-8")


def _parquet(table: Table) -> bytes:
    """The rows as Parquet; what is not known is null, and what is never known a number."""
    import pyarrow as pa

    columns = [pa.array([row[name] for row in table.rows]) for name in table.columns]
    known = [one.cast(pa.float64()) if pa.types.is_null(one.type) else one for one in columns]
    return parquet(pa.table(known, names=list(table.columns)))
