"""The words that made-up names are put together from, as `data/` holds them."""

from __future__ import annotations

import shlex
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_DATA = Path(__file__).parent / "data"


class People(NamedTuple):
    """How one culture names persons.

    share: how often it is drawn, against the others. middle: how often a second given name, or a
    father's, stands between. double: how often two family names stand. joint: how often no space
    stands between. rare: how often the given name, and the family name, is not of those listed.
    """

    share: float
    family_first: bool
    given: tuple[str, ...]
    family: tuple[str, ...]
    father: tuple[str, ...]
    middle: float
    double: float
    joint: float
    rare: tuple[float, float]


class Trade(NamedTuple):
    """How one culture names firms or ships: patterns, and the words for each brace in them."""

    share: float
    patterns: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


@lru_cache
def people() -> tuple[People, ...]:
    """Every culture of persons."""
    return tuple(_people(told) for told in _read("persons").values())


@lru_cache
def firms() -> tuple[Trade, ...]:
    """Every culture of firms."""
    return tuple(map(_trade, _read("companies").values()))


@lru_cache
def ships() -> tuple[Trade, ...]:
    """Names of ships, which are one culture."""
    return (_trade(_read("vessels")),)


def _people(told: dict[str, Any]) -> People:
    return People(
        told["share"],
        told["order"] == "family-given",
        _split(told["given"]),
        _split(told["family"]),
        _split(told.get("father", "")),
        told.get("middle", 0.0),
        told.get("double", 0.0),
        told.get("joint", 0.0),
        tuple(told["rare"]),
    )


def _trade(told: dict[str, Any]) -> Trade:
    words = {
        key: ("",) if one == [""] else _split(one)
        for key, one in told.items()
        if key not in {"share", "patterns"}
    }
    return Trade(told.get("share", 1.0), tuple(told["patterns"]), words)


def _split(words: str) -> tuple[str, ...]:
    """Words between spaces, or between bars; _ stands for a space within one."""
    parts = words.split("|") if "|" in words else shlex.split(words)
    return tuple(part.replace("_", " ") for part in parts)


def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(
        (_DATA / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
    )
    return loaded
