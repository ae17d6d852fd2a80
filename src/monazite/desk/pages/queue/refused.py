"""Why one case of many was left as it was, in the reader's words."""

from __future__ import annotations

from monazite.catalogue.texts import say
from monazite.desk.cases.errors import Faulty
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import Forbidden
from monazite.errors import MonaziteError
from monazite.law.procedure import NotAllowed


def refused(error: MonaziteError, lang: str) -> tuple[str, ...]:
    """Every reason, a sentence each."""
    if isinstance(error, Faulty):
        return tuple(finding.message(lang) for finding in error.findings)
    if isinstance(error, ChangedMeanwhile):
        return (say("desk.queue.refused.changed", lang),)
    if isinstance(error, NotAllowed):
        state = say(f"licensing.state.{error.state}", lang)
        return (say("desk.queue.refused.not_now", lang, state=state),)
    if isinstance(error, Forbidden):
        return (say("desk.queue.refused.forbidden", lang),)
    return (words(error, lang),)
