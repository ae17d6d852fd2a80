"""What a case's events say it is: `desk verify` compares its row with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monazite.desk.cases.belongings import BELONGINGS
from monazite.desk.cases.services.moving import CASE
from monazite.desk.events.replay import Replay, Told

_FIELDS = (
    "application", "opened_at", "closed_at", "agency", "officer", "clock", "limit_days",
    "accepted_on", "counted", "running_since", "due_index", "calendar",
)  # fmt: skip
_UNSAID: Told = dict.fromkeys(
    ("closed_at", "agency_id", "officer_id", "limit_days", "accepted_on", "running_since",
     "due_index")
) | {"clock": "", "counted": 0, "calendar": ""}  # fmt: skip
"""What a row says until an event tells something else."""


def after(told: Told, _kind: str, payload: Mapping[str, Any]) -> Told:
    """What the row must say after the event."""
    return _UNSAID | told | dict(payload.get(CASE, {}))


REPLAY = Replay(_FIELDS, after, belongings=BELONGINGS)
