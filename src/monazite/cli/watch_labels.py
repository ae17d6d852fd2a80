"""`monazite watch labels`: what people said of leads, as labels for a risk model."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.cli.watch_inbox_options import HeldOption, opened
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.watch.leads.labels import Label

KINDS = ("shipment", "declaration")
"""Records that a table of declarations may name in its rows."""


def labels(
    inbox: HeldOption,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The CSV to write.")],
    table: Annotated[
        Path | None,
        typer.Option(
            "--table",
            metavar="TABLE.csv",
            help="Declarations: they are written with label and judged_on beside their columns.",
        ),
    ] = None,
    ident: Annotated[
        str | None,
        typer.Option("--id", metavar="COLUMN", help="Its column with the ids."),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Labels out of the ends of leads: 1 something was wrong, 0 nothing was; one a record.

    With --table its rows leave with the columns label and judged_on added, empty where nobody
    looked, ready for `watch train --label label`. Only what was looked at has a label.

    Example: monazite watch labels --inbox inbox --table lines.csv --id number --out train.csv
    """
    from monazite.catalogue.texts import say
    from monazite.cli.trade_files import write
    from monazite.watch.leads.labels import labels as labels_of

    if (table is None) != (ident is None):
        missing = "id" if ident is None else "table"
        raise InputError(missing, None, f"--{missing}")
    known = labels_of(opened(inbox).items())
    if table is None or ident is None:
        text, values = _plain(known), [each.label for each in known]
    else:
        text, values = _joined(known, table, ident, lang.value)
    write(text.encode("utf-8"), out, "out")
    counts = Counter(values)
    if json:
        print_json({"file": str(out), "rows": len(values), "right": counts[1], "wrong": counts[0]})
        return
    told = {"file": out, "rows": len(values), "right": counts[1], "wrong": counts[0]}
    console().print(say("watch.leads.labelled", lang.value, **told), markup=False)
    console().print(say("watch.leads.labels_note", lang.value), markup=False, style="dim")


def _plain(known: Sequence[Label]) -> str:
    """One row a label."""
    from monazite.watch.leads.labels import Label

    return _csv(Label._fields, known)


def _joined(known: Sequence[Label], path: Path, column: str, lang: str) -> tuple[str, list[int]]:
    """The rows of the table with their labels, empty where nobody looked.

    InputError where the column is not there, or no labelled record stands in it.
    """
    from monazite.catalogue.texts import say
    from monazite.watch.patterns.csv_table import table

    rows = table(path, "table")
    columns = list(rows[0]) if rows else []
    if column not in columns:
        accepted = say(
            "watch.leads.accepted.column", lang, file=path.name, known=", ".join(columns)
        )
        raise InputError("id", column, accepted)
    by_id = _by_id(known)
    values = [by_id[row[column]].label for row in rows if row[column] in by_id]
    if not values:
        raise InputError("id", column, say("watch.leads.accepted.matching", lang))
    heads = [*columns, "label", "judged_on"]
    return _csv(heads, ([*row.values(), *_said(by_id.get(row[column]))] for row in rows)), values


def _by_id(known: Sequence[Label]) -> dict[str, Label]:
    """The labels by id; where a shipment and a declaration share one, something wrong counts."""
    own = sorted((each for each in known if each.kind in KINDS), key=lambda each: each.label)
    return {each.id: each for each in own}


def _said(label: Label | None) -> tuple[object, object]:
    return ("", "") if label is None else (label.label, label.judged_on)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()
