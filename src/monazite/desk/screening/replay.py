"""What the events of parties say they are: `desk verify` compares rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.events.replay import Belonging, Replay, Told
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.screening.models import Comparison
from monazite.desk.screening.prints import COMPARISON, asked_sha256

_FIELDS = ("fingerprint", "alerts")
_HASHED = "asked"
_PARTY = "t.party_id"


def _told(told: Told, _: str, payload: Mapping[str, Any]) -> Told:
    said = {name: payload[name] for name in (*_FIELDS, _HASHED) if name in payload}
    return {"alerts": ""} | told | said


def _comparisons() -> Iterator[Belonging]:
    select = f"{_PARTY}, t.number FROM {{t}}"
    for owner, number, sha256 in printed(Comparison, COMPARISON, select, _PARTY):
        yield Belonging(identity(owner), "comparisons", str(number), sha256)


def _hash(stored: str) -> str:
    """The SHA-256 of what was asked as the database holds it; "" of what is none."""
    try:
        return asked_sha256(json.loads(stored))
    except (TypeError, ValueError):
        return ""


PARTY = Replay(_FIELDS, _told, {_HASHED: _hash}, (_comparisons,))
