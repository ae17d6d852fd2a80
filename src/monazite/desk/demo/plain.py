"""Ordinary cases of the demo from a table of days: filed, reviewed, decided and done with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from monazite.desk.demo.data import data

Story = Mapping[str, Any]
_WRITERS = {"willow": "lin", "saltmarsh": "su", "jade": "tang"}
_DECLARES = {"willow": "gao", "saltmarsh": "yu", "jade": "ke"}
_GATE = ("hai", "chu")
_UNTIL_SHIPPED = 12
"""Working days from the decision to the declaration of the goods."""
_OFFICERS, _CHIEFS = ("bai", "dai"), ("gu", "xie")


@lru_cache
def stories() -> tuple[Story, ...]:
    """Every story of the world: those that are told one by one, then the ordinary ones."""
    rows = enumerate(data("plain")["rows"])
    return (*data("stories"), *(_story(number, row) for number, row in rows))


def _story(number: int, row: Sequence[str]) -> Story:
    form, scale, outcome = row[:3]
    filed, decided = int(row[3]), int(row[4])
    writer = _WRITERS[data(f"forms/{form}")["exporter"]]
    officer, chief = _OFFICERS[number % 2], _CHIEFS[number // 2 % 2]
    said = data("plain")["outcomes"][outcome]
    between = (filed - 3 + decided + 1) // 2
    return {
        "form": form, "scale": scale, "by": writer, "end": "cased", "officer": officer,
        "days": [filed + 2 + number % 3, filed, filed - 1, filed - 2, filed - 3],
        "steps": [
            {"do": "advise", "by": "shen", "ago": between, **said["advice"]},
            {"do": "propose", "by": officer, "ago": decided + 1, "outcome": outcome}
            | said["decision"],
            {"do": "sign", "by": chief, "ago": decided},
            *(_leaving(data(f"forms/{form}")["exporter"], decided) if outcome != "refused" else ()),
        ],
    }  # fmt: skip


def _leaving(exporter: str, decided: int) -> Iterator[Mapping[str, object]]:
    """The goods of older licences are declared and have left."""
    lodged = decided - _UNTIL_SHIPPED
    if lodged > 1:
        officer = _GATE[decided % len(_GATE)]
        yield {"do": "lodge", "by": _DECLARES[exporter], "ago": lodged, "ref": "1"}
        yield {"do": "exit", "by": officer, "ago": lodged - 1, "ref": "1"}
