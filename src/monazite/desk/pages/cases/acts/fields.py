"""The fields of an act's form, laid out for one template; texts by the act's and field's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from monazite.catalogue.texts import keys, say

_LABEL = "desk.pages.case.field"


@dataclass(frozen=True, slots=True)
class Field:
    """kind: area, lines, day, select, radios, checks, tick or hidden; options: values with words.

    values: what stands in it; what was typed before a refusal comes in its place.
    """

    name: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    values: tuple[str, ...] = ()
    required: bool = False

    @property
    def value(self) -> str:
        """The one value of a field that has one."""
        return self.values[0] if self.values else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A field with its words."""

    field: Field
    ident: str
    label: str
    help: str


def area(name: str, value: str = "", *, required: bool = True) -> Field:
    """A longer text."""
    return Field(name, "area", values=(value,), required=required)


def lines(name: str, values: Sequence[str] = ()) -> Field:
    """Several texts, one a line."""
    return Field(name, "lines", values=("\n".join(values),))


def day(name: str, value: str = "", *, required: bool = False) -> Field:
    """A day."""
    return Field(name, "day", values=(value,), required=required)


def select(name: str, options: Sequence[tuple[str, str]], value: str = "") -> Field:
    """One of a list."""
    return Field(name, "select", tuple(options), (value,), required=True)


def radios(name: str, options: Sequence[tuple[str, str]], value: str = "") -> Field:
    """One of a few, all of them seen."""
    return Field(name, "radios", tuple(options), (value,), required=True)


def checks(name: str, options: Sequence[tuple[str, str]], values: Sequence[str] = ()) -> Field:
    """Any of a few."""
    return Field(name, "checks", tuple(options), tuple(values))


def tick(name: str, value: str = "", *, required: bool = False) -> Field:
    """Yes or no."""
    return Field(name, "tick", values=(value,), required=required)


def with_typed(field: Field, typed: QueryDict | None) -> Field:
    """The field with what a refused form had sent; None: nothing was sent.

    What the page itself writes names what stands now.
    """
    if typed is None or field.kind == "hidden":
        return field
    return replace(field, values=tuple(typed.getlist(field.name)))


def shown(act: str, field: Field, lang: str) -> Shown:
    """The field with its label, and its help where there is one."""
    told = f"desk.pages.case.help.{act}.{field.name}"
    return Shown(
        field=field,
        ident=f"{act}-{field.name}",
        label="" if field.kind == "hidden" else say(f"{_LABEL}.{act}.{field.name}", lang),
        help=say(told, lang) if told in keys() else "",
    )
