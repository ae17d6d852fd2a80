"""`monazite watch select`: which of the scored rows are opened, within a budget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.watch_options import CsvOption, ParquetOption, chosen, needed
from monazite.cli.watch_risk_options import shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.watch.targeting.choosing.selection import Selection

COLUMNS = ("row", "why", "probability", "score")


def select(
    scores: Annotated[Path, typer.Argument(metavar="SCORES.csv", help="What watch score wrote.")],
    budget: Annotated[
        str, typer.Option("--budget", metavar="N", help="Per cent of rows that can be opened.")
    ] = "5",
    chance: Annotated[
        str,
        typer.Option("--by-chance", metavar="N", help="Per cent of the budget drawn by chance."),
    ] = "10",
    seed: Annotated[int, typer.Option("--seed", help="Of the draw: the same draws the same.")] = 1,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Choose rows to open: most by risk, a lasting part drawn by chance from all others.

    Each row carries the probability with which it was chosen. Give its outcome back with it, and
    the precision and the rate of all rows can be told without bias (`targeting.estimate`).

    Example: monazite watch select scores.csv --budget 5 --csv open.csv
    """
    from monazite.cli import chain_out, watch_select_view
    from monazite.watch.targeting.choosing.selection import select as choose
    from monazite.watch.targeting.table.cells import numbers
    from monazite.watch.targeting.table.reading import read

    needed(lang.value, "scipy")
    ways = chosen(lang.value, json=json, csv=csv, parquet=parquet)
    table = read(scores)
    risks = numbers(table, "score")
    (part,), (drawn,) = shares(budget)[:1], shares(chance, "by-chance")[:1]
    found = choose(risks, part, random_share=drawn, seed=seed)
    rows = list(_rows(found, risks.tolist()))
    chain_out.deliver(
        ways,
        view=lambda: watch_select_view.show(found, rows, ways.lang),
        document=lambda: _document(found, rows),
        table=lambda: chain_out.Table(COLUMNS, rows),
    )


def _rows(found: Selection, risks: list[float]) -> Iterator[dict[str, object]]:
    for row, why, probability in zip(found.rows, found.why, found.probability, strict=True):
        yield {
            "row": int(row) + 1, "why": str(why), "probability": float(probability),
            "score": risks[row],
        }  # fmt: skip


def _document(found: Selection, rows: list[dict[str, object]]) -> dict[str, Any]:
    return {"rows": found.of, "opened": len(rows), "by_risk": found.cut, "selected": rows}
