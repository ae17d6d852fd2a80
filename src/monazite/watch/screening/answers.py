"""What screening answers; never that somebody is clear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

    from monazite.watch.screening.party import Asked

Result = Literal["alert", "below", "not_in_force", "no_candidate", "suppressed", "not_screened"]
"""alert: at or over the threshold. below: candidates, none over it. not_in_force: entries over it,
none of which stands on its list that day. no_candidate: no name of the
lists came near. suppressed: alerts, each looked at before and set aside until a day. not_screened:
no list, a stale list, or a name that cannot be compared."""


@dataclass(frozen=True, slots=True)
class ListUsed:
    """A list as it was compared: name, version (SHA-256 of its files), published, loaded, stale."""

    list: str
    version: str
    published: date | None
    loaded_at: datetime
    stale: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may be meant.

    alias: the name of the entry that matched, as written; typed: the name of the asked that did.
    by: views on both sides that met; score: 0 to 1; probability is not claimed.
    over: whether it is over the threshold; alert: over, and not off the list on that day.
    features: what the score rests on, by name. evidence: what else speaks for (+) or against (-),
    as (`country`, +0.8). expected: alerts that so high a score or a higher one makes among 1,000
    clean parties of the class.
    listed, paused: on the day asked about; None where the list does not say.
    suppressed_until: the day until which somebody set the pair aside, with evidence.
    """

    list: str
    entity: str
    name: str
    alias: str
    typed: str
    by: tuple[str, str]
    score: float
    features: tuple[tuple[str, float], ...]
    evidence: tuple[tuple[str, float], ...]
    expected: float
    alert: bool
    over: bool = False
    listed: bool | None = None
    paused: bool | None = None
    suppressed_until: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that was found of one party, the best first, and how it was looked for.

    threshold: the score that makes an alert, of the class; alarms: alerts per 1,000 clean parties
    that the user accepts; why: codes for what could not be done (`stale_list`, `name_too_short`).
    software: of Monazite; model: hash of the pair model and its calibration.
    """

    asked: Asked
    result: Result
    hits: tuple[Hit, ...]
    threshold: float | None
    alarms: float
    lists: tuple[ListUsed, ...]
    software: str
    model: str
    why: tuple[str, ...] = ()
