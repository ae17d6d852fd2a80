"""C7: who trades is owned by listed parties without being listed itself.

The cascade of `watch.ownership` over the holdings of the day, for each rule that is asked for. A
party whose listed owners sold down to just below the threshold not long ago is told of too.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from monazite.law.store import load
from monazite.watch.leads.lead import Reason
from monazite.watch.ownership import words
from monazite.watch.ownership.effect import applies
from monazite.watch.ownership.owned import owned
from monazite.watch.ownership.rules import rule as rule_of
from monazite.watch.patterns.trading import Trade, trading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from monazite.watch.leads.lead import Lead
    from monazite.watch.ownership.owned import Found, Owned
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.records import Records
    from monazite.watch.patterns.rule import RuleOn

_SCORES = {"works": 0.9, "unsettled": 0.7, "suspended": 0.5}
"""Of a party that is reached, by whether the rule works on the day."""
_STATUS = {True: "works", False: "suspended", None: "unsettled"}
_POSSIBLY = 0.5
"""What of a score is left where it hangs on what is open."""
_SOLD = 0.45


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """A lead for each party in the trade that listed ones own, with what each rule says of it."""
    listed = [party.id for party in records.parties if party.listed]
    if not listed:
        yield rule.cannot("no_listed", parties=len(records.parties))
        return
    if opened := sum(holding.share is None for holding in records.holdings):
        yield rule.cannot("share_not_stated", holdings=opened)
    trades = trading(records, records.as_of - timedelta(rule.count("trade_days")))
    now = _found(records, listed, rule, rule.on)
    before = _found(records, listed, rule, rule.on - timedelta(rule.count("sold_days")))
    for party in sorted(trades.keys() - set(listed)):
        reasons = [reason for name in now for reason in _reasons(party, name, now, before, rule)]
        if reasons:
            yield _lead(party, reasons, trades[party], (now, before), rule)


def _found(
    records: Records, listed: list[str], rule: RuleOn, on: date
) -> Mapping[str, tuple[Found, Mapping[str, Owned]]]:
    """What each rule says on a day, and of each party."""
    law = load()
    said = {
        name: owned(records.holdings, listed, rule_of(name), on, rule.on, law)
        for name in sorted(rule.words("rules"))
    }
    return {
        name: (found, {one.party: one for one in found.parties}) for name, found in said.items()
    }


def _reasons(
    party: str,
    name: str,
    now: Mapping[str, tuple[Found, Mapping[str, Owned]]],
    before: Mapping[str, tuple[Found, Mapping[str, Owned]]],
    rule: RuleOn,
) -> Iterator[Reason]:
    """Why a party is in the reach of one rule, or was until not long ago."""
    found, parties = now[name]
    one, then = parties.get(party), before[name][1].get(party)
    told = {"rule": name, "threshold": words.percent(found.terms.threshold)}
    if one is not None and one.state in ("reached", "possibly"):
        yield Reason(one.state, told | {"held": words.held(one), "way": words.way(one)})
        yield Reason(_STATUS[applies(found.status)], {"rule": name})
    elif then is not None and then.state == "reached":
        left = words.held(one) if one is not None else words.percent(0)
        days = rule.count("sold_days")
        yield Reason("sold_down", told | {"held": left, "was": words.held(then), "days": days})


def _lead(
    party: str,
    reasons: list[Reason],
    trade: Trade,
    told: tuple[Mapping[str, tuple[Found, Mapping[str, Owned]]], ...],
    rule: RuleOn,
) -> Lead:
    steps = [
        step
        for said in told
        for _, parties in said.values()
        if party in parties
        for step in parties[party].steps
    ]
    codes = {reason.code for reason in reasons}
    otherwise = ["other_list", "old_register", "shares_without_say"]
    return rule.lead(
        [party],
        _score(reasons),
        reasons,
        [*otherwise, "real_sale"] if "sold_down" in codes else otherwise,
        [
            *(f"holding:{step.owner}>{step.owned}" for step in steps),
            *trade.evidence,
            f"party:{party}",
        ],
        trade.first,
        trade.last,
    )


def _score(reasons: list[Reason]) -> float:
    """The best that one rule says; less where that hangs on what is open or is past."""
    best, weight = 0.0, 1.0
    for reason in reasons:
        if reason.code in _SCORES:
            best = max(best, weight * _SCORES[reason.code])
        elif reason.code == "sold_down":
            best = max(best, _SOLD)
        else:
            weight = 1.0 if reason.code == "reached" else _POSSIBLY
    return best
