"""What an application's events say it is: `desk verify` compares its row with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monazite.desk.events.replay import Replay, Told
from monazite.licensing.transitions import NEW, NotAllowed, machine

_STEPS = {
    "created": "create",
    "saved": "save",
    "filed": "file",
    "discarded": "discard",
    "withdrawn": "withdraw",
    "superseded": "supersede",
}
"""The events that move an application, by the table's names; others leave it where it is."""
_FIELDS = {"version": "version", "form": "form_sha256", "reference": "reference"}
"""What payloads tell, and the field that must say the same."""


def after(told: Told, kind: str, payload: Mapping[str, Any]) -> Told:
    """What the row must say after the event."""
    said = {field: payload[name] for name, field in _FIELDS.items() if name in payload}
    if kind in _STEPS:
        said["state"] = _after(str(told.get("state", NEW)), _STEPS[kind])
    return {"reference": None} | told | said


def _after(state: str, event: str) -> str:
    """The next state; a step that the table forbids leaves a name that no row can have."""
    try:
        return machine().after(state, event)
    except NotAllowed:
        return f"{state}!{event}"


REPLAY = Replay(("state", "version", "form_sha256", "reference"), after)
