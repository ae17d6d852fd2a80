"""What of a manifest could not be lodged: which rows, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from monazite.desk.pages.declarations.form.findings import Group, groups, readable
from monazite.desk.pages.hidden import visible

_MOST, _ROWS_SHOWN = 200, 8


@dataclass(frozen=True, slots=True)
class Unlodged:
    """One declaration; rows: lines of the file; refused: why the desk cannot take it, if so."""

    reference: str
    rows: str
    refused: str
    groups: tuple[Group, ...]


def unlodged(kept: Iterable[Mapping[str, Any]], lang: str) -> list[Unlodged]:
    """The first of them, as the manifest keeps them."""
    return [_one(each, lang) for each in list(kept)[:_MOST]]


def _one(kept: Mapping[str, Any], lang: str) -> Unlodged:
    return Unlodged(
        reference=visible(str(kept["reference"])),
        rows=_rows(kept["rows"]),
        refused=(kept.get("refused") or {}).get(lang, ""),
        groups=groups(readable(kept["findings"], lang, official=False)),
    )


def _rows(numbers: Iterable[int]) -> str:
    shown = list(numbers)
    more = " …" if len(shown) > _ROWS_SHOWN else ""
    return ", ".join(str(each) for each in shown[:_ROWS_SHOWN]) + more
