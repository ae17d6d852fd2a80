"""Rulings are renewed when the law changes: the old one stays, the new one supersedes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from monazite.catalogue.texts import say
from monazite.desk.applications.filed.rulings import UNREAD, ruling_row, unread_row
from monazite.desk.applications.models import Application, LineRuling
from monazite.desk.applications.prints import RULING, ruling_key
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS
from monazite.law.law import Law
from monazite.law.store import load
from monazite.licensing.reading import read
from monazite.licensing.rulings import line_rulings
from monazite.licensing.transitions import machine

_WORKER = Who(None, "worker")


@dataclass(frozen=True, slots=True)
class Renewal:
    """A line's ruling under the old law and under the new one; both are outcomes.

    unread: the codes of what the new law no longer knows of the line; it is undetermined then.
    """

    line: int
    before: str
    after: str
    old_law: str
    new_law: str
    unread: tuple[str, ...] = ()

    def sentence(self, lang: str) -> str:
        """What the change of the law did to the line."""
        key = "unread" if self.unread else "same" if self.before == self.after else "changed"
        return say(
            f"desk.renewal.{key}",
            lang,
            line=self.line,
            before=say(f"outcome.{self.before}", lang),
            after=say(f"outcome.{self.after}", lang),
            law=self.new_law[:12],
        )


@transaction.atomic
def renew_rulings(
    application: Application, law: Law | None = None, who: Who = _WORKER
) -> tuple[Renewal, ...]:
    """Rule again on every line whose ruling read another law; () where none did."""
    law = law or load()
    old = _outdated(application, law)
    if not old:
        return ()
    on = max(law.today(application.regime), *(row.on for row in old))
    new = _ruled(application, old, on, law)
    LineRuling.objects.bulk_create(new)
    renewals = tuple(_renewal(one) for one in new)
    told = {
        "law": law.hash, "on": on.isoformat(),
        "lines": [_told(renewal) for renewal in renewals],
        ROWS: {"rulings": {_key(one): RULING.of(one) for one in new}},
    }  # fmt: skip
    record(application, "rulings_renewed", told, who)
    return renewals


def renew_all(law: Law | None = None, most: int = 500) -> int:
    """Renew what is open, at most so many applications; how many were. For the worker."""
    law = law or load()
    outdated = LineRuling.objects.filter(successor__isnull=True).exclude(law_hash=law.hash)
    still_open = Application.objects.filter(
        reference__isnull=False, lines__rulings__in=outdated
    ).exclude(state__in=machine().final)
    return sum(_renewed(each, law) for each in still_open.distinct().order_by("filed_at")[:most])


def _renewed(application: Application, law: Law) -> bool:
    try:
        return bool(renew_rulings(application, law))
    except ChangedMeanwhile:
        return False  # somebody acts on it now: the next round takes it


def _outdated(application: Application, law: Law) -> list[LineRuling]:
    rows = LineRuling.objects.filter(line__application=application, successor__isnull=True)
    return list(rows.exclude(law_hash=law.hash).select_related("line").order_by("line__number"))


def _ruled(
    application: Application, old: Sequence[LineRuling], on: date, law: Law
) -> list[LineRuling]:
    asked = line_rulings(read(application.form).application, on, law)
    ruled, now = {one.number: one for one in asked}, timezone.now()
    return [
        ruling_row(row.line, one.ruling, now, row)
        if one.ruling
        else unread_row(row.line, one.findings, on, law.hash, row)
        for row in old
        for one in [ruled[row.line.number]]
    ]


def _renewal(row: LineRuling) -> Renewal:
    old = row.supersedes
    before, law = (old.outcome, old.law_hash) if old else ("", "")
    unread = tuple(str(each["code"]) for each in row.document.get(UNREAD, ()))
    return Renewal(row.line.number, before, row.outcome, law, row.law_hash, unread)


def _key(row: LineRuling) -> str:
    """Which of its line's rulings it is."""
    return ruling_key(row.line.number, row.line.rulings.count())


def _told(renewal: Renewal) -> dict[str, object]:
    told: dict[str, object] = {
        "line": renewal.line, "before": renewal.before, "after": renewal.after,
    }  # fmt: skip
    return told | ({"unread": list(renewal.unread)} if renewal.unread else {})
