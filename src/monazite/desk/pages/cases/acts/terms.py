"""The terms of a licence as a form: filled with what the rules suggest, read back as a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from monazite.desk.applications.models import FiledLine
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.cases.choices import Options, options
from monazite.desk.pages.cases.look import Look
from monazite.errors import InputError
from monazite.licensing.casework.terms import suggest
from monazite.licensing.reading import read
from monazite.licensing.regime import regime

HEAD = ("valid_from", "valid_until")
LINE = (
    "number", "controlled_by", "quantity", "value", "uses_max", "sub_period_days",
    "sub_period_quantity", "sub_period_value",
)  # fmt: skip
_MOST = 200


@dataclass(frozen=True, slots=True)
class LineFields:
    """A line of the form: what is asked, how it may be bounded, and each of its cells by name."""

    name: str
    number: str
    description: str
    unit: str
    currency: str
    ways: Options
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TermsForm:
    """The fields of the terms."""

    head: Mapping[str, str]
    lines: tuple[LineFields, ...]


def sent_terms(sent: Sent) -> dict[str, Any]:
    """The document that `monazite.licensing.casework.terms` reads; empty cells are left out."""
    count = min(sent.number("lines"), _MOST)
    rows = [{name: sent.text(f"line{n}.{name}") for name in LINE} for n in range(count)]
    return {name: sent.text(name) for name in HEAD} | {
        "lines": [{name: text for name, text in row.items() if text} for row in rows],
        "conditions": list(sent.lines("conditions")),
    }


def terms_form(look: Look, typed: QueryDict | None) -> TermsForm:
    """The form filled with what follows from the application, or with what was typed."""
    document = _suggested(look) if typed is None else _typed(typed)
    lines = {str(line.number): line for line in look.application.lines.all()}
    return TermsForm(
        head={name: str(document.get(name) or "") for name in HEAD},
        lines=tuple(_line(n, row, lines, look) for n, row in enumerate(document["lines"])),
    )


def _suggested(look: Look) -> Mapping[str, Any]:
    asked = read(look.application.form).application
    return suggest(asked, regime(look.application.regime), look.today).document()


def _typed(typed: QueryDict) -> Mapping[str, Any]:
    try:
        return sent_terms(Sent(typed))
    except InputError:
        return {"lines": []}


def _line(n: int, row: Mapping[str, Any], lines: Mapping[str, FiledLine], look: Look) -> LineFields:
    number = str(row.get("number", ""))
    line = lines.get(number)
    kind = look.rules.licence.get(look.application.kind)
    ways = kind.controlled_by if kind else ("quantity",)
    return LineFields(
        name=f"line{n}",
        number=number,
        description=line.description if line else "",
        unit=line.unit if line else "",
        currency=line.currency if line else "",
        ways=options("control", ways, look.lang),
        cells={name: "" if row.get(name) is None else str(row.get(name)) for name in LINE},
    )
