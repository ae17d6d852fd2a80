"""Tasks of each office, counted by how many days they lay in its queue, in one statement."""

from __future__ import annotations

from datetime import datetime, time

from monazite.desk import sql
from monazite.desk.figures.engine import begins, ends, say
from monazite.desk.figures.scoped import Scoped
from monazite.licensing.figures.facts import number
from monazite.licensing.figures.offices import CANCELLED, DONE, OPEN, Tasks

_TASKS = """
WITH known AS MATERIALIZED (
  SELECT c.id FROM cases_case c JOIN applications_application a ON a.id = c.application_id
  WHERE {of}
)
SELECT o.name, n.kind, n.stood, n.days, n.cases FROM (
SELECT t.agency_id, t.kind, {until} - ({opened} + %s) / 86400 AS days,
  CASE WHEN t.closed_at < %s THEN CASE t.state WHEN 'done' THEN 1 ELSE 2 END ELSE 0 END AS stood,
  COUNT(*) AS cases
FROM cases_task t JOIN known ON known.id = t.case_id
WHERE t.opened_at >= %s AND t.opened_at < %s AND {whose}
GROUP BY t.agency_id, days, stood, t.kind) n JOIN people_organisation o ON o.id = n.agency_id
"""
_UNTIL = "CASE WHEN t.closed_at < %s THEN ({closed} + %s) / 86400 ELSE %s END"

_STOOD = (OPEN, DONE, CANCELLED)
"""By the number that the statement gives: numbers are sorted faster than words."""


def tasks(scoped: Scoped) -> list[Tasks]:
    """The tasks that were opened in the window; of one office's own unless it may see all."""
    of, values = scoped.condition()
    own = [] if scoped.all_offices else [scoped.office]
    statement = _TASKS.format(
        until=_UNTIL.format(closed=say("seconds", "t.closed_at")),
        opened=say("seconds", "t.opened_at"),
        of=of,
        whose="t.agency_id = %s" if own else "TRUE",
    )
    end, offset = ends(scoped.as_of, scoped.zone), _offset(scoped)
    last = ends(min(scoped.last, scoped.as_of), scoped.zone)
    begin, today = begins(scoped.first, scoped.zone), number(scoped.as_of)
    given = [*values, end, offset, today, offset, end, begin, last, *own]
    return [
        Tasks(office, kind, _STOOD[stood], days, count)
        for office, kind, stood, days, count in sql.rows(statement, given)
    ]


def _offset(scoped: Scoped) -> int:
    """Seconds that the zone is ahead of UTC on the day of the figures."""
    offset = datetime.combine(scoped.as_of, time(12), scoped.zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0
