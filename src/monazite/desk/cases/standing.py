"""What the clock of a case shows, in a sentence that everybody who may see it reads alike."""

from __future__ import annotations

from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application
from monazite.desk.applications.standing import Standing
from monazite.desk.cases.clocks import reading, today
from monazite.desk.cases.models import Case
from monazite.ledger.clock import ENDED, NO_LIMIT, RUNNING, STOPPED, Reading


def clock_words(standing: Standing, application: Application, lang: str) -> str:
    """What the clock shows today; before acceptance, why none runs (one query)."""
    case = Case.objects.filter(application=application, accepted_on__isnull=False).first()
    if case is None:
        return standing.clock_words(lang)
    case.application = application
    return told(reading(case, today(case)), lang)


def told(shown: Reading, lang: str) -> str:
    """The reading as a sentence."""
    values = {
        "counted": shown.counted, "limit": shown.limit, "left": shown.left, "over": shown.over,
        "due": shown.due, "year": shown.unpublished,
    }  # fmt: skip
    return say(f"desk.pages.case.clock.{_sentence(shown)}", lang, **values)


def _sentence(shown: Reading) -> str:
    # What needs no calendar is said first: a file without a limit has one however many years lack.
    if shown.state == NO_LIMIT:
        return shown.state
    if shown.unpublished is not None:
        return "unpublished"
    if shown.over and shown.state in {RUNNING, STOPPED}:
        return f"{shown.state}_over"
    if shown.state == RUNNING and shown.due_in_unpublished_year:
        return "running_beyond"
    if shown.state == ENDED and shown.limit is None:
        return "ended_free"
    return shown.state
