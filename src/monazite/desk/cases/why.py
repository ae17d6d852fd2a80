"""Why a case lies where it lies: each rule as it was asked, and of each task what opened it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from monazite.catalogue.texts import say
from monazite.desk.cases.models import Case, Routing, Task
from monazite.desk.cases.services.routing import ABSENT
from monazite.law.finding import WARNING, Term
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.routing import Routed, of_document
from monazite.licensing.findings import Finding


@dataclass(frozen=True, slots=True)
class Opened:
    """A task, why it was opened, since when it is in its office's queue and until when it was."""

    task: Task
    why: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Why:
    """routing: every rule with its answer and reasons, None before the review began.

    findings: what the officer has to know of it, such as an office that does not work here;
    outdated: the rules of the regime are others now than those that were asked.
    """

    tasks: tuple[Opened, ...]
    routing: Routed | None
    findings: tuple[Finding, ...]
    outdated: bool


def why(case: Case, lang: str) -> Why:
    """In the reader's language; two queries. The trace is for officials: require `case.read`."""
    tasks = case.tasks.select_related("agency", "assignee", "closed_by").order_by("number")
    last = case.routings.order_by("number").last()
    rules = casework(case.application.regime)
    return Why(
        tasks=opened(tasks, lang),
        routing=of_document(last.trace) if last else None,
        findings=absent(last) if last else (),
        outdated=last is not None and last.rules != rules.hash,
    )


def opened(tasks: Iterable[Task], lang: str) -> tuple[Opened, ...]:
    """Each task with the rule that opened it, in words."""
    return tuple(
        Opened(task, rule_words(task, lang), task.opened_at, task.closed_at) for task in tasks
    )


def rule_words(task: Task, lang: str) -> str:
    """The rule of a task in words: of a review, the routing rule that names the office."""
    if task.kind == "review" and task.rule != "by_hand":
        return say(f"licensing.casework.rule.{task.rule}", lang)
    return say(f"desk.cases.rule.{task.rule}", lang)


def absent(routing: Routing) -> tuple[Finding, ...]:
    """A warning for each office that the rules name and that works on no desk here."""
    return tuple(
        Finding(
            "review.office_absent", WARNING, "",
            values={"office": Term(f"licensing.casework.office.{name}")},
        )
        for name in routing.trace.get(ABSENT, ())
    )  # fmt: skip
