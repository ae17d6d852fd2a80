"""How documents of the desk say things, read as the network needs them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from monazite.catalogue.countries import countries
from monazite.errors import InputError
from monazite.law.statement import READERS

_MILITARY = {"yes": True, "no": False, True: True, False: False}


def iso3(code: str) -> str:
    """The country as networks name it; "" where nobody says one."""
    found = countries().get(code)
    return found.iso3 if found else ""


def contains(text: str) -> tuple[tuple[str, Decimal | None], ...]:
    """Elements and groups with their fractions; none of what cannot be read."""
    try:
        elements, groups = READERS["contains"](text) if text else ((), frozenset())
    except InputError:
        return ()
    return (*(elements or ()), *((group, None) for group in sorted(groups)))


def military(said: object) -> bool | None:
    """Whether the end user is military, None where nobody says."""
    return _MILITARY.get(said) if isinstance(said, (str, bool)) else None


def text_of(said: Mapping[str, Any], *path: str) -> str:
    """The text at a place of a document, "" where there is none."""
    found: object = said
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found.strip() if isinstance(found, str) else ""
