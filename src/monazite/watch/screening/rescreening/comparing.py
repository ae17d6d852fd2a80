"""What of one party's answer is another than before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.watch.screening.answers import Answer, Hit

_NONE: Mapping[tuple[str, str], tuple[str, ...]] = {}
MOVED = 0.05
"""Monazite's own: a score that moves less says nothing. With every change of a list words become
a little rarer or commoner, and all scores move."""


@dataclass(frozen=True, slots=True)
class Change:
    """Alerts of a party before and now: those that appeared, that are gone, that say otherwise.

    changed: pairs of before and now; what: of each of them what else is said: `score`, `alias`,
    `listed`, `paused`, `suppressed`, or a part of the entry (`restating.PARTS`).
    """

    before: Answer
    now: Answer
    appeared: tuple[Hit, ...]
    gone: tuple[Hit, ...]
    changed: tuple[tuple[Hit, Hit], ...]
    what: tuple[tuple[str, ...], ...] = ()

    @property
    def any(self) -> bool:
        """Whether somebody must look at the party again."""
        other = self.before.result != self.now.result
        return other or bool(self.appeared or self.gone or self.changed)


def compare(
    before: Answer, now: Answer, restated: Mapping[tuple[str, str], tuple[str, ...]] = _NONE
) -> Change:
    """What of the alerts appeared, is gone, and changed; ValueError for answers of two parties.

    restated: of which entries the list says something else, and what (`restating.restated`).
    """
    if before.asked != now.asked:
        raise ValueError("the answers are of two parties")
    earlier, later = _alerts(before), _alerts(now)
    changed = {
        key: what for key, hit in later.items()
        if key in earlier and (what := (*_said(earlier[key], hit), *restated.get(key, ())))
    }  # fmt: skip
    return Change(
        before, now,
        appeared=tuple(hit for key, hit in later.items() if key not in earlier),
        gone=tuple(hit for key, hit in earlier.items() if key not in later),
        changed=tuple((earlier[key], later[key]) for key in changed),
        what=tuple(changed.values()),
    )  # fmt: skip


def _alerts(answer: Answer) -> dict[tuple[str, str], Hit]:
    return {(hit.list, hit.entity): hit for hit in answer.hits if hit.alert}


def _said(earlier: Hit, later: Hit) -> list[str]:
    """What of a hit is another: how it matched, and what the entry is on the day."""
    told = {
        "score": abs(earlier.score - later.score) >= MOVED,
        "alias": (earlier.name, earlier.alias) != (later.name, later.alias),
        "listed": earlier.listed != later.listed,
        "paused": earlier.paused != later.paused,
        "suppressed": earlier.suppressed_until != later.suppressed_until,
    }
    return [what for what, other in told.items() if other]
