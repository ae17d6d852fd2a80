"""Cases read as columns of numbers, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Any

import numpy as np

from monazite.desk import sql
from monazite.desk.cases.clocks import REOPENED
from monazite.desk.figures.engine import begins, ends, or_less, say
from monazite.desk.figures.scoped import Scoped
from monazite.law.store import load
from monazite.licensing.figures.facts import NEVER, Columns, Keys, Numbers, columns, keys
from monazite.licensing.figures.materials import controlled, materials

_DECIDED = "d.kind = 'decision' AND d.signed_at < %s"
_CASES = """
SELECT {filed}, {accepted}, {decided}, COALESCE(d.outcome, s.outcome), a.state, {left}, {returned},
  {completed}, {reopened}, {anew}, CASE WHEN g.id IS NULL THEN 0 ELSE 1 END, a.destination,
  l.contains
FROM applications_application a
LEFT JOIN cases_case c ON c.application_id = a.id
LEFT JOIN cases_decision d ON d.case_id = c.id AND d.state = 'standing' AND {before_end}
LEFT JOIN (
  SELECT b.case_id, n.first, b.outcome, b.signed_at FROM cases_decision b JOIN (
    SELECT d.case_id, MIN(d.signed_at) AS first, MAX(d.number) AS last FROM cases_decision d
    WHERE d.state = 'superseded' AND {before_end} GROUP BY d.case_id
  ) n ON n.case_id = b.case_id AND n.last = b.number
) s ON s.case_id = c.id
LEFT JOIN (
  SELECT case_id, MAX(number) AS last FROM cases_question
  WHERE kind = 'correction' AND asked_at < %s GROUP BY case_id
) r ON r.case_id = c.id
LEFT JOIN cases_question q ON q.case_id = c.id AND q.number = r.last
LEFT JOIN cases_answer w ON w.question_id = q.id
LEFT JOIN (
  SELECT case_id, MAX(opened_at) AS at FROM cases_task
  WHERE rule = '{rule}' AND opened_at < %s GROUP BY case_id
) p ON p.case_id = c.id
LEFT JOIN licences_change g ON g.application_id = a.id
LEFT JOIN (
  SELECT application_id, {contains} AS contains FROM applications_filedline GROUP BY application_id
) l ON l.application_id = a.id
WHERE a.filed_at < %s AND {of}
  AND (a.filed_at >= %s OR {ended} IS NULL OR {ended} >= %s OR p.at IS NOT NULL)
"""
_LEFT = (
    "CASE WHEN a.state IN ('withdrawn', 'superseded') THEN COALESCE(c.closed_at, a.changed_at) END"
)
_FIRST = "COALESCE(s.first, d.signed_at)"
_LAST = "COALESCE(d.signed_at, s.signed_at)"
_ANEW = f"CASE WHEN {_LAST} >= p.at THEN {_LAST} END"
_OUTCOMES = {"approved": 0, "approved_with_conditions": 0, "refused": 1, "not_required": 2}
"""Places in `DECIDED_AS` of what a decision says."""
_STATES = {"withdrawn": 0, "superseded": 1}
"""Places in `LEFT_AS`."""
_HOUR, _DAY = 3600, 86400


def cases(scoped: Scoped, since: date) -> Columns:
    """Those filed by the day, without those that had ended before `since`."""
    rows = _rows(scoped, since)
    if not rows:
        return columns(())
    (
        filed, accepted, decided, outcome, state, left, returned, completed, reopened, anew, change,
        to, contains,
    ) = zip(*rows, strict=True)  # fmt: skip
    at = scoped.zone
    return Columns(
        filed=_days(filed, at),
        accepted=_numbers(accepted),
        decided=_days(decided, at),
        outcome=np.array([_OUTCOMES.get(each, -1) for each in outcome], np.int64),
        left=_days(left, at),
        left_as=np.array([_STATES.get(each, -1) for each in state], np.int64),
        returned=_days(returned, at),
        completed=_days(completed, at),
        reopened=_days(reopened, at),
        anew=_days(anew, at),
        change=np.array(change, bool),
        keys=_keys(to, contains, scoped.regime),
    )


def _rows(scoped: Scoped, since: date) -> list[tuple[Any, ...]]:
    of, values = scoped.condition()
    statement = _CASES.format(
        filed=or_less("seconds", "a.filed_at"), accepted=or_less("day", "c.accepted_on"),
        decided=or_less("seconds", _FIRST), left=or_less("seconds", _LEFT),
        returned=or_less("seconds", "q.asked_at"), completed=or_less("seconds", "w.answered_at"),
        reopened=or_less("seconds", "p.at"), anew=or_less("seconds", _ANEW), rule=REOPENED,
        contains=say("joined", "contains"), before_end=_DECIDED, of=of,
        ended=f"COALESCE({_FIRST}, {_LEFT})",
    )  # fmt: skip
    end, begin = ends(scoped.as_of, scoped.zone), begins(since, scoped.zone)
    return sql.rows(statement, [end, end, end, end, end, *values, begin, begin])


def _numbers(values: Sequence[int]) -> Numbers:
    found = np.array(values, np.int64)
    found[found < 0] = NEVER
    return found


def _days(seconds: Sequence[int], zone: tzinfo) -> Numbers:
    """The days on which these moments lie there; a zone changes its offset at full hours only."""
    found = _numbers(seconds)
    there = found != NEVER
    hours, places = np.unique(found[there] // _HOUR, return_inverse=True)
    offsets = np.array([_offset(int(hour), zone) for hour in hours], np.int64)
    found[there] = (found[there] + offsets[places]) // _DAY
    return found


@lru_cache(maxsize=200_000)  # the hours of 20 years
def _offset(hour: int, zone: tzinfo) -> int:
    offset = zone.utcoffset(datetime.fromtimestamp(hour * _HOUR, UTC).astimezone(zone))
    return int(offset.total_seconds()) if offset else 0


def _keys(to: Sequence[str], contains: Sequence[str | None], regime: str) -> dict[str, Keys]:
    law = load()
    wanted = controlled(law, law.jurisdiction_of(regime))
    named = {text: materials((text or "").split(";"), wanted) or ("",) for text in set(contains)}
    return {
        "destination": keys([(country,) for country in to]),
        "material": keys([named[text] for text in contains]),
    }
