"""Names of places in a form, as ids of the page and as links: `lines[2].quantity`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATH = re.compile(r"(?P<section>[a-z_]+)?(?:\[(?P<row>\d+)\])?(?:\.(?P<field>\w+))?.*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spot:
    """What a finding's path points at; empty or None where it names the whole."""

    section: str
    row: int | None
    field: str


def spot(path: str) -> Spot:
    """The parts of a path; a path that cannot be read points at the whole form."""
    found = _PATH.fullmatch(path)
    if found is None:
        return Spot("", None, "")
    row = found["row"]
    return Spot(found["section"] or "", int(row) if row else None, found["field"] or "")


def join(section: str, row: int | None, field: str) -> str:
    """The path of a field: `contract.number`, `lines[2].quantity`."""
    return f"{section}.{field}" if row is None else f"{section}[{row}].{field}"


def anchor(path: str) -> str:
    """The id of a place in the page: `lines-2-quantity`."""
    return re.sub(r"[^a-z0-9_]+", "-", path, flags=re.ASCII).strip("-")
