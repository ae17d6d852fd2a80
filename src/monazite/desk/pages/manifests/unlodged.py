"""What of a manifest could not be lodged: which rows, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import counted, say
from monazite.desk.pages.declarations.form.findings import Group, groups, readable
from monazite.desk.pages.hidden import visible

_MOST, _ROWS_SHOWN = 200, 8


@dataclass(frozen=True, slots=True)
class Unlodged:
    """One declaration; rows: where it stands in the file."""

    reference: str
    rows: str
    groups: tuple[Group, ...]


def unlodged(kept: Iterable[Mapping[str, Any]], lang: str) -> list[Unlodged]:
    """The first of them, as the manifest keeps them."""
    return [_one(each, lang) for each in list(kept)[:_MOST]]


def _one(kept: Mapping[str, Any], lang: str) -> Unlodged:
    return Unlodged(
        reference=visible(str(kept["reference"])) or say("desk.manifest.no_reference", lang),
        rows=_rows(kept["rows"], lang),
        groups=groups(readable(kept["findings"], lang, official=False), lang),
    )


def _rows(numbers: Iterable[int], lang: str) -> str:
    shown = list(numbers)
    more = " …" if len(shown) > _ROWS_SHOWN else ""
    named = ", ".join(str(each) for each in shown[:_ROWS_SHOWN]) + more
    return counted("desk.manifest.rows", len(shown), lang, rows=named)
