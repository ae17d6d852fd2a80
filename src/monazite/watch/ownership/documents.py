"""What a rule says of owners as a JSON object and as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.watch.ownership.effect import applies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.law.status import Status
    from monazite.watch.ownership.owned import Found, Owned
    from monazite.watch.ownership.proof import Step

COLUMNS = ("party", "state", "applies", "held", "at_most", "integrated", "open", "way")
_ARROW = " > "


def document(found: Found) -> dict[str, Any]:
    """The whole answer; shares from 0 to 1 with every digit, null where nobody states one."""
    rule, terms = found.rule, found.terms
    return {
        "rule": rule.id,
        "measure": rule.measure,
        "on": found.on.isoformat(),
        "known": found.known.isoformat(),
        "threshold": terms.threshold,
        "adds_up": terms.adds_up,
        "through": terms.through,
        "terms_since": terms.since.isoformat(),
        "source": terms.source,
        "confidence": terms.confidence,
        "checked": None if rule.checked is None else rule.checked.isoformat(),
        "status": _status(found.status),
        "applies": applies(found.status),
        "holdings": found.holdings,
        "listed": list(found.listed),
        "not_in_holdings": list(found.strangers),
        "more_than_the_whole": [{"party": p, "held": held} for p, held in found.too_much],
        "held_more_than_once": [one._asdict() for one in found.doubles],
        "parties": [_party(one, found) for one in found.parties],
    }


def rows(found: Found) -> Iterator[dict[str, Any]]:
    """A row for each party, in the order of the answer."""
    for one in found.parties:
        yield {
            "party": one.party, "state": one.state, "applies": applied(one, found),
            "held": one.held, "at_most": one.at_most, "integrated": one.integrated,
            "open": ";".join(map("+".join, one.open)), "way": _ARROW.join(_names(one.way)),
        }  # fmt: skip


def applied(one: Owned, found: Found) -> bool | None:
    """Whether the rule applies to a party on the day; None where that is open.

    Of a listed party too: that it is listed is another's word, the rule says nothing of it.
    """
    works = applies(found.status)
    if one.state == "below" or works is False:
        return False
    return works if one.state == "reached" else None


def _names(way: Sequence[Step]) -> list[str]:
    return [way[0].owner, *(step.owned for step in way)] if way else []


def _party(one: Owned, found: Found) -> dict[str, Any]:
    return {
        "party": one.party,
        "state": one.state,
        "applies": applied(one, found),
        "held": one.held,
        "at_most": one.at_most,
        "integrated": one.integrated,
        "open": [list(some) for some in one.open],
        "way": [step._asdict() for step in one.way],
        "steps": [step._asdict() for step in one.steps],
    }


def _status(found: Status) -> dict[str, Any]:
    days = {"since": found.since, "until": found.until}
    return {
        "state": found.state,
        **{name: None if day is None else day.isoformat() for name, day in days.items()},
        "readings": [
            {"name": one.name, "state": one.state, "because": one.because, "source": one.source}
            for one in found.readings
        ],
    }
