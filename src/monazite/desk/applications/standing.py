"""Where an application is, who has it, since when, why it waits, and which clock runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monazite.catalogue.texts import keys, say
from monazite.desk.applications.models import Application
from monazite.desk.people.models import INTAKE, LICENSING, Organisation
from monazite.desk.people.named import named
from monazite.licensing.transitions import machine

_DUTIES = {"intake": INTAKE, "authority": LICENSING}
_CLOCKS = {
    "draft": "not_filed",
    "submitted": "before_acceptance",
    "intake": "before_acceptance",
    "returned_for_correction": "before_acceptance",
    "awaiting_applicant": "applicant",
    "referred_up": "referred_up",
    "accepted": "running",
    "in_review": "running",
    "deciding": "running",
}
_ADDRESSED = frozenset({"awaiting_applicant"})
"""States whose name speaks to the applicant."""
_OF_REGIME = {"before_acceptance", "running"}


@dataclass(frozen=True, slots=True)
class Standing:
    """One answer to "where is it?"; who: applicant, intake, authority, above or nobody.

    with_names: the offices or the firm that have it, with_native_names: as a Chinese page calls
    them; clock: the text of the clock.
    """

    state: str
    who: str
    with_names: tuple[str, ...]
    with_native_names: tuple[str, ...]
    since: datetime
    regime: str
    clock: str

    def place(self, lang: str, *, yours: bool) -> str:
        """Where it is, in a word."""
        return state_words(self.state, lang, yours=yours)

    def holder(self, lang: str) -> str:
        """Who has it."""
        chinese = lang == "zh"
        named = self.with_native_names if chinese else self.with_names
        names = ("、" if chinese else ", ").join(named)
        key = f"desk.standing.holder.{self.who}" if names else f"desk.standing.nobody.{self.who}"
        return say(key, lang, names=names)

    def why(self, lang: str, *, yours: bool) -> str:
        """Why it waits; yours: whether its reader is of the firm that asks."""
        own = f"licensing.state_why_yours.{self.state}"
        return say(own if yours and own in keys() else f"licensing.state_why.{self.state}", lang)

    def clock_words(self, lang: str) -> str:
        """Which clock runs, or why none does."""
        return say(f"desk.standing.clock.{self.clock}", lang)


def state_words(state: str, lang: str, *, yours: bool) -> str:
    """The name of a state; yours: whether its reader is of the firm that it waits for."""
    name = "state_yours" if yours and state in _ADDRESSED else "state"
    return say(f"licensing.{name}.{state}", lang)


def standing(application: Application) -> Standing:
    """The standing, from the row and its named offices (one query)."""
    who = machine().waits_for.get(application.state, "nobody")
    holders = _holders(application, who)
    return Standing(
        state=application.state,
        who=who,
        with_names=tuple(each.name for each in holders),
        with_native_names=tuple(named(each, "zh") for each in holders),
        since=application.filed_at
        if application.state == "submitted" and application.filed_at
        else application.changed_at,
        regime=application.regime,
        clock=_clock(application),
    )


def _holders(application: Application, who: str) -> tuple[Organisation, ...]:
    if who == "applicant":
        return (application.organisation,)
    if who not in _DUTIES:
        return ()
    offices = application.offices.filter(duty=_DUTIES[who]).select_related("agency")
    return tuple(office.agency for office in offices.order_by("agency__name"))


def _clock(application: Application) -> str:
    name = _CLOCKS.get(application.state, "ended")
    of_regime = name in _OF_REGIME and application.regime == "CN"
    return f"{name}.CN" if of_regime else name
