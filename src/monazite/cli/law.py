"""`monazite law`: measures, their status and changes, the check of the data, and commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Measure as LawMeasure

app = typer.Typer(
    help="Measures: list, show, status, diff, check, commitments.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Measure = Annotated[str, typer.Argument(metavar="ID", help="A measure: CN-2025-18 …")]
On = Annotated[str | None, typer.Option("--on", help="Day, YYYY-MM-DD (default: today there).")]
Known = Annotated[
    str | None,
    typer.Option("--known", help="Only what was published by this day (default: the data's own)."),
]


@app.command("list")
def list_measures(
    jurisdiction: Annotated[str | None, typer.Option(help="Whose law: CN, US, EU …")] = None,
    kind: Annotated[str | None, typer.Option(help="A kind: prohibition, party_list …")] = None,
    on: On = None,
    known: Known = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """The measures carried, with their status on a day."""
    from monazite.law.measure_document import brief_document
    from monazite.law.store import load

    law = load()
    chosen = _chosen(law, jurisdiction, kind)
    by = _known(law, known)
    found = [brief_document(law, m, _on(law, m.jurisdiction, on), by, lang) for m in chosen]
    if json:
        print_json({"known": by.isoformat(), "measures": found})
        return
    from monazite.cli.law_view import show_list

    show_list(found, by, lang)


@app.command()
def show(
    measure: Measure,
    on: On = None,
    known: Known = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """One measure in full: days, limbs, items, relations, sources."""
    from monazite.law.measure_document import measure_document
    from monazite.law.status import status as status_of

    law, found, day, by = _asked(measure, on, known)
    document = measure_document(law, found, day, by, lang)
    if json:
        print_json(document)
        return
    from monazite.cli.law_view import show_measure

    show_measure(document, status_of(law, measure, day, by), lang)


@app.command()
def status(
    measure: Measure,
    on: On = None,
    known: Known = None,
    limb: Annotated[str | None, typer.Option(help="One paragraph: 1(1), 2b …")] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """The status of a measure on a day, with every reading where the texts leave it open."""
    from monazite.law.measure_document import status_document
    from monazite.law.status import status as status_of

    law, found, day, by = _asked(measure, on, known)
    state = status_of(law, measure, day, by, limb)
    document = status_document(found, limb, state, day, by, lang)
    if json:
        print_json(document)
        return
    from monazite.cli.law_view import show_status

    show_status(document, state, legal=found.legal, lang=lang)


@app.command()
def diff(
    first: Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD.")],
    last: Annotated[str, typer.Option("--to", help="Last day, YYYY-MM-DD; included.")],
    known: Known = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Every change of state between two days, with the instrument that made it."""
    from monazite.errors import InputError
    from monazite.law.dates import parse_day
    from monazite.law.diff import changes
    from monazite.law.measure_document import change_document
    from monazite.law.store import load

    law = load()
    start, end = parse_day(first, "from"), parse_day(last, "to")
    if end < start:
        raise InputError("to", last, f"accepted: {first} or a later day")
    by = _known(law, known)
    found = [change_document(law, c, lang) for c in changes(law, start, end, by)]
    if json:
        head = {"from": start.isoformat(), "to": end.isoformat(), "known": by.isoformat()}
        print_json({**head, "changes": found})
        return
    from monazite.cli.law_view import show_changes

    show_changes(found, lang)


@app.command()
def check(
    today: Annotated[str | None, typer.Option(help="Day, YYYY-MM-DD (default: today).")] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Schema, references, overlaps and staleness of the law data; exit code 1 for errors."""
    from datetime import UTC, datetime

    from monazite.law.check import check_files
    from monazite.law.dates import parse_day
    from monazite.law.measure_document import problem_document
    from monazite.law.sources import REGIMES

    day = parse_day(today, "today") if today else datetime.now(UTC).date()
    problems = check_files(REGIMES, day)
    found = [problem_document(p, lang) for p in problems]
    if json:
        print_json({"today": day.isoformat(), "problems": found})
    else:
        from monazite.cli.law_view import show_problems

        show_problems(found, day, lang)
    if any(p.level == "error" for p in problems):
        raise typer.Exit(1)


@app.command()
def commitments(
    commitment: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One commitment in full.")
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Who promised what to whom, what kept it, and what the customs figures did after."""
    from monazite.cli.commitment_document import commitment_document
    from monazite.law.commitments import commitment as one
    from monazite.law.commitments import commitments as every
    from monazite.law.store import load

    law = load()
    found = [one(law, commitment)] if commitment else list(every(law))
    if json:
        documents = [commitment_document(c, lang) for c in found]
        print_json(documents[0] if commitment else {"commitments": documents})
        return
    from monazite.cli.commitment_view import show_all, show_one

    if commitment:
        show_one(found[0], lang)
    else:
        show_all(found, lang)


def _chosen(law: Law, jurisdiction: str | None, kind: str | None) -> list[LawMeasure]:
    """The measures of a jurisdiction and a kind; InputError names the nearest words."""
    every = law.measures.values()
    _accept("jurisdiction", jurisdiction, {m.jurisdiction for m in every})
    _accept("kind", kind, {k for m in every for k in m.kinds})
    return [
        m
        for m in every
        if jurisdiction in {None, m.jurisdiction} and (kind is None or kind in m.kinds)
    ]


def _accept(field: str, word: str | None, known: set[str]) -> None:
    from monazite.catalogue.words import unknown

    if word is not None and word not in known:
        raise unknown(field, word, ", ".join(sorted(known)), sorted(known))


def _asked(measure: str, on: str | None, known: str | None) -> tuple[Law, LawMeasure, date, date]:
    """The law, the measure meant, its day and the day of knowledge."""
    from monazite.law.status import find
    from monazite.law.store import load

    law = load()
    found = find(law, measure)
    return law, found, _on(law, found.jurisdiction, on), _known(law, known)


def _on(law: Law, jurisdiction: str, on: str | None) -> date:
    from monazite.law.dates import parse_day

    return parse_day(on, "on") if on else law.today(jurisdiction)


def _known(law: Law, known: str | None) -> date:
    from monazite.law.statement import readers

    by: date = readers(law)["known"](known) if known else law.compiled
    return by
