"""What an amended form says otherwise than the one before, and whether that is a key element."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.licensing.fields import sections
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY = "key"
"""A change that makes a new application: the old licence is handed back, exports stop."""
MINOR = "minor"
"""A change that an amendment is for."""
_ROW = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Change:
    """One field that is typed otherwise; None where it, or its row, is on one side only."""

    path: str
    old: str | None
    new: str | None
    weight: str


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every field that differs, in the order of the form; blanks at the ends say nothing."""
    before, after = _typed(old), _typed(new)
    keys = regime(after.get("application.regime")).key_elements
    return tuple(
        Change(path, before.get(path), after.get(path), _weight(path, keys, (before, after)))
        for path in dict.fromkeys((*before, *after))
        if before.get(path) != after.get(path)
    )


def _typed(form: Mapping[str, Any]) -> dict[str, str]:
    """Every field that holds something, by its path."""
    found: dict[str, str] = {}
    for name, section in sections().items():
        said = form.get(name)
        rows = said if isinstance(said, list) else [said]
        for n, row in enumerate(rows):
            at = f"{name}[{n}]" if section.many else name
            found |= _fields(at, row, [field.name for field in section.fields])
    return found


def _fields(at: str, row: object, names: list[str]) -> dict[str, str]:
    if not isinstance(row, dict):
        return {}
    said = {f"{at}.{name}": _text(row.get(name)) for name in names}
    return {path: text for path, text in said.items() if text}


def _text(leaf: object) -> str:
    if isinstance(leaf, bool):
        return "yes" if leaf else "no"
    return "" if leaf is None else str(leaf).strip()


def _weight(path: str, keys: frozenset[str], sides: tuple[Mapping[str, str], ...]) -> str:
    return KEY if keys.intersection(_patterns(path, sides)) else MINOR


def _patterns(path: str, sides: tuple[Mapping[str, str], ...]) -> Iterator[str]:
    """How the regime may name a field: as it is, as that of any row, as that of a role."""
    yield path
    row = _ROW.match(path)
    if row is None:
        return
    section, number, field = row.groups()
    yield f"{section}[].{field}"
    for side in sides:
        role = side.get(f"{section}[{number}].role")
        # Who becomes or ceases to be an end user changes the end user.
        if role:
            yield f"{section}[{role}].{'name' if field == 'role' else field}"
