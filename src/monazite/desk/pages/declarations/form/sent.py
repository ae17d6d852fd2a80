"""What the form sent, as the document of a declaration: texts as they were typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from monazite.desk.pages.declarations.form.fields import HEADER, ITEM, ITEMS_MOST, Field

Document = dict[str, Any]
_ITEM = re.compile(r"items\.(\d{1,4})\.(\w+)", re.ASCII)
_COMMAS = re.compile(r"[,，、;；\n]")
_YES_NO = {"yes": True, "no": False}


def document(sent: QueryDict, begun: Document) -> Document:
    """The declaration; a field where nothing was typed is not said.

    begun: what the form does not ask: the regime and the exporter.
    """
    said: Document = dict(begun)
    for field in HEADER:
        _put(said, field, sent.get(field.path, ""))
    said["items"] = [_item(row) for row in _rows(sent)]
    return said


def _rows(sent: QueryDict) -> list[dict[str, str]]:
    """The rows in their order, as far as a form may be long."""
    found: dict[int, dict[str, str]] = {}
    for name in sent:
        if matched := _ITEM.fullmatch(name):
            found.setdefault(int(matched[1]), {})[matched[2]] = sent.get(name, "")
    return [found[at] for at in sorted(found)][:ITEMS_MOST]


def _item(row: Mapping[str, str]) -> Document:
    said: Document = {}
    for field in ITEM:
        _put(said, field, row.get(field.path, ""))
    return said


def _put(said: Document, field: Field, text: str) -> None:
    value = _value(field, text.strip())
    if value is None:
        return
    head, _, tail = field.path.partition(".")
    if tail:
        said.setdefault(head, {})[tail] = value
    else:
        said[head] = value


def _value(field: Field, text: str) -> object:
    """None where nothing was said; what is no yes and no no stays as it was typed."""
    if not text:
        return None
    if field.kind == "yes_no":
        return _YES_NO.get(text, text)
    if field.kind in {"codes", "numbers_cited"}:
        return [each.strip() for each in _COMMAS.split(text) if each.strip()]
    if field.kind == "draws":
        return [_draw(each.strip()) for each in _COMMAS.split(text) if each.strip()]
    return text


def _draw(text: str) -> Document:
    """`B-7: 120` is 120 kg of batch B-7; without a mass, the whole item comes from it."""
    batch, _, mass = text.partition(":")
    return {"batch": batch.strip()} | ({"mass_kg": mass.strip()} if mass.strip() else {})


def typed(value: object) -> str:
    """A value of the document, as the form types it again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_typed_part, value))
    return str(value)


def _typed_part(part: object) -> str:
    return _typed_draw(part) if isinstance(part, dict) else str(part)


def _typed_draw(draw: Mapping[str, Any]) -> str:
    mass = draw.get("mass_kg")
    return f"{draw.get('batch', '')}: {mass}" if mass else str(draw.get("batch", ""))
