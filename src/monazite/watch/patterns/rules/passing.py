"""C5: goods passed on abroad by who does not process them, or come back to where they started.

For each party and material, what it sent abroad is drawn from what it received, the oldest first.
Where nearly all of that went to one other country within the days, it is a passage; passages that
follow one another are a way, looked at in the order of time and never longer than so many parties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.lots import mass
from monazite.watch.patterns.passages import Limits, Passage, passages, ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.records import Records, Shipment
    from monazite.watch.patterns.rule import RuleOn

_BASE = 0.35
_WEIGHTS = {
    "quick": 0.1, "round_trip": 0.3, "farther": 0.25, "origin_changed": 0.5, "renamed": 0.4,
    "again": 0.2,
}  # fmt: skip
"""What each sign adds to what is open; how closely the masses fit adds up to `_CLOSE`."""
_CLOSE = 0.15
_QUICK = 1 / 3
"""Part of the days that is a quick passage."""
_HEADING = 6
"""Digits of a customs code that are the same in every country."""


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """One lead for each way, under its first party and the material."""
    limits = Limits(
        rule.count("dwell_days"), rule.number("tolerance"), rule.count("receivers"),
        rule.number("least_kg"),
    )  # fmt: skip
    found: list[Passage] = []
    for one in passages(records, limits):
        if isinstance(one, str):
            yield rule.cannot("no_country", [one])
        else:
            found.append(one)
    for way in ways(found, rule.count("hops")):
        if not _returned(way, rule):
            score = _score(way, rule)
            if score >= rule.number("least_score"):
                yield _lead(way, score, rule)


def _returned(way: Sequence[Passage], rule: RuleOn) -> bool:
    """Goods that went straight back to their sender, fewer times than would be a habit."""
    first = way[0]
    senders = {one.sender for one in first.received}
    back = [one for one in first.sent if one.receiver in senders]
    return len(way) == 1 and len(back) == len(first.sent) and _times(back) < rule.count("returns")


def _times(shipments: Sequence[Shipment]) -> int:
    """On how many different days."""
    return len({one.day for one in shipments})


def _score(way: Sequence[Passage], rule: RuleOn) -> float:
    off = max(1 - min(one.kept, one.covered) for one in way)
    doubt = (1 - _BASE) * (1 - _CLOSE * (1 - off / max(rule.number("tolerance"), off, 1e-9)))
    for reason in _signs(way, rule):
        doubt *= 1 - _WEIGHTS[reason.code]
    return 1 - doubt


def _signs(way: Sequence[Passage], rule: RuleOn) -> Iterator[Reason]:
    """What speaks for it beside that it was passed on."""
    first, last = way[0], way[-1]
    days = max(one.days for one in way)
    if days <= _QUICK * rule.count("dwell_days"):
        yield Reason("quick", {"days": round(days)})
    starts = {one.sender for one in first.received}
    back = next((out.receiver for one in way for out in one.sent if out.receiver in starts), None)
    if back is not None:
        yield Reason("round_trip", {"party": back})
    if len(way) > 1:
        yield Reason("farther", {"parties": ", ".join(one.party for one in way)})
    yield from _changed("origin_changed", way, "origin")
    yield from _changed("renamed", way, "code")
    if (times := _times(last.sent)) > 1 and _times(first.received) > 1:
        yield Reason("again", {"receipts": _times(first.received), "sendings": times})


def _changed(code: str, way: Sequence[Passage], column: str) -> Iterator[Reason]:
    """A claim that is another after the passage, where both sides make one."""
    for one in way:
        before = {_claim(x, column) for x in one.received} - {""}
        after = {_claim(x, column) for x in one.sent} - {""}
        if before and after and not before & after:
            told = {"party": one.party, "before": ", ".join(sorted(before))}
            yield Reason(code, told | {"after": ", ".join(sorted(after))})
            return


def _claim(shipment: Shipment, column: str) -> str:
    value: str = getattr(shipment, column)
    return value[:_HEADING] if column == "code" else value


def _lead(way: Sequence[Passage], score: float, rule: RuleOn) -> Lead:
    first, last = way[0], way[-1]
    passed = Reason(
        "passed_on",
        {
            "party": first.party, "material": first.material, "country": last.country,
            "in_kg": round(sum(map(mass, first.received)), 3),
            "out_kg": round(last.mass_kg, 3), "days": round(max(one.days for one in way)),
        },
    )  # fmt: skip
    signs = list(_signs(way, rule))
    touched = {one.id: one for each in way for one in each.shipments}
    days = [one.day for one in touched.values()]
    return rule.lead(
        [first.party, first.material],
        score,
        [passed, *signs],
        _otherwise({reason.code for reason in signs}),
        [*(f"shipment:{each}" for each in touched), *(f"party:{one.party}" for one in way)],
        min(days),
        max(days),
    )


def _otherwise(codes: set[str]) -> list[str]:
    """What else explains it."""
    found = ["trader", "free_zone"]
    if "round_trip" in codes:
        found.append("returned_goods")
    if codes & {"renamed", "origin_changed"}:
        found.append("toll_work")
    return found
