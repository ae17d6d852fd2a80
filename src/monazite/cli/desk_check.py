"""`monazite desk precheck` and `template`: what would come back, before anything is filed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from datetime import date

_BYTES_MAX = 20 * 1024 * 1024

RegimeOption = Annotated[str | None, typer.Option("--regime", help="Whose rules: CN, generic …")]


def precheck(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The form as XLSX or JSON.")],
    papers: Annotated[
        Path | None,
        typer.Option(
            "--papers", metavar="<path>", help="Folder of the papers: are those named there?"
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="Day of filing, YYYY-MM-DD (default: today there).")
    ] = None,
    regime: RegimeOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Everything that would send an application back, each with its cure and the law.

    Needs no site and sends nothing anywhere. Exit code 0: it may be filed; 1: it would come back;
    2: the file cannot be used. `monazite desk template` writes a form to fill in.

    Example: monazite desk precheck magnets.xlsx --papers papers/ --on 2026-11-22
    """
    from monazite.law import load
    from monazite.licensing.precheck import precheck as check

    form = _under(_read(file), regime)
    law = load()
    day = _day(on) or law.today(_regime(form) or "CN")
    form, files, others = _with_papers(form, papers, json=json, lang=lang)
    found = check(form, today=day, law=law, files=files)
    if json:
        from monazite.cli.desk_check_document import document

        print_json(document(found, day, lang.value) | {"files_unnamed": others})
    else:
        from monazite.cli.desk_check_view import show

        show(found, file.name, day, lang.value, others)
    if not found.may_be_filed:
        raise typer.Exit(1)


def template(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it: an .xlsx file.")],
    regime: Annotated[str, typer.Option("--regime", help="Whose rules: CN, generic …")] = "CN",
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Write an empty form to fill in: one sheet a section, help and choices in every column.

    Example: monazite desk template magnets.xlsx --lang zh
    """
    from monazite.catalogue.texts import say
    from monazite.licensing import sheets

    if file.suffix.lower() != ".xlsx":
        raise InputError("file", file, "a name that ends in .xlsx")
    if file.exists():
        raise InputError("file", file, "a name that is not taken yet")
    try:
        file.write_bytes(sheets.template(lang.value, regime))
    except OSError as error:
        raise InputError(
            "file", file, f"a folder that can be written ({error.strerror})"
        ) from error
    if json:
        print_json({"file": str(file)})
    else:
        typer.echo(say("desk.cli.template.written", lang, file=file))


def _read(file: Path) -> Any:  # noqa: ANN401 - a form is JSON
    from monazite.licensing import documents, sheets

    readers = {".json": documents.read_json, ".xlsx": sheets.read_xlsx}
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise InputError("file", file, "an .xlsx or .json file")
    return reader(_bytes(file))


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > _BYTES_MAX:
            raise InputError("file", file, f"a file of at most {_BYTES_MAX // 1024**2} MiB")
        return file.read_bytes()
    except OSError as error:
        raise InputError("file", file, f"a file that can be read ({error.strerror})") from error


def _under(form: Any, regime: str | None) -> Any:  # noqa: ANN401
    """The form as one of the regime that the caller names."""
    if regime is None or not isinstance(form, dict):
        return form
    head = form.get("application")
    return form | {"application": (head if isinstance(head, dict) else {}) | {"regime": regime}}


def _regime(form: Any) -> str | None:  # noqa: ANN401
    """The country whose day counts, where the form names one."""
    from monazite.catalogue.countries import country

    head = form.get("application") if isinstance(form, dict) else None
    said = head.get("regime") if isinstance(head, dict) else None
    try:
        return country(str(said), "regime") if said else None
    except InputError:
        return None


def _day(on: str | None) -> date | None:
    from monazite.law.dates import parse_day

    return parse_day(on, "on") if on else None


def _with_papers(
    form: Any,  # noqa: ANN401
    folder: Path | None,
    *,
    json: bool,
    lang: Lang,
) -> tuple[Any, frozenset[str] | None, list[str]]:
    """The form with the hashes of the files that it names, all hashes at hand, the other files."""
    if folder is None:
        return form, None, []
    from monazite.cli.desk_papers import hashes, named, unnamed
    from monazite.cli.trade_progress import Progress

    with Progress(lang.value, quiet=json) as progress:
        found = hashes(folder, progress)
    return named(form, found), frozenset(found.values()), unnamed(form, found)
