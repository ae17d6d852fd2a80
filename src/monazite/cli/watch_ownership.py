"""`monazite watch ownership`: who is owned by listed parties, by a rule, on a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import BAD_INPUT, JsonOption, Lang, LangOption
from monazite.cli.watch_options import (
    ChartOption,
    CsvOption,
    ParquetOption,
    chosen,
    needed,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from monazite.chain.pictures.picture import Picture
    from monazite.cli.trade_options import Ways
    from monazite.watch.ownership.owned import Found
    from monazite.watch.patterns.problem import Problem
    from monazite.watch.patterns.records import Holding

_LOOKED = 5_000
"""Parties among whom a like id is looked for; more would take seconds."""


def ownership(
    holdings: Annotated[
        Path,
        typer.Argument(
            metavar="HOLDINGS.csv",
            help="Columns owner, owned, share (0.5 or 50%; empty: nobody says), since, until.",
        ),
    ],
    listed: Annotated[
        str,
        typer.Option(
            "--listed",
            metavar="IDS|FILE",
            help="The listed parties, with commas or semicolons between; or a file of them: CSV "
            "with id, listed_from, listed_until, or an id a line.",
        ),
    ],
    rule: Annotated[
        str, typer.Option("--rule", help="Whose rule: ofac, bis or cn-61.", metavar="RULE")
    ] = "ofac",
    party: Annotated[
        str | None, typer.Option("--party", help="Only this party, and who is on the way to it.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="Day, YYYY-MM-DD (default: today there).")
    ] = None,
    known: Annotated[
        str | None,
        typer.Option("--known", help="Only what was published by this day (default: all we know)."),
    ] = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Who is owned by listed parties: a cascade with dates, not a product of shares.

    A party is reached where listed and reached parties together hold the rule's share of it. Each
    comes with the holdings that show it, with what is open, and whether the rule works on the day.

    Example: monazite watch ownership holdings.csv --listed "LISTED-1,LISTED-2" --on 2026-11-20
    """
    from monazite.cli import chain_out, watch_ownership_view
    from monazite.watch.ownership import documents
    from monazite.watch.ownership.narrowed import narrowed

    ways = chosen(lang.value, json=json, csv=csv, parquet=parquet, chart=chart)
    needed(ways.lang, "scipy")
    found = _found(holdings, listed, rule, (on, known), ways)
    if party is not None:
        found = narrowed(found, party)
    chain_out.deliver(
        ways,
        view=lambda: watch_ownership_view.show(found, ways.lang, party),
        document=lambda: documents.document(found),
        table=lambda: chain_out.Table(documents.COLUMNS, list(documents.rows(found))),
        picture=lambda: _picture(found, party, ways.lang),
    )


def _found(
    path: Path, listed: str, name: str, days: tuple[str | None, str | None], ways: Ways
) -> Found:
    """The answer; ends the command where rows or ids cannot be used."""
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.law.dates import parse_day
    from monazite.law.store import load
    from monazite.watch.ownership.listed import listed as ids_of
    from monazite.watch.ownership.owned import owned
    from monazite.watch.ownership.rules import rule

    law, asked = load(), rule(name)
    on = parse_day(days[0], "on") if days[0] else law.today(asked.jurisdiction)
    known = parse_day(days[1], "known") if days[1] else law.compiled
    ids = ids_of(listed, on)
    with Progress(ways.lang, quiet=ways.json) as progress:
        progress(say("watch.ownership.cli.reading", ways.lang), 0, None)
        rows = _read(path, on, ways)
        _known(ids, rows, ways.lang)
        progress(say("watch.ownership.cli.solving", ways.lang), 0, None)
        return owned(rows, ids, asked, on, known, law)


def _read(path: Path, on: date, ways: Ways) -> Sequence[Holding]:
    from dataclasses import replace

    from monazite.catalogue.texts import say
    from monazite.errors import InputError
    from monazite.watch.patterns.csv_table import table
    from monazite.watch.patterns.reading import records_of

    rows = table(path, "holdings")
    if not rows:
        raise InputError("holdings", path, say("watch.ownership.cli.empty", ways.lang))
    read = records_of({"holdings": rows}, on)
    if read.problems:
        # The reader knows tables by name; a person knows the file that was given.
        _refuse([replace(one, file=path.name) for one in read.problems], ways)
    return read.records.holdings


def _known(ids: Collection[str], rows: Sequence[Holding], lang: str) -> None:
    """InputError where no listed party is in any holding: then nothing could be found."""
    from monazite.catalogue.texts import say
    from monazite.catalogue.words import nearest
    from monazite.errors import InputError

    names = dict.fromkeys(name for row in rows for name in (row.owner, row.owned))
    if not names.keys() & set(ids):
        first = next(iter(ids))
        close = nearest(first, list(names)[:_LOOKED]) or list(names)[:3]
        accepted = say("watch.ownership.cli.listed", lang, known=", ".join(close))
        raise InputError("listed", first, accepted)


def _refuse(problems: Sequence[Problem], ways: Ways) -> None:
    """Say every problem of the rows, each with its remedy, and end with exit code 2."""
    import sys

    from monazite.catalogue.texts import say
    from monazite.cli.output import print_json

    told = [one.said(ways.lang) for one in problems]
    if ways.json:
        error = {"field": problems[0].column, "value": problems[0].value, "accepted": told[0]}
        print_json({"error": error, "problems": told})
    else:
        sys.stderr.write("\n".join([*told, say("watch.ownership.cli.refused", ways.lang)]) + "\n")
    sys.exit(BAD_INPUT)


def _picture(found: Found, party: str | None, lang: str) -> Picture:
    from monazite.chain.pictures.picture import Picture
    from monazite.errors import MonaziteError
    from monazite.watch.ownership import words
    from monazite.watch.ownership.picture import picture

    if all(one.state == "listed" for one in found.parties):
        raise MonaziteError(words.nothing(party, lang))
    return Picture(*picture(found, lang))
