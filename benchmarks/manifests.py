"""Manifests to measure with: seeded, of families that are really shipped, each line as stated.

`python -m benchmarks.manifests OUT.parquet --lines 1000000 --distinct 20000`
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from monazite.law import load

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20250404
COLUMNS = (
    "form", "contains", "without", "hs", "param", "from", "to", "on", "end_user", "end_use",
    "military",
)  # fmt: skip
Line = tuple[str | None, ...]
_FIRST, _DAYS = date(2023, 1, 1), 1422  # to the day the law data were compiled
_DESTINATIONS = (
    "US", "US", "US", "DE", "DE", "JP", "JP", "KR", "KR", "VN", "IN", "FR", "NL", "GB", "TW", "IT",
    "PL", "MX", "BR", "TH", "MY", "SG", "HK", "CA", "AU", "SK", "HU", "FI", "ES", "TR",
)  # fmt: skip
_MADE_UP = 400  # consignees that are on no list


@dataclass(frozen=True, slots=True)
class _Family:
    form: str
    weight: int
    parts: dict[str, list[float] | None]
    rest: str | None = None
    hs: tuple[str, ...] = ()
    param: dict[str, list[Any]] | None = None
    without: tuple[str, ...] = ()


def lines(count: int, seed: int = SEED) -> Iterator[Line]:
    """So many lines, no two of which state the same."""
    random = Random(seed)
    families = _families()
    weights = [family.weight for family in families]
    seen: set[Line] = set()
    while len(seen) < count:
        family = random.choices(families, weights)[0]
        line = _line(random, family)
        if line not in seen:
            seen.add(line)
            yield line


def table(count: int, distinct: int, seed: int = SEED) -> pa.Table:
    """A manifest of so many lines that make so many distinct statements, with consignment numbers.

    What repeats repeats as trade does: few statements often, most of them seldom.
    """
    stated = list(lines(distinct, seed))
    columns = {
        name: pa.array(column, pa.string())
        for name, column in zip(COLUMNS, zip(*stated, strict=True), strict=True)
    }
    once = pa.table(columns)
    random = Random(seed + 1)
    extra = [int(distinct * random.random() ** 2) for _ in range(count - distinct)]
    order = [*range(distinct), *extra]
    random.shuffle(order)
    return once.take(pa.array(order)).add_column(0, "consignment", pa.array(range(count)))


@cache
def _families() -> tuple[_Family, ...]:
    path = Path(__file__).parent / "data" / "families.yaml"
    document = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(_Family(**family) for family in document["families"])


@cache
def _end_users() -> tuple[str | None, ...]:
    """Nobody named, made-up names, and one in fifty from the party lists."""
    listed = sorted({party.name for party in load().parties})
    unlisted = [f"{place} Motion Systems {n}" for n in range(100) for place in _PLACES]
    nobody: list[str | None] = [None] * (len(listed) * 30)
    return (*nobody, *(unlisted[:_MADE_UP] * (len(listed) * 19 // _MADE_UP + 1)), *listed)


_PLACES = ("Osaka", "Stuttgart", "Detroit", "Pune", "Torino", "Hanoi")


def _line(random: Random, family: _Family) -> Line:
    half = random.random() < 0.5
    return (
        family.form,
        _composition(random, family),
        ",".join(family.without) if family.without and random.random() < 0.5 else None,
        random.choice(family.hs) if half else None,
        ";".join(_parameters(random, family.param or {})) or None,
        "CN",
        random.choice(_DESTINATIONS),
        (_FIRST + timedelta(days=random.randrange(_DAYS))).isoformat(),
        random.choice(_end_users()),
        random.choices((None, "civil", "military", "traction motors"), (60, 30, 1, 9))[0],
        random.choices((None, "no", "yes", "unknown"), (60, 36, 3, 1))[0],
    )


def _composition(random: Random, family: _Family) -> str:
    words, left = [], 1.0
    for part, span in family.parts.items():
        if span is None:
            words.append(part)
            continue
        share = round(random.uniform(*span), 6)
        left -= share
        words.append(f"{part}={share}")
    if family.rest:
        words.append(f"{family.rest}={max(left, 0):.6f}")
    return ",".join(words)


def _parameters(random: Random, asked: dict[str, list[Any]]) -> Iterator[str]:
    """One line in ten leaves out a parameter, as people do."""
    for name, (low, high, unit) in asked.items():
        if random.random() < 0.9:
            yield f"{name}={random.uniform(low, high):.4f}{unit}"


def main() -> None:
    """Write a manifest as Parquet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    pq.write_table(table(asked.lines, asked.distinct, asked.seed), asked.out)


if __name__ == "__main__":
    main()
