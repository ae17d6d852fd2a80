"""What a page of a queue shows beside each row, fetched for all of its rows at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from monazite.desk.applications.models import FiledLine, LineRuling
from monazite.desk.cases.colleagues import left
from monazite.desk.cases.models import Case, Decision, Hold, Mention, Question, Task
from monazite.desk.cases.models.decisions import PROPOSED
from monazite.desk.licences.models import Change
from monazite.desk.people.models import Person
from monazite.law.store import load


@dataclass(frozen=True, slots=True)
class Goods:
    """Control codes and materials of an application's lines, each once, as filed."""

    codes: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds of the cases of a page, by the case's key; goods by the application's.

    held, asked: the hold or question that has stood open longest; outdated: with a ruling under an
    earlier state of the law; mentioned: with a note that names the reader and was not opened;
    proposed: with a decision that the reader proposed, which somebody else has to sign; left: the
    tasks whose assignee cannot do them any more; changed: by the application's key the number of
    the licence whose change it asks for.
    """

    goods: dict[UUID, Goods]
    held: dict[UUID, Hold]
    asked: dict[UUID, Question]
    outdated: frozenset[UUID]
    mentioned: frozenset[UUID]
    proposed: frozenset[UUID]
    left: frozenset[int]
    changed: dict[UUID, str]


def case_of(row: Task | Case) -> Case:
    """The case of a row."""
    return row.case if isinstance(row, Task) else row


def facts(person: Person, rows: Sequence[Task | Case]) -> Facts:
    """Eight queries, however many rows there are."""
    cases = {case_of(row) for row in rows}
    keys = [case.pk for case in cases]
    applications = [case.application_id for case in cases]
    of_cases = {"case__in": keys}
    holds = Hold.objects.filter(**of_cases, release__isnull=True).order_by("-number")
    questions = Question.objects.filter(**of_cases, answer__isnull=True).order_by("-number")
    mentions = Mention.objects.filter(person=person, seen_at__isnull=True, note__case__in=keys)
    proposed = Decision.objects.filter(**of_cases, state=PROPOSED, author=person)
    changes = Change.objects.filter(application__in=applications)
    return Facts(
        goods=_goods(applications),
        held={hold.case_id: hold for hold in holds},
        asked={question.case_id: question for question in questions},
        outdated=_outdated(applications),
        mentioned=frozenset(mentions.values_list("note__case", flat=True)),
        proposed=frozenset(proposed.values_list("case", flat=True)),
        changed=dict(changes.values_list("application", "licence__number")),
        left=left(row for row in rows if isinstance(row, Task) and row.assignee_id != person.pk),
    )


def _goods(applications: Sequence[UUID]) -> dict[UUID, Goods]:
    codes: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    contains: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    lines = FiledLine.objects.filter(application__in=applications).order_by("number")
    for application, code, within in lines.values_list("application", "control_code", "contains"):
        codes[application][code] = None
        contains[application] |= dict.fromkeys(_materials(within))
    return {
        key: Goods(tuple(filter(None, codes[key])), tuple(filter(None, contains[key])))
        for key in codes
    }


def _materials(contains: str) -> list[str]:
    """Of `Nd=0.29, Fe, Dy=0.02` the names alone."""
    return [part.partition("=")[0].strip() for part in contains.split(",")]


def _outdated(applications: Sequence[UUID]) -> frozenset[UUID]:
    standing = LineRuling.objects.filter(
        line__application__in=applications, successor__isnull=True
    ).exclude(law_hash=load().hash)
    return frozenset(standing.values_list("line__application", flat=True))
