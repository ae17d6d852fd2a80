"""The status of a measure on a day, as far as it was published by another day; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.words import unknown
from monazite.errors import InputError
from monazite.law.makers import maker
from monazite.law.model import ONE_DAY, Limb, Measure
from monazite.law.pauses import extensions, pauses_of

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Relation
    from monazite.law.pauses import Pause

IN_FORCE = "in_force"
SUSPENDED = "suspended"
NOT_YET = "not_yet"
ENDED = "ended"
NEVER_OPERATED = "never_operated"
AMBIGUOUS = "ambiguous"
UNKNOWN = "unknown"
REVIVED = "revived"
STILL_SUSPENDED = "still suspended"


@dataclass(frozen=True, slots=True)
class StatusReading:
    """One way to read what the texts leave open, where it stands, and by which relation."""

    name: str
    state: str
    because: str
    because_zh: str
    source: str
    relation: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state on the day; `operated`: it was in operation on some day up to then.

    since and until are the first and last day of the state where known; group is the instrument
    whose words leave the status open; published is False where the measure was not public yet.
    """

    state: str
    operated: bool
    since: date | None = None
    until: date | None = None
    readings: tuple[StatusReading, ...] = ()
    group: str | None = None
    published: bool = True


def status(law: Law, measure_id: str, on: date, known: date, limb: str | None = None) -> Status:
    """The status of a measure (or one limb of it); InputError for an id that is not there."""
    measure = find(law, measure_id)
    start = _limb(measure, limb).effective_from if limb else measure.effective_from
    return state_of(law, measure, start, None, on, known)


def find(law: Law, measure_id: str) -> Measure:
    """The measure of that id; InputError names the nearest ids."""
    measure = law.measures.get(measure_id)
    if measure is None:
        raise unknown("measure", measure_id, "an id from `law list`", law.measures)
    return measure


def _limb(measure: Measure, name: str) -> Limb:
    for limb in measure.limbs:
        if limb.id == name:
            return limb
    accepted = ", ".join(limb.id for limb in measure.limbs) or "none: the measure has no limbs"
    raise InputError("limb", name, f"accepted: {accepted}")


def state_of(
    law: Law, measure: Measure, start: date | None, end: date | None, on: date, known: date
) -> Status:
    """The status of a measure, limb or item with its own first and last day."""
    public = measure.published or (None if measure.official else start)
    if public is not None and public > known:
        return Status(NOT_YET, operated=False, published=False)
    end = _end(law, measure, end, known)
    if start is None:
        ended = end is not None and on > end
        return Status(ENDED if ended else UNKNOWN, operated=False, until=end)
    pauses = pauses_of(law, measure.id, known)
    operated = _operated(start, min(on, end) if end else on, pauses)
    if end is not None and on > end:
        worked = _operated(start, end, pauses)
        state = ENDED if worked else NEVER_OPERATED
        return Status(state, operated=worked, since=end + ONE_DAY)
    for pause in pauses:
        if pause.covers(on):
            return Status(SUSPENDED, operated, pause.start, pause.until)
    if on < start:
        return Status(NOT_YET, operated=False, until=start - ONE_DAY)
    past = [p for p in pauses if p.until is not None and p.until < on]
    if past:
        return _after(law, past[-1], on, known, operated=operated)
    ahead = [p.start - ONE_DAY for p in pauses if p.start > on] + ([end] if end else [])
    return Status(IN_FORCE, operated, start, min(ahead, default=None))


def _end(law: Law, measure: Measure, own: date | None, known: date) -> date | None:
    """The last day by the measure's own words or by what is known to have ended it."""
    relations = [
        r
        for r in law.relations_of.get(measure.id, ())
        if r.kind in {"terminates", "replaces"} and r.official
    ]
    # A last day that a later instrument brought is not known before that instrument.
    brought = {r.start - ONE_DAY for r in relations}
    last_days = [r.start - ONE_DAY for r in relations if r.published <= known]
    if measure.last_day is not None and measure.last_day not in brought:
        last_days.append(measure.last_day)
    if own is not None:
        last_days.append(own)
    return min(last_days, default=None)


def _operated(start: date, last: date, pauses: list[Pause]) -> bool:
    day = start
    for pause in pauses:
        if pause.covers(day):
            # Whether it operated after a pause with an open sequel is not known.
            if pause.until is None or pause is pauses[-1]:
                return False
            day = pause.until + ONE_DAY
    return day <= last


def _after(law: Law, pause: Pause, on: date, known: date, *, operated: bool) -> Status:
    """What stands once a suspension has run out: lapsed, read, or open in two readings."""
    relation, until = pause.relation, pause.until
    assert until is not None  # noqa: S101 - only pauses that have ended come here
    since = until + ONE_DAY
    if relation.after_until == "lapses":
        return Status(ENDED, operated, since)
    result = _reviewed(law, relation, known)
    if result == "revived":
        return Status(IN_FORCE, operated=True, since=since)
    if result == "still_suspended":
        return Status(SUSPENDED, operated, since)
    readings = (_revived(law, relation, until), _suspended(law, relation, on, known))
    return Status(AMBIGUOUS, operated, since, readings=readings, group=relation.by)


def _reviewed(law: Law, relation: Relation, known: date) -> str | None:
    results = [r.result for r in law.reviews if r.relation == relation.id and r.read_on <= known]
    return results[-1] if results else None


def _revived(law: Law, relation: Relation, until: date) -> StatusReading:
    by = maker(law, relation)
    return StatusReading(
        REVIVED,
        IN_FORCE,
        f"{by['en']} suspends until {until} by its own words; no published text extends it",
        f"{by['zh']}按其文字仅暂停至{until}；未见公布的延期文本",
        _source(law, relation),
        relation.id,
    )


def _suspended(law: Law, relation: Relation, on: date, known: date) -> StatusReading:
    for extension in reversed(extensions(law, relation, known)):
        if extension.until is None or on <= extension.until:
            by = maker(law, extension)
            return StatusReading(
                STILL_SUSPENDED,
                SUSPENDED,
                f"an extension to {extension.until} is reported, not published: {by['en']}",
                f"据报道延期至{extension.until}，但未正式公布：{by['zh']}",
                _source(law, extension),
                extension.id,
            )
    return StatusReading(
        STILL_SUSPENDED,
        SUSPENDED,
        "the sequel of the suspension is not in the law data: it may have been extended",
        "法律数据中没有该暂停的后续文件：可能已经延期",
        _source(law, relation),
        relation.id,
    )


def _source(law: Law, relation: Relation) -> str:
    """The first source of the instrument that makes the relation, else the relation itself."""
    made_by = law.measures.get(relation.by)
    return made_by.sources[0][0] if made_by else relation.id
