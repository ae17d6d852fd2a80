"""Telling of a violation: what can be told of, what a tip must say, what its teller sees.

MOFCOM Announcement No. 26 of 2026: anonymous or by name; telling of oneself mitigates.
"""

from __future__ import annotations

from monazite.customs.leads import machine

KINDS = (
    "unlicensed_export", "outside_licence", "third_country", "technology_transfer",
    "service_to_violators",
)  # fmt: skip
"""What can be told of; words: `customs.tip.kind.KIND`."""
TEXT_MAX, NAME_MAX, CONTACT_MAX = 10_000, 200, 200
"""Characters of what is told, of a name, of an address or number."""
MESSAGES_MAX, FILES_MAX = 200, 10
"""Words of one thread; files of one tip."""
_SHOWN = {"open": "received", "taken": "looked_into", "closed": "closed"}


def state_shown(state: str) -> str:
    """What the teller is told of a lead's state: `customs.tip.state.STATE`.

    Who looks into it, and how it ended, is not theirs to know.
    """
    return _SHOWN[state] if state in machine().states else "received"
