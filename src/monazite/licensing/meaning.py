"""A form as it is compared: every leaf with its text and with what it means.

JP and Japan, 1.0 and 1.00, Nd,Fe and Fe,Nd mean the same. What cannot be read means its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.law.statement import READERS
from monazite.licensing.fields import sections
from monazite.licensing.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.licensing.application import Application
    from monazite.licensing.fields import Field, Section

# Texts of which the law reads more than letters.
_READ_BY_LAW = {"contains": "contains", "parameters": "param"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One filled-in field: its text as typed, and what it means."""

    text: str = field(compare=False)
    meaning: object


Row = dict[str, Leaf]


def rows(form: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of every section, each with its filled-in fields; a record is one row."""
    said = read(form).application
    return {
        name: [
            dict(_leaves(row, _values(said, section, n), section))
            for n, row in enumerate(_typed(form, section))
        ]
        for name, section in sections().items()
    }


def _typed(form: Mapping[str, Any], section: Section) -> list[object]:
    said = form.get(section.name)
    if section.many:
        return said[: section.most] if isinstance(said, list) else []
    return [said]


def _values(said: Application, section: Section, number: int) -> object:
    if section.name == "application":
        return said
    found = getattr(said, section.name)
    if not section.many:
        return found
    return found[number] if number < len(found) else None


def _leaves(row: object, values: object, section: Section) -> Iterator[tuple[str, Leaf]]:
    if not isinstance(row, dict):
        return
    for each in section.fields:
        if text := _text(row.get(each.name)):
            value = getattr(values, each.name, None)
            yield each.name, Leaf(text, _meaning(each, value, text))


def _text(leaf: object) -> str:
    if isinstance(leaf, bool):
        return "yes" if leaf else "no"
    return "" if leaf is None else str(leaf).strip()


def _meaning(declared: Field, value: object, text: str) -> object:
    if value is None or value == ():
        return text
    if isinstance(value, tuple):
        return frozenset(value)
    if not isinstance(value, str):
        return value
    if declared.section == "lines" and declared.name in _READ_BY_LAW:
        return _by_law(_READ_BY_LAW[declared.name], value)
    return " ".join(value.split())


def _by_law(name: str, text: str) -> object:
    """What the law reads, whatever the order in which it is written."""
    try:
        found: object = READERS[name](text)
    except InputError:
        return text
    return found
