"""What the events of declarations and manifests say they are: `desk verify` compares rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from monazite.desk.events.replay import Replay, Told
from monazite.desk.gate.belongings import BELONGINGS
from monazite.desk.gate.prints import FIELDS, MANIFEST, WHOLE, document_sha256


def _after(told: Told, _kind: str, payload: Mapping[str, Any]) -> Told:
    """What the row must say after the event."""
    return told | dict(payload.get(FIELDS, {}))


def _hash(stored: str) -> str:
    """The SHA-256 of a document as the database holds it; "" of what is none."""
    try:
        return document_sha256(json.loads(stored))
    except (TypeError, ValueError):
        return ""


DECLARATION = Replay(
    tuple(name.removesuffix("_id") for name in WHOLE),
    _after,
    {"said": _hash, "findings": _hash},
    BELONGINGS,
)
MANIFESTS = Replay(
    tuple(name.removesuffix("_id") for name in MANIFEST), _after, {"unlodged": _hash}
)
