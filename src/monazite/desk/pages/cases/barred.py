"""What the reader cannot do though their office can, and who can: in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from monazite.catalogue.texts import say
from monazite.desk.pages.cases.acts.deciding import not_own
from monazite.desk.pages.cases.look import Look


def barred(look: Look) -> tuple[str, ...]:
    """Nothing where everything that the office can do is the reader's to do."""
    return tuple(_barred(look))


def _barred(look: Look) -> Iterator[str]:
    if not_own(look):
        yield say("desk.refused.own_decision", look.lang)
    above = look.application.state == "referred_up"
    if above and look.reads_all and not look.may("case.hand_back"):
        yield say("desk.pages.case.chief_hands_back", look.lang)
