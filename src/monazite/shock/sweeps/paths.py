"""Places of a scenario's document by paths such as `friction[0].throughput`, `hubs[*].share`."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from monazite.shock.scenarios.vocabulary import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Step = str | int

_PATH = re.compile(r"[a-z_]+(\[(\d+|\*)\])?(\.[a-z_]+(\[(\d+|\*)\])?)*")
_STEP = re.compile(r"[a-z_]+|\d+|\*")
_EVERY = "*"
_FIXED = frozenset({"id", "title", "summary", "sources", "scope"})
"""What names a scenario, and the materials: all variations have one world."""
_MAPPING = "assume"
"""A mapping that a document need not have."""


class PathError(Exception):
    """A path that leads to no value of a document; known: one that would."""

    def __init__(self, known: str) -> None:
        super().__init__(known)
        self.known = known


def check(document: Mapping[str, Any], path: str) -> None:
    """PathError where nothing of the document can vary there."""
    if _PATH.fullmatch(path) is None or _steps(path)[0] in _FIXED:
        raise PathError(_example(document))
    list(_holders(document, path))


def changed(document: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    """The document with other values at some paths; those of `[*]` in every entry of a list."""
    made = copy.deepcopy(dict(document))
    for path, value in values.items():
        if _steps(path)[0] == _MAPPING:
            made.setdefault(_MAPPING, {})
        for holder, last in _holders(made, path):
            holder[last] = value
    return made


def _steps(path: str) -> list[Step]:
    return [int(one) if one.isdecimal() else one for one in _STEP.findall(path)]


def _holders(document: Mapping[str, Any], path: str) -> Iterator[tuple[Any, Step]]:
    """Every mapping that holds the value, and by which key."""
    *way, last = _steps(path)
    if not isinstance(last, str) or last == _EVERY:
        raise PathError(_example(document))
    for part in _parts(document, way, ""):
        if not isinstance(part, dict) or isinstance(part.get(last), list | dict):
            raise PathError(_example(document))
        yield part, last


def _parts(part: Any, way: list[Step], at: str) -> Iterator[Any]:  # noqa: ANN401 - a JSON document
    if not way:
        yield part
        return
    step, *rest = way
    if isinstance(part, dict):
        if step == _MAPPING and step not in part:
            yield from _parts({}, rest, _MAPPING)
        elif step in part:
            yield from _parts(part[step], rest, f"{at}.{step}".removeprefix("."))
        else:
            raise PathError(near(str(step), list(part)))
    elif isinstance(part, list) and part:
        if step != _EVERY and not (isinstance(step, int) and step < len(part)):
            raise PathError(f"{at}[0] … {at}[{len(part) - 1}], {at}[*]")
        for one in part if step == _EVERY else [part[int(step)]]:
            yield from _parts(one, rest, f"{at}[{step}]")
    else:
        raise PathError("weeks, assume.demand")


def _example(document: Mapping[str, Any]) -> str:
    """Paths that the document has."""
    lists = {
        "friction": "throughput", "hubs": "share", "supply": "times", "demand": "times",
        "quotas": "tonnes_a_year", "duties": "rate",
    }  # fmt: skip
    found = [f"{name}[0].{field}" for name, field in lists.items() if document.get(name)]
    return ", ".join([*found, "weeks", "assume.demand"])
