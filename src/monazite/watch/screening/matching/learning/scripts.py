"""Names in scripts that write few vowels, or other sounds, beside their usual Latin spelling."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

_A_NAME = 10
"""Persons that are made for each given name."""


class Spelled(NamedTuple):
    """A name in Latin letters and in its script."""

    latin: str
    written: str


class Apart(NamedTuple):
    """A person in two scripts, and another in Latin letters who shares one name."""

    latin: str
    written: str
    other: str


@lru_cache
def spelled() -> dict[str, dict[str, list[Spelled]]]:
    """Names by script and part; source: general knowledge, confidence: memory."""
    text = files(__package__).joinpath("data", "scripts.csv").read_text("utf-8")
    found: dict[str, dict[str, list[Spelled]]] = {}
    for row in csv.DictReader(text.splitlines()):
        parts = found.setdefault(row["script"], {"given": [], "family": []})
        parts[row["part"]].append(Spelled(row["latin"], row["written"]))
    return found


def in_two_scripts(draw: random.Random) -> list[Apart]:
    """Persons made up of these names, some of each script."""
    made = []
    for parts in spelled().values():
        for _ in range(_A_NAME * len(parts["given"])):
            given, family = draw.choice(parts["given"]), draw.choice(parts["family"])
            stranger = draw.choice(parts["given"])
            made.append(
                Apart(
                    f"{given.latin} {family.latin}", f"{given.written} {family.written}",
                    f"{stranger.latin} {family.latin}",
                )
            )  # fmt: skip
    return made
