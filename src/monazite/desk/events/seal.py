"""What a checkpoint says: the canonical document that is hashed, signed and copied."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import asdict, dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

from monazite.desk.events.canonical import canonical
from monazite.desk.events.merkle import Tree
from monazite.desk.events.models import GENESIS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_FORMAT = "monazite-checkpoint-1"

Place = tuple[str, uuid.UUID, int, bytes]
"""Kind and id of an aggregate, the number of an event, its hash."""


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far a database was read: below `at`, everything was decided."""

    database: str
    at: int


@dataclass(frozen=True, slots=True)
class Seal:
    """One checkpoint: previous and root are hex; heads: the last event of each aggregate touched.

    events and aggregates count everything sealed so far; count, the events of this one. The leaves
    of root are the hashes of its events by aggregate and number.
    """

    number: int
    previous: str
    sealed_at: str
    watermark: Watermark
    count: int
    root: str
    heads: tuple[Place, ...]
    events: int
    aggregates: int

    def text(self) -> str:
        """Its canonical JSON."""
        heads = [[kind, str(of), seq, head.hex()] for kind, of, seq, head in self.heads]
        fields = {
            name: getattr(self, name)
            for name in ("number", "previous", "sealed_at", "count", "root", "events", "aggregates")
        }
        mark = asdict(self.watermark)
        return canonical({"format": _FORMAT, **fields, "watermark": mark, "heads": heads})

    @classmethod
    def read(cls, text: str) -> Self:
        """The checkpoint of a document; ValueError where it is none."""
        try:
            fields = _of_format(json.loads(text))
            heads = tuple(
                (str(kind), uuid.UUID(of), int(seq), bytes.fromhex(head))
                for kind, of, seq, head in fields.pop("heads")
            )
            return cls(watermark=Watermark(**fields.pop("watermark")), heads=heads, **fields)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError(f"not a checkpoint: {error}") from error


def _of_format(fields: dict[str, Any]) -> dict[str, Any]:
    if fields.pop("format") != _FORMAT:
        raise ValueError(f"its format is not {_FORMAT}")
    return fields


def hashed(text: str) -> bytes:
    """SHA-256 of a document."""
    return hashlib.sha256(text.encode()).digest()


def sealed(
    last: Seal | None, places: Iterable[Place], watermark: Watermark, now: datetime
) -> Seal | None:
    """The checkpoint over events by aggregate and number; None where there are none."""
    tree, heads, begun = Tree(), [], 0
    for _, group in groupby(places, key=itemgetter(1)):
        for place in group:
            tree.add(place[3])
            begun += place[2] == 1
        heads.append(place)
    if not heads:
        return None
    return Seal(
        number=last.number + 1 if last else 1,
        previous=hashed(last.text()).hex() if last else GENESIS.hex(),
        sealed_at=now.isoformat(timespec="microseconds"),
        watermark=watermark,
        count=tree.size,
        root=tree.root().hex(),
        heads=tuple(heads),
        events=(last.events if last else 0) + tree.size,
        aggregates=(last.aggregates if last else 0) + begun,
    )
