"""What the events of licences and of their lines say they are: `desk verify` compares rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from monazite.desk.applications.counted import astray
from monazite.desk.events.prints import ROWS, text_sha256
from monazite.desk.events.replay import Replay, Told
from monazite.desk.events.verification.values import Broken
from monazite.desk.licences.belongings import OF_LICENCE, OF_LINE
from monazite.desk.licences.prints import texts_sha256
from monazite.desk.licences.snapshot import fingerprint

_FIELDS = {
    "number": ("number",),
    "application": ("application_id",),
    "decision": ("decision",),
    "organisation": ("organisation_id",),
    "regime": ("regime",),
    "kind": ("kind",),
    "issued_at": ("issued_at",),
    "valid_from": ("valid_from",),
    "valid_until": ("valid_until",),
    "terms": ("terms", "terms_sha256"),
    "check_code": ("check_code",),
    "conditions": ("conditions",),
    "replaces": ("replaces_id",),
    "suspended_since": ("suspended_since",),
    "amending_since": ("amending_since",),
    "ended": ("ended",),
    "ended_at": ("ended_at",),
}
"""What payloads tell, and the fields that must say the same."""
_ENDS = frozenset({"revoked", "surrendered", "replaced", "completed"})
"""Events that end a licence, by the name that its row then has."""
_BINDINGS = frozenset({"bound", "carried_on"})
"""Events of a line that are no entries of its account."""
_UNSAID: Told = {"suspended_since": None, "amending_since": None, "ended": "", "ended_at": None}
_NOTHING: Told = {
    "used_quantity": "0", "used_value": "0", "reserved_quantity": "0", "reserved_value": "0",
    "given_back_quantity": "0", "given_back_value": "0", "uses": 0,
}  # fmt: skip

_NUMBERS = "SELECT number FROM licences_licence ORDER BY length(number), number"
_COUNTERS = re.compile(r".+-L-\d{4}")


def _licence(told: Told, kind: str, payload: Mapping[str, Any]) -> Told:
    """What a licence's row must say after the event."""
    said: Told = {
        field: payload[name]
        for name, fields in _FIELDS.items()
        if name in payload
        for field in fields
    }
    if kind in _ENDS:
        said["ended"] = kind
    if kind == "replaced":
        said["amending_since"] = None
    return _UNSAID | told | said


def _line(told: Told, kind: str, payload: Mapping[str, Any]) -> Told:
    """What a line's row must say after the event: whose it is, and the sums of its account."""
    said = {name: payload[name] for name in _NOTHING if name in payload}
    if kind == "granted":
        said |= {"licence_id": payload["licence"], "number": payload["number"]}
    counted = {
        "entries": len(payload.get(ROWS, {}).get("movements", {})),
        "bindings": int(kind in _BINDINGS),
    }
    counts = {name: cast("int", told.get(name, 0)) + more for name, more in counted.items()}
    return _NOTHING | told | said | counts


def _miscounted() -> Iterator[Broken]:
    """Licences are numbered without gaps, as applications are."""
    yield from astray(_NUMBERS, _COUNTERS)


def _terms_hash(stored: str) -> str:
    """The fingerprint of terms as the database holds them; "" of what is no document."""
    try:
        return fingerprint(json.loads(stored))
    except (AttributeError, TypeError, ValueError):
        return ""


def _texts_hash(stored: str) -> str:
    """The SHA-256 of a list of texts as the database holds it."""
    try:
        return texts_sha256(json.loads(stored))
    except (TypeError, ValueError):
        return ""


LICENCE = Replay(
    (
        "number", "application", "decision", "organisation", "regime", "kind", "issued_at",
        "valid_from", "valid_until", "terms_sha256", "replaces", "suspended_since",
        "amending_since", "ended", "ended_at",
    ),
    _licence,
    {"terms": _terms_hash, "conditions": _texts_hash, "check_code": text_sha256},
    OF_LICENCE,
    _miscounted,
)  # fmt: skip
LINE = Replay(("licence", "number", "entries", "bindings", *_NOTHING), _line, belongings=OF_LINE)
