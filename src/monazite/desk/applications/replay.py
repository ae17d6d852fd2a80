"""What an application's events say it is: `desk verify` compares its row with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from monazite.desk.applications.belongings import BELONGINGS
from monazite.desk.applications.counted import miscounted
from monazite.desk.applications.typed.storable import form_sha256
from monazite.desk.events.prints import text_sha256
from monazite.desk.events.replay import Replay, Told
from monazite.law.procedure import NEW, NotAllowed
from monazite.licensing.transitions import machine

_STEPS = {
    "created": "create",
    "saved": "save",
    "filed": "file",
    "discarded": "discard",
    "withdrawn": "withdraw",
    "superseded": "supersede",
    "taken_in": "take_in",
    "returned": "return",
    "completed": "complete",
    "accepted": "accept",
    "review_begun": "begin_review",
    "asked": "ask",
    "answered": "answer",
    "referred_up": "refer_up",
    "handed_back": "hand_back",
    "proposed": "propose",
    "sent_back": "send_back",
    "decided": "decide",
    "reconsideration_asked": "reconsider",
    "upheld": "uphold",
    "reopened": "reopen",
    "closed": "close",
}
"""The events that move an application, by the table's names; others leave it where it is."""
_FIELDS = {
    "version": ("version",),
    "form": ("form_sha256", "form"),
    "reference": ("reference",),
    "title": ("title",),
    "words": ("words",),
    "regime": ("regime",),
    "kind": ("kind",),
    "destination": ("destination",),
    "organisation": ("organisation_id",),
    "author": ("author_id",),
    "created_at": ("created_at",),
    "filed_by": ("filed_by_id",),
    "filed_at": ("filed_at",),
    "supersedes": ("supersedes_id",),
    "split_from": ("split_from_id",),
}
"""What payloads tell, and the fields that must say the same."""
_UNSAID: Told = dict.fromkeys(
    ("reference", "filed_by_id", "filed_at", "supersedes_id", "split_from_id")
)
"""What a row does not have until an event tells it."""


def after(told: Told, kind: str, payload: Mapping[str, Any]) -> Told:
    """What the row must say after the event."""
    said = {
        field: payload[name]
        for name, fields in _FIELDS.items()
        if name in payload
        for field in fields
    }
    if kind in _STEPS:
        said["state"] = _after(str(told.get("state", NEW)), _STEPS[kind])
    return _UNSAID | told | said


def _after(state: str, event: str) -> str:
    """The next state; a step that the table forbids leaves a name that no row can have."""
    try:
        return machine().after(state, event)
    except NotAllowed:
        return f"{state}!{event}"


def _form_hash(stored: str) -> str:
    """The hash of a form as the database holds it; no event tells of one that is no form."""
    try:
        return form_sha256(json.loads(stored))
    except (TypeError, ValueError):
        return ""


REPLAY = Replay(
    (
        "state", "version", "form_sha256", "reference", "regime", "kind", "destination",
        "organisation", "author", "created_at", "filed_by", "filed_at", "supersedes",
        "split_from",
    ),
    after,
    {"form": _form_hash, "title": text_sha256, "words": text_sha256},
    BELONGINGS,
    miscounted,
)  # fmt: skip
