"""A status in words, with its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.law.model import ONE_DAY
from monazite.law.status import AMBIGUOUS, ENDED, IN_FORCE, NOT_YET, SUSPENDED

if TYPE_CHECKING:
    from monazite.law.status import Status


def state_words(status: Status, lang: str, *, legal: bool = True) -> str:
    """The state with the days that it runs from and to, as far as they are known.

    What is not law is never said to be in force: a practice or a promise has its days only.
    """
    if not status.published:
        return say("state.unpublished", lang)
    key = _key(status, legal=legal)
    if key is None:
        return say(f"status.{status.state}", lang)
    since, until = status.since, status.until
    return say(
        key,
        lang,
        since=since,
        until=until,
        start=until and until + ONE_DAY,
        last=since and since - ONE_DAY,
    )


def _key(status: Status, *, legal: bool) -> str | None:
    """Which sentence fits the days that are known; None: the state alone."""
    state = status.state
    if state == NOT_YET and status.until:
        return "state.not_yet.from"
    if status.since is None:
        return None
    if state == ENDED:
        return "state.ended.last"
    if state == AMBIGUOUS:
        return "state.ambiguous.since"
    if state in {IN_FORCE, SUSPENDED}:
        kind = state if legal else "told"
        return f"state.{kind}.{'between' if status.until else 'since'}"
    return None
