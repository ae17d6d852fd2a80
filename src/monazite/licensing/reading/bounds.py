"""How much a form may hold before anything in it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CHARACTERS = 1_000_000
"""Of all keys and texts together."""
DEPTH = 6
"""Of objects and lists in each other; a form needs three."""
PARTS = 50_000
"""Of fields and rows together; a form that fills every row of every section has 17,000."""


def within(form: object) -> bool:
    """Whether a form is small enough to be read; looks no further than to the first bound."""
    characters = parts = 0
    layer: list[object] = [form]
    for _ in range(DEPTH):
        deeper: list[object] = []
        for thing in layer:
            for each in _inside(thing):
                parts += 1
                characters += len(each) if isinstance(each, str) else 1
                if characters > CHARACTERS or parts > PARTS:
                    return False
                if isinstance(each, (dict, list, tuple)):
                    deeper.append(each)
        if not deeper:
            return True
        layer = deeper
    return False


def _inside(thing: object) -> Iterable[object]:
    if isinstance(thing, dict):
        yield from thing
        yield from thing.values()
    elif isinstance(thing, (list, tuple)):
        yield from thing
    else:
        yield thing
