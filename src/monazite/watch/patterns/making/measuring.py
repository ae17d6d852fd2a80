"""How well leads meet what was planted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.making.world import Planted, World

_HALF = 0.5
_PARTY = "party:"


@dataclass(frozen=True, slots=True)
class Measured:
    """leads: all; right: those that point at something planted; found: of so many planted.

    records, seen: records of all that was planted, and those that right leads rest on. by_shape:
    shape → (found, planted).
    """

    leads: int
    right: int
    planted: int
    found: int
    records: int
    seen: int
    by_shape: Mapping[str, tuple[int, int]]

    @property
    def precision(self) -> float:
        """The share of leads that is right; 1 where there is none."""
        return self.right / self.leads if self.leads else 1.0

    @property
    def recall(self) -> float:
        """The share of what was planted that is found; 1 where nothing was."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def recall_of_records(self) -> float:
        """The share of the planted records that right leads rest on; 1 where there is none."""
        return self.seen / self.records if self.records else 1.0


def measured(world: World, leads: Iterable[Lead], rule: str) -> Measured:
    """What the leads of a rule are worth.

    A lead is right where half of its evidence or more, apart from parties unless there is nothing
    else, belongs to one thing that was planted for the rule.
    """
    planted = [each for each in world.planted if each.rule == rule]
    own = [lead for lead in leads if lead.rule == rule]
    hits: dict[int, set[str]] = {}
    right = 0
    for lead in own if planted else ():
        evidence = _weighed(lead)
        best = max(range(len(planted)), key=lambda at: len(evidence & planted[at].evidence))
        if len(evidence & planted[best].evidence) >= _HALF * len(evidence):
            right += 1
            hits.setdefault(best, set()).update(evidence & planted[best].evidence)
    return _counted(len(own), right, planted, hits)


def _weighed(lead: Lead) -> frozenset[str]:
    records = frozenset(each for each in lead.evidence if not each.startswith(_PARTY))
    return records or frozenset(lead.evidence)


def _counted(
    leads: int, right: int, planted: list[Planted], hits: Mapping[int, set[str]]
) -> Measured:
    found = Counter(planted[at].shape for at in hits)
    every = Counter(each.shape for each in planted)
    return Measured(
        leads, right, len(planted), len(hits), sum(len(each.evidence) for each in planted),
        sum(map(len, hits.values())), {shape: (found[shape], every[shape]) for shape in every},
    )  # fmt: skip
