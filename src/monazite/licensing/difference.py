"""What an amended form says otherwise than the one before, and whether that is a key element."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from monazite.licensing.fields import sections
from monazite.licensing.meaning import Leaf, Row, rows
from monazite.licensing.pairing import paired
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY = "key"
"""A change that makes a new application: the old licence is handed back, exports stop."""
MINOR = "minor"
"""A change that an amendment is for."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that says something else; None where it, or its row, is on one side only.

    path: in the new form; a row that is gone stands after its last one.
    """

    path: str
    old: str | None
    new: str | None
    weight: str


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every field that means something else, in the order of the form.

    Rows are matched by what identifies them, and values as they are read: another order, another
    spelling of a country or a number, and blanks are no change.
    """
    before, after = rows(old), rows(new)
    lines = {i: j for j, i in paired("lines", before["lines"], after["lines"]).items()}
    keys = _keys(before) | _keys(after)
    return tuple(
        change
        for name in sections()
        for change in _section(
            name, [_renumbered(r, lines) for r in before[name]], after[name], keys
        )
    )


def _keys(side: Mapping[str, list[Row]]) -> frozenset[str]:
    stated = side["application"][0].get("regime")
    return regime(str(stated.meaning) if stated else None).key_elements


def _renumbered(row: Row, lines: Mapping[int, int]) -> Row:
    """An old row as it would name the lines today, where it names them by number."""
    said = dict(row)
    if "line" in row and isinstance(number := row["line"].meaning, int):
        said["line"] = replace(row["line"], meaning=lines.get(number - 1, number - 1) + 1)
    if "lines" in row and isinstance(numbers := row["lines"].meaning, frozenset):
        now = frozenset(
            str(lines.get(int(n) - 1, int(n) - 1) + 1) if n.isdecimal() else n for n in numbers
        )
        said["lines"] = replace(row["lines"], meaning=now)
    return said


def _section(name: str, old: list[Row], new: list[Row], keys: frozenset[str]) -> Iterator[Change]:
    pairs = paired(name, old, new)
    many = sections()[name].many
    gone = [i for i in range(len(old)) if i not in pairs.values()]
    both = [(old[pairs[j]] if j in pairs else {}, row) for j, row in enumerate(new)]
    for n, (before, after) in enumerate([*both, *((old[i], {}) for i in gone)]):
        at = f"{name}[{n}]" if many else name
        yield from _row(at, name, before, after, keys)


def _row(at: str, section: str, old: Row, new: Row, keys: frozenset[str]) -> Iterator[Change]:
    roles = {row["role"].meaning for row in (old, new) if "role" in row}
    for field in sections()[section].fields:
        before, after = old.get(field.name), new.get(field.name)
        if before != after:
            weight = KEY if keys.intersection(_patterns(section, field.name, roles)) else MINOR
            yield Change(f"{at}.{field.name}", _text(before), _text(after), weight)


def _text(leaf: Leaf | None) -> str | None:
    return leaf.text if leaf else None


def _patterns(section: str, field: str, roles: set[object]) -> Iterator[str]:
    """How the regime may name a field: as it is, as that of any row, as that of a role."""
    yield f"{section}.{field}"
    yield f"{section}[].{field}"
    # Who becomes or ceases to be an end user changes the end user.
    yield from (f"{section}[{role}].{'name' if field == 'role' else field}" for role in roles)
