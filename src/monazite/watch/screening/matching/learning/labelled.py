"""Labelled pairs of names out of a file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from monazite.watch.screening.matching.learning.pairs import Pair

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.watch.screening.entity import Kind

_KINDS: dict[str, Kind] = {"Person": "person", "Vessel": "vessel"}


def labelled(path: Path) -> list[Pair]:
    """The pairs of a file in the layout of nomenklatura's name_bench."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["name1"], row["name2"], _KINDS.get(row["schema"], "company"),
                row["is_match"] == "true", row["quality"],
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip
