"""How often leads of a rule were right, out of what people said of them; and an order over rules.

A rule whose leads nobody looked at yet counts as all rules together do; with few looked at, it is
drawn towards them (WEIGHT leads of the common share). Those who look at the best leads first make
every share look better than it is: that is said beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from monazite.watch.leads.dispositions import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.watch.leads.item import Item

WEIGHT = 4.0
COMMON = 0.5
"""The share of right leads where nobody looked at any."""
_Z = 1.959964
"""Of a two-sided interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Precision:
    """Of a rule: leads looked at, leads that were right, their share with its 95 % interval.

    expected: the share drawn towards that of all rules, which is what orders. share, low, high:
    None where nobody looked at any (Wilson's interval).
    """

    rule: str
    judged: int
    right: int
    expected: float
    share: float | None
    low: float | None
    high: float | None


def precisions(found: Iterable[Item]) -> Mapping[str, Precision]:
    """By rule, out of the last word on each lead; the words that judge nothing are left out."""
    by_rule: dict[str, list[int]] = {}
    for item in found:
        own = by_rule.setdefault(item.lead.rule, [])
        label = outcomes().get(item.dispositions[-1].outcome) if item.dispositions else None
        if label is not None:
            own.append(label)
    every = [label for own in by_rule.values() for label in own]
    common = (sum(every) + WEIGHT * COMMON) / (len(every) + WEIGHT)
    return {rule: _precision(rule, own, common) for rule, own in sorted(by_rule.items())}


def ordered(found: Iterable[Item]) -> tuple[Item, ...]:
    """The most worthwhile first: expected precision of the rule times the score of the lead."""
    every = tuple(found)
    known = precisions(every)
    return tuple(sorted(every, key=lambda item: (-worth(item, known), item.fingerprint)))


def worth(item: Item, known: Mapping[str, Precision]) -> float:
    """What orders leads of several rules; no probability."""
    return known[item.lead.rule].expected * item.lead.score


def _precision(rule: str, labels: list[int], common: float) -> Precision:
    judged, right = len(labels), sum(labels)
    expected = (right + WEIGHT * common) / (judged + WEIGHT)
    if not judged:
        return Precision(rule, 0, 0, expected, None, None, None)
    low, high = _wilson(right, judged)
    return Precision(rule, judged, right, expected, right / judged, low, high)


def _wilson(right: int, judged: int) -> tuple[float, float]:
    """Wilson's score interval of a share."""
    share, square = right / judged, _Z**2 / judged
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / judged + square / (4 * judged)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
