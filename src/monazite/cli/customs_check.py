"""`monazite customs check`: what stops a declaration, and each cure, without a desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.customs.gate import Checked
    from monazite.customs.manifest.said import Said

_BYTES_MAX = 20 * 1024 * 1024
_EXPORTER = "exporter.name"
_OWN = "1"
"""The reference of a declaration that was typed field by field."""


def check(
    said: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE | FIELD=VALUE …", help="A .json, .csv or .xlsx file, or fields."
        ),
    ],
    on: Annotated[
        str | None, typer.Option("--on", help="Customs day, YYYY-MM-DD (default: today there).")
    ] = None,
    regime: Annotated[
        str, typer.Option("--regime", help="Whose rules, where the declaration names none.")
    ] = "CN",
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Everything that stops a declaration or makes an officer look, with law and cure.

    Needs no site: a licence that is cited is read, not looked up. Exit code 0: nothing stops it;
    1: something does; 2: the input cannot be used. Columns and fields are those of a manifest.

    Example: monazite customs check hs=8505111000 form=magnet contains=Nd,Fe,B destination=DE
    """
    asked = _asked(said)
    answers = [_answer(each, on, regime) for each in asked]
    if json:
        print_json({"declarations": [_document(*each, lang.value) for each in answers]})
    else:
        from monazite.cli.customs_check_view import show

        for reference, day, checked in answers:
            show(reference, "customs.cli.day", day, checked, lang.value)
    if any(checked.outcome == "stop" for _, _, checked in answers):
        raise typer.Exit(1)


def _answer(said: Said, on: str | None, regime: str) -> tuple[str, date, Checked]:
    """The declaration's own reference, the customs day and what was found."""
    from monazite.customs import reading
    from monazite.customs.facts import Facts
    from monazite.customs.gate import check_read
    from monazite.customs.regime import rules
    from monazite.law import load
    from monazite.law.dates import parse_day

    law = load()
    said.document.setdefault("regime", regime)
    read = reading.read(said.document)
    read = replace(read, findings=(*said.findings, *read.findings))
    by = rules(read.declaration.regime)
    day = parse_day(on, "on") if on else law.today(by.country)
    found = check_read(read, Facts(day, licences=None), law, by)
    if "exporter" not in said.document:
        found = found.without("field.missing", _EXPORTER)  # the desk knows whose manifest it is
    return read.declaration.reference or "–", day, found


def _document(reference: str, day: date, checked: Checked, lang: str) -> dict[str, object]:
    return {"reference": reference, "on": day.isoformat(), **checked.document(lang)}


def _asked(words: Sequence[str]) -> list[Said]:
    """The declarations of a file, or the one that the fields make."""
    if len(words) == 1 and "=" not in words[0]:
        return _of_file(Path(words[0]))
    from monazite.customs.manifest.gathering import gathered
    from monazite.customs.manifest.sheet import sheet

    pairs = [("reference", "=", _OWN), *(word.partition("=") for word in words)]
    if any(name.strip() == "reference" for name, _, _ in pairs[1:]):
        pairs = pairs[1:]
    for name, sign, _ in pairs:
        if not sign:
            raise InputError("field", name, "one file, or fields as FIELD=VALUE")
    header, cells = (tuple(pair[at].strip() for pair in pairs) for at in (0, 2))
    return gathered(sheet(iter([(1, header), (2, cells)])))


def _of_file(file: Path) -> list[Said]:
    from monazite.customs.manifest.gathering import gathered
    from monazite.customs.manifest.sheet import from_csv

    suffix = file.suffix.lower()
    if suffix == ".csv":
        return gathered(from_csv(_bytes(file)))
    if suffix == ".xlsx":
        from monazite.customs.manifest.sheet import sheet
        from monazite.licensing.sheets import plain

        return gathered(sheet(plain.rows(_bytes(file))))
    if suffix == ".json":
        return _of_json(_bytes(file))
    raise InputError("file", file, "a .json, .csv or .xlsx file, or fields as FIELD=VALUE")


def _of_json(data: bytes) -> list[Said]:
    """One declaration as an object, or several as a manifest."""
    import json

    from monazite.customs.manifest.messages import from_json, said_of

    try:
        one = json.loads(data, parse_float=str)
    except (ValueError, RecursionError):
        return from_json(data)
    alone = isinstance(one, dict) and "declarations" not in one
    return said_of([one]) if alone else from_json(data)


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > _BYTES_MAX:
            raise InputError("file", file, f"a file of at most {_BYTES_MAX // 1024**2} MiB")
        return file.read_bytes()
    except OSError as error:
        raise InputError("file", file, f"a file that can be read ({error.strerror})") from error
