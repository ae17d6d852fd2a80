"""One piece of advice for many cases, as a page sends it before it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from monazite.catalogue.texts import say
from monazite.desk.cases.given import Given
from monazite.desk.pages.cases.choices import options
from monazite.licensing.casework.advice import POSITIONS, Opinion, check
from monazite.licensing.casework.regime import casework


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed; conditions: one a line; sure: the reader ticked that it is said of all."""

    position: str
    grounds: tuple[str, ...]
    conditions: str
    text: str
    sure: bool

    def given(self) -> Given:
        """As the service takes it."""
        lines = (line.strip() for line in self.conditions.splitlines())
        return Given(self.position, self.grounds, tuple(filter(None, lines)), self.text.strip())


def draft(sent: QueryDict) -> Draft:
    """What a page sent."""
    return Draft(
        position=sent.get("position", ""),
        grounds=tuple(sent.getlist("grounds")),
        conditions=sent.get("conditions", ""),
        text=sent.get("text", ""),
        sure=bool(sent.get("sure")),
    )


def wrong(said: Draft, regime: str, lang: str) -> tuple[str, ...]:
    """Everything that keeps it from being given, in sentences; nothing where it can be."""
    given = said.given()
    asked = {"position": given.position, "text": given.text, "sure": said.sure}
    missing = [say(f"desk.queue.advise.missing_{name}", lang) for name in asked if not asked[name]]
    if not given.position:
        return tuple(missing)
    opinion = Opinion("", given.position, given.grounds, given.conditions, "", "")
    found = check(opinion, casework(regime))
    return (*(finding.message(lang) for finding in found), *missing)


def offered(regime: str, lang: str) -> dict[str, Any]:
    """Positions and grounds with their words."""
    return {
        "positions": options("position", POSITIONS, lang),
        "grounds": options("factor", casework(regime).factors, lang),
    }
