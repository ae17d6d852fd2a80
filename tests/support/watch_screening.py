"""Lists of made-up parties to screen against, and the old lists beside the repository."""

from __future__ import annotations

import csv
import random
from datetime import UTC, date, datetime
from functools import cache

from monazite.watch.screening.entity import Entity, Kind, Name
from monazite.watch.screening.lists.held import Held
from monazite.watch.screening.screener import Screener
from support.indicator_tables import shared

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
_KINDS: dict[str, Kind] = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft"}


def entity(ident: str, name: str, kind: Kind = "company", **more: object) -> Entity:
    """An entry of the list `own` of one name."""
    return Entity("own", ident, kind, (Name(name),), **more)  # type: ignore[arg-type]


def screener(*entities: Entity, **how: object) -> Screener:
    """Over these entries alone."""
    return Screener([Held.of("own", entities, NOW)], **how)  # type: ignore[arg-type]


@cache
def ofac() -> tuple[Entity, ...]:
    """Every entry of an old snapshot, with the names that join it."""
    names: dict[str, list[str]] = {}
    kinds: dict[str, Kind] = {}
    for file, place in (("ofac_bench_sdn.csv", 1), ("ofac_bench_alt.csv", 3)):
        text = shared(f"screening/{file}").read_text(encoding="utf-8", errors="replace")
        for row in csv.reader(text.splitlines()):
            if place == 1 and len(row) > 2:
                kinds[row[0].strip()] = _KINDS.get(row[2].strip(), "company")
            if len(row) > place and row[0].strip() in kinds:
                names.setdefault(row[0].strip(), []).append(row[place].strip())
    return tuple(
        Entity("ofac", ident, kinds[ident], tuple(map(Name, dict.fromkeys(texts))))
        for ident, texts in names.items()
    )


@cache
def ofac_screener() -> Screener:
    """Over the old snapshot, calibrated on made-up parties."""
    return Screener([Held.of("ofac", ofac(), NOW)])


def strangers(count: int, part: int = 0) -> list[str]:
    """Made-up persons of many countries by another's maker; parts share no row."""
    text = shared("screening/yente_negatives_global.csv").read_text(encoding="utf-8")
    names = [row["full_name"] for row in csv.DictReader(text.splitlines())]
    random.Random(11).shuffle(names)
    return names[part * count : (part + 1) * count]
