"""C6: who trades looks like a front: new or empty, and near somebody who is listed or was refused.

Neither alone is a lead: young firms are honest, and so are neighbours of those who are not. Only
a refused party that changed its name or shareholders, or signs that are strong together, stand
without a link.
"""

from __future__ import annotations

from datetime import timedelta
from math import prod
from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.nearness import nearness, shared, way
from monazite.watch.patterns.trading import Trade, trading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.nearness import Hop, Shared
    from monazite.watch.patterns.records import Party, Records
    from monazite.watch.patterns.rule import RuleOn

_WEIGHTS = {
    "young": 0.35, "no_plant": 0.25, "carrier": 0.5, "unlike_business": 0.3,
    "changed_after_refusal": 0.5,
}  # fmt: skip
"""What each sign closes of what is open; a link closes `_LINK` of it times how near it is."""
_LINK = 0.6
_SIGNS_ALONE = 0.65
"""What the signs of a party must come to together, where no link is known."""
_OTHERWISE = {
    "address": "shared_office", "phone": "shared_office", "officer": "same_name",
    "shares": "family_business", "email": "family_business",
}  # fmt: skip


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """A lead for each party in the trade that has signs of a front and a link, or many signs."""
    bad = _bad(records)
    if not bad:
        yield rule.cannot("no_seed", parties=len(records.parties))
    trades = trading(records, records.as_of - timedelta(rule.count("trade_days")))
    users = {one.end_user for one in records.licences}
    users |= {one.end_user for one in records.applications}
    found = shared(records, rule.count("shared"))
    near = nearness(found, bad)
    for party in sorted(records.parties, key=lambda one: one.id):
        if party.id in trades and not party.listed:
            signs = tuple(_signs(party, trades[party.id], users, rule))
            link = 0.0 if party.id in bad else near.get(party.id, 0.0)
            score = _score(signs, link if link >= rule.number("near") else 0.0)
            if signs and score >= rule.number("least_score"):
                hops = _hops(party.id, found, bad, link, rule)
                yield _lead(party, signs, hops, (score, link), trades[party.id], rule)


def _bad(records: Records) -> frozenset[str]:
    """Who is listed or was refused, by its own record or as a party of an application."""
    refused = (one for one in records.applications if one.outcome == "refused")
    return frozenset(
        [one.id for one in records.parties if one.listed or one.refused is not None]
        + [name for one in refused for name in (one.exporter, one.end_user)]
    )


def _signs(party: Party, trade: Trade, users: Collection[str], rule: RuleOn) -> Iterator[Reason]:
    """What of the party itself looks like a front; what nobody states is no sign."""
    business = party.business.casefold()
    if party.founded is not None:
        days = (trade.first - party.founded).days
        if days <= rule.count("young_days"):
            yield Reason("young", {"founded": party.founded.isoformat(), "days": days})
    if party.plant is False and not party.website:
        yield Reason("no_plant")
    if party.id in users and any(word in business for word in rule.words("carriers")):
        yield Reason("carrier", {"business": party.business})
    elif any(word in business for word in rule.words("unlikely")):
        yield Reason("unlike_business", {"business": party.business})
    refused, changed = party.refused, party.changed
    if refused is not None and changed is not None and changed > refused:
        told = {"refused": refused.isoformat(), "changed": changed.isoformat()}
        yield Reason("changed_after_refusal", told)


def _score(signs: tuple[Reason, ...], link: float) -> float:
    """1 less the product of the doubts that each sign leaves; 0 where too little speaks for it."""
    doubt = prod(1 - _WEIGHTS[reason.code] for reason in signs)
    if link > 0:
        return 1 - doubt * (1 - _LINK * link)
    changed = any(reason.code == "changed_after_refusal" for reason in signs) and len(signs) > 1
    return 1 - doubt if changed or 1 - doubt >= _SIGNS_ALONE else 0.0


def _hops(
    party: str, found: Shared, bad: Collection[str], link: float, rule: RuleOn
) -> tuple[Hop, ...]:
    """The way to the nearest listed or refused party, where it is near enough to count."""
    return way(found, party, bad) if link >= rule.number("near") else ()


def _linked(hops: tuple[Hop, ...], link: float) -> Iterator[Reason]:
    """That there is a way, and each of its steps."""
    if hops:
        yield Reason(
            "linked", {"party": hops[-1].other, "steps": len(hops), "near": round(link, 2)}
        )
    for hop in hops:
        yield Reason(f"same_{hop.kind}", {"party": hop.party, "other": hop.other})


def _lead(
    party: Party,
    signs: tuple[Reason, ...],
    hops: tuple[Hop, ...],
    figures: tuple[float, float],
    trade: Trade,
    rule: RuleOn,
) -> Lead:
    score, link = figures
    codes = {reason.code for reason in signs}
    otherwise = dict.fromkeys(_OTHERWISE[hop.kind] for hop in hops)
    if "young" in codes:
        otherwise["start_up"] = "start_up"
    return rule.lead(
        [party.id],
        score,
        [*_linked(hops, link), *signs],
        [*otherwise, "trade_arm"],
        [
            f"party:{party.id}", *(f"party:{hop.other}" for hop in hops),
            *trade.evidence,
        ],
        trade.first,
        trade.last,
    )  # fmt: skip
