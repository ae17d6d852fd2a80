"""The pre-check of a draft, with the files that lie at it."""

from __future__ import annotations

from datetime import date

from monazite.desk import sql
from monazite.desk.applications.models import Application
from monazite.law.store import load
from monazite.licensing.precheck import Precheck, precheck

_FILES = "SELECT sha256 FROM applications_paper WHERE application_id = %s AND taken_away_at IS NULL"


def check(application: Application, today: date | None = None) -> Precheck:
    """Everything that would bounce it; today: in its regime's time zone, unless told.

    A filing at midnight has the day of its office.
    """
    law = load()
    files = frozenset(sha256 for (sha256,) in sql.rows(_FILES, [application.pk]))
    day = today or law.today(application.regime)
    return precheck(application.form, today=day, law=law, files=files)
