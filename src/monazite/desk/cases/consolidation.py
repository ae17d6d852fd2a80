"""What the reviewing offices' advice on a case comes to, and whether a person settled it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monazite.desk.cases.models import Advice, Case, Settlement, Task
from monazite.desk.cases.models.case import OPEN
from monazite.licensing.casework.advice import CONFLICT, Consolidation, Opinion, consolidate

REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Together:
    """The advice that stands, what it comes to, and the settlement that considered all of it.

    considered: of each piece of advice its task's number and which of its advice it is (`3.1`);
    overtaken: the last settlement, where advice came after it: it no longer counts.
    """

    advice: tuple[Advice, ...]
    considered: tuple[str, ...]
    consolidation: Consolidation
    settlement: Settlement | None
    overtaken: Settlement | None

    @property
    def unsettled(self) -> bool:
        """Whether a person still has to settle it."""
        return self.consolidation.state == CONFLICT and self.settlement is None

    @property
    def position(self) -> str | None:
        """What it was settled to, None where nobody did or nobody had to."""
        return self.settlement.position if self.settlement else None


def consolidation(case: Case) -> Consolidation:
    """What the advice that stands comes to; two queries."""
    return together(case).consolidation


def together(case: Case, *more: Advice, reviews: Sequence[Task] | None = None) -> Together:
    """The same with the settlement; more, reviews: as they are about to be written."""
    reviews = _reviews(case) if reviews is None else reviews
    last = Settlement.objects.filter(case=case, successor__isnull=True).first()
    return of_rows([*_kept(case), *more], reviews, last)


def of_rows(advice: Iterable[Advice], reviews: Sequence[Task], last: Settlement | None) -> Together:
    """The same of rows that were read: all advice in its order, every review, what settled last."""
    standing = _standing(advice, reviews)
    stands, keys = tuple(standing.values()), tuple(standing)
    awaited = {task.agency.identifier for task in reviews if task.state == OPEN}
    counts = last is not None and set(last.considered) == set(keys)
    return Together(
        stands,
        keys,
        consolidate(map(opinion, stands), awaited),
        last if counts else None,
        None if counts else last,
    )


def _reviews(case: Case) -> list[Task]:
    return list(case.tasks.filter(kind=REVIEW).select_related("agency").order_by("number"))


def _kept(case: Case) -> list[Advice]:
    found = Advice.objects.filter(case=case).select_related("agency", "author", "task")
    return list(found.order_by("task__number", "at", "id"))


def _standing(advice: Iterable[Advice], reviews: Iterable[Task]) -> dict[str, Advice]:
    """Of each office the last advice of its last review; none while a new one is open there."""
    last = {task.agency_id: task.number for task in reviews}
    given = [each for each in advice if last[each.agency_id] == each.task.number]
    counts = Counter(each.task.number for each in given)
    stands = {each.task.number: each for each in given}
    ordered = sorted(stands.items(), key=lambda item: item[1].agency.identifier)
    return {f"{number}.{counts[number]}": each for number, each in ordered}


def opinion(advice: Advice) -> Opinion:
    """The advice as the rules read it."""
    return Opinion(
        office=advice.agency.identifier,
        position=advice.position,
        grounds=tuple(advice.grounds),
        conditions=tuple(advice.conditions),
        key=str(advice.pk),
        supersedes="",
    )
