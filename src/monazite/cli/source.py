"""`monazite source`: a figure or a finding followed to its row, its document, its confidence."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.errors import InputError

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Document = dict[str, Any]
_EXTRACTS = ("production", "production-totals", "governance")
"""Tables of the packaged extracts, whose rows are too many to be facts of their own."""


@app.command()
def source(
    row: Annotated[str, typer.Argument(metavar="ROW", help="rare-earths/2025-05, CN-2025-18 …")],
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Show a row: its table, its fields, the document it comes from, its confidence, its note.

    Several rows may be given as the JSON documents print them: ids with a comma between.
    """
    found = [find(each.strip()) for each in row.split(",")]
    if json:
        print_json(found[0] if len(found) == 1 else {"rows": found})
        return
    for document in found:
        _show(document, lang)


def find(row: str) -> Document:
    """The packaged row or the part of the law of that id; InputError names the nearest ids."""
    from monazite.chain.packaged.rows import PREFIXES
    from monazite.chain.packaged.rows import row as chain_row
    from monazite.facts import row as packaged_row
    from monazite.shock.tables import TABLES as SHOCK

    if row.partition("/")[0] in PREFIXES:
        return chain_row(row).document()
    if row.partition("/")[0] in SHOCK:
        from monazite.shock.tables import row as shock_row

        return shock_row(row).document()
    if row.partition("/")[0] in _EXTRACTS:
        from monazite.trade.packaged.rows import row as extract_row

        return extract_row(row).document()
    try:
        return packaged_row(row).document()
    except InputError:
        return _in_the_law(row)


def _in_the_law(row: str) -> Document:
    from monazite.catalogue.words import unknown
    from monazite.cli.source_law import law_rows
    from monazite.facts import TABLES, table
    from monazite.law import load

    known = law_rows(load())
    if row in known:
        return known[row]()
    packaged = [one.id for name in TABLES for one in table(name)]
    accepted = "the id of a row, such as rare-earths/2025-05, event/E021, CN-2025-18 or REL-014"
    raise unknown("row", row, accepted, [*packaged, *known])


def _show(document: Document, lang: Lang) -> None:
    """A row as a table of its fields above its document, confidence and note."""
    from rich.table import Table
    from rich.text import Text

    from monazite.catalogue.texts import say

    table = Table(
        title=Text(document["id"], style="bold"),
        title_justify="left", box=None, pad_edge=False, show_header=False,
    )  # fmt: skip
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(say("source.table", lang), Text(document["table"]))
    for key, value in document["fields"].items():
        if value not in (None, ""):
            table.add_row(key, Text(_text(value)))
    for key, word in (("source", "document"), ("confidence", "confidence"), ("note", "note")):
        if document[key]:
            table.add_row(say(f"source.{word}", lang), Text(document[key], style="bold"))
    console().print(table)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, list):
        between = "\n" if any(isinstance(each, dict) for each in value) else ", "
        return between.join(_text(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_text(each)}" for key, each in value.items())
    return str(value)
