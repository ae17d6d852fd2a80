"""The fields of a declaration's form, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import keys, say
from monazite.customs.regime import Rules
from monazite.desk.pages.declarations.form.fields import HEADER, ITEM, Field, in_order
from monazite.desk.pages.declarations.form.options import Offered, offered
from monazite.desk.pages.declarations.form.sent import typed
from monazite.desk.pages.form.fields import Control, Option

_FAMILY = "desk.declaration.field"
_HELP = "desk.declaration.help"


@dataclass(frozen=True, slots=True)
class Row:
    """One item; number: from 1; outline: what is said of it in a line; open: its fields are shown.

    more: fields that few declarations need; more_open: something stands in one of them.
    """

    index: int
    number: int
    outline: str
    controls: tuple[Control, ...]
    more: tuple[Control, ...]
    more_open: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """The whole form."""

    controls: tuple[Control, ...]
    more: tuple[Control, ...]
    more_open: bool
    rows: tuple[Row, ...]


def drawn(said: Mapping[str, Any], rules: Rules, lang: str) -> Drawn:
    """The form with what stands in a document."""
    choices = offered(rules, lang)
    more = _controls(in_order(HEADER, later=True), said, "", choices, lang)
    items = [each for each in said.get("items", []) if isinstance(each, dict)]
    return Drawn(
        controls=_controls(in_order(HEADER, later=False), said, "", choices, lang),
        more=more,
        more_open=any(each.value for each in more),
        rows=tuple(_row(at, item, choices, lang) for at, item in enumerate(items)),
    )


def _row(at: int, item: Mapping[str, Any], choices: Offered, lang: str) -> Row:
    prefix = f"items.{at}."
    more = _controls(in_order(ITEM, later=True), item, prefix, choices, lang)
    said = (typed(item.get("description")), typed(item.get("contains")))
    return Row(
        index=at,
        number=at + 1,
        outline=next(filter(None, said), say("desk.declaration.item_new", lang)),
        controls=_controls(in_order(ITEM, later=False), item, prefix, choices, lang),
        more=more,
        more_open=any(each.value for each in more),
    )


def _controls(
    fields: Sequence[Field], said: Mapping[str, Any], prefix: str, choices: Offered, lang: str
) -> tuple[Control, ...]:
    return tuple(_control(each, said, prefix, choices, lang) for each in fields)


def _control(
    field: Field, said: Mapping[str, Any], prefix: str, choices: Offered, lang: str
) -> Control:
    family = f"{'item_' if prefix else ''}{field.key}"
    value, told = typed(_at(said, field.path)), f"{_HELP}.{family}"
    return Control(
        path=f"{prefix}{field.path}",
        key=f"{prefix}{field.path}".replace(".", "-"),
        control=field.control,
        label=label(field, prefix, lang),
        help=say(told, lang) if told in keys() else "",
        value=value,
        limit=field.limit,
        width=field.width,
        optional=False,
        unit="",
        mode=field.mode,
        options=_options(field, value, choices),
        known=False,
        findings=(),
    )


def label(field: Field, prefix: str, lang: str) -> str:
    """As the gate's findings name the field; what they do not name has words of the form's own."""
    of = "item" if prefix else "top"
    found = (f"customs.field.{each}" for each in (field.path, f"{of}.{field.path}"))
    own = f"{_FAMILY}.{'item_' if prefix else ''}{field.key}"
    return say(next((key for key in found if key in keys()), own), lang)


def _at(said: Mapping[str, Any], path: str) -> object:
    head, _, tail = path.partition(".")
    value = said.get(head)
    return value.get(tail) if tail and isinstance(value, dict) else (None if tail else value)


def _options(field: Field, value: str, choices: Offered) -> tuple[Option, ...]:
    """What is offered, and what stands there though it is none of it: a finding tells."""
    if field.control != "select":
        return ()
    found = list(choices["yes_no" if field.kind == "yes_no" else field.path])
    if value and value not in {code for code, _ in found}:
        found.append((value, value))
    return tuple(Option(code, label, code == value) for code, label in found)
