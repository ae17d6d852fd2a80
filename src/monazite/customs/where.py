"""Where a finding stands, as a person says it: `items[1].quantity` is item 2, Quantity."""

from __future__ import annotations

import re

from monazite.catalogue.texts import keys, say

_ITEM = re.compile(r"items\[(\d+)\](?:\.(\w+))?.*")


def where(path: str, lang: str) -> str:
    """The field of a path with its item; what has no words stays as it is."""
    found = _ITEM.fullmatch(path)
    if found is None:
        return _party(path, lang) or (_field(f"top.{path}", path, lang) if path else _whole(lang))
    number = str(int(found[1]) + 1)
    if not found[2]:
        return say("customs.where.item", lang, number=number)
    named = field(path, lang)
    return say("customs.where.field_of_item", lang, number=number, field=named)


def field(path: str, lang: str) -> str:
    """The same without the item; "" where a finding stands at no field."""
    found = _ITEM.fullmatch(path)
    if found is None:
        return where(path, lang) if path else ""
    return _field(f"item.{found[2]}", found[2], lang) if found[2] else ""


def _party(path: str, lang: str) -> str | None:
    """A field of a party is said by the party."""
    role, _, field = path.partition(".")
    key = f"customs.where.{role}"
    return say(key, lang) if field and key in keys() else None


def _field(name: str, plain: str, lang: str) -> str:
    key = f"customs.field.{name}"
    return say(key, lang) if key in keys() else plain


def _whole(lang: str) -> str:
    return say("customs.where.whole", lang)
