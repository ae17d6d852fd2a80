"""Made-up export declarations with outcomes, seeded: who and what is risky is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

PRICES = {"850511": 60.0, "720299": 3.0, "750400": 30.0, "381010": 25.0, "284690": 120.0}
PLACES = ("JP", "DE", "US", "KR", "VN", "TH", "MX", "IN")
FIRST = date(2025, 1, 1)
BAD_EXPORTERS = ("E01", "E02", "E03", "E04")
BAD_ROUTE = ("720299", "TH")
"""What is found more often: with these exporters, on this route, and far below the usual price."""
Columns = dict[str, list[object]]


def declarations(
    rows: int, seed: int, days: int = 360, turned: int | None = None, kinds: int = 1
) -> Columns:
    """Columns of declarations in the order of their days.

    turned: from this day on other exporters are the risky ones; kinds: classes of what is found.
    """
    chance = np.random.default_rng(seed)
    day = np.sort(chance.integers(0, days, rows))
    exporter = chance.integers(1, 41, rows)
    code = chance.choice(list(PRICES), rows)
    place = chance.choice(PLACES, rows)
    mass = np.round(chance.lognormal(5, 1, rows), 1)
    cheap = chance.random(rows) < 0.06
    noise = chance.lognormal(0, 0.2, rows)
    value = np.round(mass * [PRICES[one] for one in code] * noise * np.where(cheap, 0.25, 1.0), 2)
    shift = np.where(day >= (days if turned is None else turned), 20, 0)
    risky = (exporter > shift) & (exporter <= shift + len(BAD_EXPORTERS))
    route = (code == BAD_ROUTE[0]) & (place == BAD_ROUTE[1])
    odds = -3.0 + 3.0 * risky + 3.0 * route + 3.5 * cheap
    found = chance.random(rows) < 1 / (1 + np.exp(-odds))
    label = np.where(found, 1 + chance.integers(0, kinds, rows), 0)
    return {
        "Declaration ID": [f"D{n:06d}" for n in range(rows)],
        "Date": [(FIRST + timedelta(int(n))).isoformat() for n in day],
        "Exporter": [f"E{n:02d}" for n in exporter],
        "HS Code": code.tolist(), "Destination": place.tolist(),
        "Office": chance.choice(["Ningbo", "Tianjin", "Shenzhen"], rows).tolist(),
        "Net Mass": mass.tolist(), "Item Price": value.tolist(), "Outcome": label.tolist(),
    }  # fmt: skip


def rows_of(columns: Columns, keep: list[int] | np.ndarray) -> Columns:
    """Some rows, in that order."""
    return {name: [values[int(n)] for n in keep] for name, values in columns.items()}


def before(columns: Columns, day: str) -> Columns:
    """The rows of earlier days."""
    return rows_of(columns, [n for n, one in enumerate(columns["Date"]) if str(one) < day])


def after(columns: Columns, day: str) -> Columns:
    """The rows of that day and later."""
    return rows_of(columns, [n for n, one in enumerate(columns["Date"]) if str(one) >= day])


def written(columns: Columns, path: Path) -> Path:
    """The columns as a CSV file."""
    rows = zip(*columns.values(), strict=True)
    text = "\n".join(",".join(map(str, row)) for row in (tuple(columns), *rows))
    path.write_text(text + "\n", encoding="utf-8")
    return path
