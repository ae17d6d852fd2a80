"""What an aggregate's row must say, told anew from its events: one fold for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import uuid

    from monazite.desk.events.verification.values import Broken

Told = dict[str, object]
"""Values of fields by name, as JSON has them: text, whole numbers, true, false, null."""


class Belonging(NamedTuple):
    """A row that belongs to an aggregate: its table's name, its key there, its SHA-256."""

    aggregate: uuid.UUID
    table: str
    key: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Replay:
    """How the events of a kind of aggregate tell some fields of its row.

    after: from what was told so far, an event's kind and its payload, what is told then; a field
    that is not told is not compared. hashed: columns of which the events tell a SHA-256, each with
    what hashes it as it lies in the database ("" for what no event was told of). belongings: the
    rows of other tables that `rows` in its payloads tells (`events.prints`), each stream by
    aggregate. whole: what can only be seen of all rows together.
    """

    fields: tuple[str, ...]
    after: Callable[[Told, str, Mapping[str, Any]], Told]
    hashed: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    belongings: tuple[Callable[[], Iterator[Belonging]], ...] = ()
    whole: Callable[[], Iterator[Broken]] = lambda: iter(())


_REPLAYS: dict[str, Replay] = {}


def register(aggregate_kind: str, replay: Replay) -> None:
    """Let `verify` compare the rows of a kind; called when its Django application is ready."""
    _REPLAYS[aggregate_kind] = replay


def registered(aggregate_kind: str) -> Replay | None:
    """The fold of a kind, None where it has none."""
    return _REPLAYS.get(aggregate_kind)


def every() -> tuple[Replay, ...]:
    """The folds of all kinds."""
    return tuple(_REPLAYS.values())
