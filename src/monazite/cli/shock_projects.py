"""`monazite shock projects`: mines and plants that may come outside the dominant country."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from monazite.cli.output import BAD_INPUT, JsonOption, Lang, LangOption
from monazite.cli.shock_options import ChartOption, CsvOption, ParquetOption, Ways, checked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.shock.projects.project import Project
    from monazite.shock.projects.reading import ProjectsError

ExtendOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--extend", metavar="FILE", help="A CSV file of one's own projects; may be given again."
    ),
]


def projects(
    material: Annotated[
        str, typer.Option("--material", help="Only what may hold it, as Dy, NdFeB or gallium.")
    ] = "",
    country: Annotated[str, typer.Option("--country", help="Only in this country.")] = "",
    stage: Annotated[str, typer.Option("--stage", help="Only at this stage, as refining.")] = "",
    status: Annotated[str, typer.Option("--status", help="Only of this status.")] = "",
    known: Annotated[
        str, typer.Option("--known", metavar="DATE", help="As it was told by this day.")
    ] = "",
    extend: ExtendOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Mines and plants that may come, or have come, outside the dominant country.

    Each with capacity, first year, cost, permits and source, as it was last told; what nobody says
    is empty. A file of one's own adds to them, or stands in place of what is said of a project.

    Example: monazite shock projects --material Dy --chart projects.svg
    """
    ways = checked(Ways(lang.value, json=json, csv=csv, parquet=parquet, chart=chart))
    day = _day(known, ways.lang)
    every = _read(extend or (), day, ways)
    _deliver(_chosen(every, (material, country, stage, status), ways.lang), day, ways)


def _chosen(
    every: Sequence[Project], asked: tuple[str, str, str, str], lang: str
) -> Sequence[Project]:
    """The projects that were asked for; InputError in the reader's language."""
    from monazite.catalogue.texts import say
    from monazite.errors import InputError
    from monazite.shock.projects.choosing import chosen

    try:
        return chosen(every, *asked)
    except InputError as error:
        known = next(iter(error.told.values()))  # what is near, or all that there is
        accepted = say(f"shock.projects.accepted.{error.field}", lang, known=known)
        raise InputError(error.field, error.value, accepted) from None


def _deliver(found: Sequence[Project], day: date | None, ways: Ways) -> None:
    from monazite.cli import shock_out
    from monazite.shock.projects.documents import TABLE, document, row

    rows = [row(one) for one in found]

    def view() -> None:
        from monazite.cli import shock_projects_view

        shock_projects_view.show(found, day, ways.lang)

    def as_json() -> dict[str, Any]:
        told = None if day is None else day.isoformat()
        return {"known": told, "projects": [document(one, ways.lang) for one in found]}

    made = {
        "csv": lambda: shock_out.as_csv(TABLE, rows),
        "parquet": lambda: shock_out.as_parquet(TABLE, rows),
        "chart": lambda: _drawn(found, ways),
    }
    shock_out.deliver(ways, view=view, document=as_json, made=made)


def _drawn(found: Sequence[Project], ways: Ways) -> bytes:
    from monazite.catalogue.texts import say
    from monazite.cli import shock_out
    from monazite.errors import MonaziteError
    from monazite.shock.pictures.projects import timeline

    if not found:
        raise MonaziteError(say("shock.projects.none", ways.lang))
    return shock_out.drawn(ways, lambda: timeline(found, ways.lang))


def _day(text: str, lang: str) -> date | None:
    from monazite.catalogue.texts import say
    from monazite.errors import InputError
    from monazite.shock.projects.cells import day

    try:
        return day(text, "known") if text else None
    except InputError:
        raise InputError("known", text, say("shock.projects.accepted.known", lang)) from None


def _read(files: Sequence[Path], day: date | None, ways: Ways) -> Sequence[Project]:
    """The projects of our table and of the files; every problem of a file ends with code 2."""
    from monazite.shock.projects.reading import ProjectsError, projects

    try:
        return projects(files, day)
    except ProjectsError as error:
        refuse_file(error, ways)


def refuse_file(error: ProjectsError, ways: Ways) -> NoReturn:
    """Say every problem of a file, each with its remedy."""
    import sys

    from monazite.catalogue.words import visible
    from monazite.cli.output import print_json

    first, lang = error.problems[0], ways.lang
    if ways.json:
        told = {"field": first.field, "value": first.value, "accepted": first.remedy(lang)}
        print_json({"error": told, "problems": [one.document(lang) for one in error.problems]})
    else:
        for one in error.problems:
            sys.stderr.write(visible(f"{one.wrong(lang)} {one.remedy(lang)}") + "\n")
    sys.exit(BAD_INPUT)
