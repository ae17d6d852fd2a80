"""What the events of batches and quotas say they are: `desk verify` compares rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.batches.models import Draw
from monazite.desk.batches.prints import DRAW
from monazite.desk.events.prints import plain, text_sha256
from monazite.desk.events.replay import Belonging, Replay, Told
from monazite.desk.events.verification.reading import identity, printed

FIELDS = (
    "organisation", "regime", "number", "reference", "stage", "origin", "source", "month",
    "mass_kg", "step", "drawn_kg", "made_at", "accepted_at",
)  # fmt: skip
_QUOTA = ("organisation", "regime", "year", "stage", "number", "mass_kg", "source", "set_at")
_KEYS = {"organisation": "organisation_id"}


def _told(told: Told, _: str, payload: Mapping[str, Any]) -> Told:
    """The row after the event: a draw tells the new sum, the first event all else."""
    named = {*FIELDS, *_QUOTA, "contents", "inputs"}
    return told | {_KEYS.get(name, name): payload[name] for name in named & payload.keys()}


def _draws() -> Iterator[Belonging]:
    of = "t.batch_id"
    for owner, number, sha256 in printed(Draw, DRAW, f"{of}, t.number FROM {{t}}", of):
        yield Belonging(identity(owner), "draws", str(number), sha256)


def fingerprint(document: object) -> str:
    """The SHA-256 of a document, whatever way an engine keeps it."""
    return text_sha256(str(plain(document)))


def _document(stored: str) -> str:
    """The same of a document as the database holds it; "" of what is none."""
    try:
        return fingerprint(json.loads(stored))
    except ValueError:
        return ""


BATCH = Replay(FIELDS, _told, {"contents": _document, "inputs": _document}, (_draws,))
QUOTA = Replay(_QUOTA, _told)
