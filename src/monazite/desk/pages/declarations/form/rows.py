"""What a button of the form does to the declaration before it is shown again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from monazite.desk.gate.drafting import drafted
from monazite.desk.licences.models import Licence
from monazite.desk.pages.declarations.form.fields import ITEMS_MOST

Document = dict[str, Any]
_ROW = re.compile(r"(copy|remove):(\d{1,4})", re.ASCII)


def changed(said: Document, act: str) -> Document:
    """A row more, a copy of one, or one less; any other act changes nothing."""
    items = list(said.get("items", []))
    matched = _ROW.fullmatch(act)
    if act == "add" and len(items) < ITEMS_MOST:
        items.append({})
    elif matched and int(matched[2]) < len(items):
        at = int(matched[2])
        if matched[1] == "remove":
            del items[at]
        elif len(items) < ITEMS_MOST:
            items.insert(at + 1, dict(items[at]))
    return said | {"items": items}


def filled(said: Document, licence: Licence) -> Document:
    """What the licence says takes the place of what stands there; its items are added.

    The reference stays the declarant's; a row in which nothing was typed is no item.
    """
    found = drafted(licence)
    rows = [item for item in said.get("items", []) if item]
    return _laid_over(said, found) | {"items": [*rows, *found["items"]][:ITEMS_MOST]}


def _laid_over(said: Mapping[str, Any], found: Mapping[str, Any]) -> Document:
    """Empty values of the licence leave what was typed."""
    return dict(said) | {name: value for name, value in found.items() if value}
