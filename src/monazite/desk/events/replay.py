"""What an aggregate's row must say, told anew from its events: one fold for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Told = dict[str, object]
"""Values of fields by name, as JSON has them: text, whole numbers, true, false, null."""


@dataclass(frozen=True, slots=True)
class Replay:
    """How the events of a kind of aggregate tell some fields of its row.

    after: from what was told so far, an event's kind and its payload, what is told then; a field
    that is not told is not compared. hashed: columns of which the events tell a SHA-256, each with
    what hashes it as it lies in the database ("" for what no event was told of).
    """

    fields: tuple[str, ...]
    after: Callable[[Told, str, Mapping[str, Any]], Told]
    hashed: Mapping[str, Callable[[str], str]] = field(default_factory=dict)


_REPLAYS: dict[str, Replay] = {}


def register(aggregate_kind: str, replay: Replay) -> None:
    """Let `verify` compare the rows of a kind; called when its Django application is ready."""
    _REPLAYS[aggregate_kind] = replay


def registered(aggregate_kind: str) -> Replay | None:
    """The fold of a kind, None where it has none."""
    return _REPLAYS.get(aggregate_kind)
