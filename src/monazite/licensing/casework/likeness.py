"""What else was found of a party: entries of the lists held at the site whose names are like its.

The comparison itself is made elsewhere and kept; here stands what a case needs of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

POSSIBLE, SET_ASIDE, NO_ALERT, NOT_COMPARED = "possible", "set_aside", "no_alert", "not_compared"
"""possible: an alert, which is no match before somebody looked. set_aside: somebody did, with
evidence, until a day. no_alert: nothing came near enough. not_compared: not yet, or not with lists
that are fresh, or not a name that can be compared."""
LIKENESS_RESULTS = (POSSIBLE, SET_ASIDE, NO_ALERT, NOT_COMPARED)
OPEN = frozenset({POSSIBLE, NOT_COMPARED})
"""Of these it is not known whether the party stands on a list."""
WAITING, STALE, NO_LIST, DAMAGED = "waiting", "stale_list", "no_list", "lists_damaged"
"""Why nothing can be said: not compared yet, or not for a day; lists too old, gone, unreadable."""
NEWER = "newer_list"
"""That lists came into force since: a remark, and no other finding."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry of a list that a party is like, and where the whole comparison is kept.

    party: fingerprint of the party; number: of its comparison; version: of the list; entity: the
    entry's id; alias: its name that is like the party's; score: 0 to 1; expected: alerts that so
    high a score makes among 1,000 parties that are on no list; until: the last day on which the
    pair is set aside, "" where it is not. why: codes of what was in the way.
    """

    party: str
    number: int
    version: str = ""
    entity: str = ""
    alias: str = ""
    score: str = ""
    expected: str = ""
    until: str = ""
    why: tuple[str, ...] = ()


def of_document(document: Mapping[str, Any] | None) -> Likeness | None:
    """A likeness that was kept as JSON; None where there is none."""
    return Likeness(**{**document, "why": tuple(document["why"])}) if document else None
