"""Where a finding stands, as a person says it: `lines[2].quantity` is row 3 of Items, Quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.licensing.fields import sections

if TYPE_CHECKING:
    from monazite.licensing.fields import Section

_PATH = re.compile(r"([^\[.]+)(?:\[([0-9]+)\])?(?:\.(.+))?")


def where(path: str, lang: str) -> str:
    """The section, row (from 1) and field of a path; what the form does not know stays as it is."""
    found = _PATH.fullmatch(path)
    if found is None:
        return path or say("licensing.where.form", lang)
    section, number, name = sections().get(found[1]), found[2], found[3]
    values = {"section": section.title(lang) if section else found[1]}
    if name:
        values["field"] = _label(section, name, lang)
    if number:
        values["number"] = str(int(number) + 1)
    return _say(values, lang)


def _label(section: Section | None, name: str, lang: str) -> str:
    field = section.field(name) if section else None
    return field.label(lang) if field else name


def _say(values: dict[str, str], lang: str) -> str:
    if len(values) == 1:
        return values["section"]
    parts = "_".join(
        part for part, value in (("row", "number"), ("field", "field")) if value in values
    )
    return say(f"licensing.where.{parts}", lang, **values)
