"""One thing done to many ticked tasks; of each case the page tells what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.cases import services
from monazite.desk.cases.models import Task
from monazite.desk.cases.queue import whose
from monazite.desk.cases.queue.bulk import picked
from monazite.desk.cases.services.many import Answered, each
from monazite.desk.pages.home.rows import title
from monazite.desk.pages.queue.advice import draft, offered, wrong
from monazite.desk.pages.queue.refused import refused
from monazite.desk.pages.queue.views import page_of
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.posted import posted
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.models import Person
from monazite.errors import InputError

VIA = "page"
_ON_THE_PAGE = frozenset({"pick_none", "pick_many"})
"""What a reader can mend on the queue's page, whose filters stay as they were."""
Picked = Mapping[uuid.UUID, list[Task]]
Answers = tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A case and what came of it; why: what stood in the way, nothing where it was done."""

    ident: uuid.UUID
    reference: str
    title: str
    why: tuple[str, ...]


@posted(lambda: reverse("queue"))
@told
def bulk(request: HttpRequest) -> HttpResponse:
    """Do what the button says to all that is ticked; advice is shown once more before that."""
    try:
        return _bulk(request)
    except InputError as error:
        if error.code not in _ON_THE_PAGE:
            raise
        query = QueryDict(request.POST.get("query", ""))
        return page_of(request, query, [words(error, lang_of(request))])


def _bulk(request: HttpRequest) -> HttpResponse:
    person, action = person_of(request), request.POST.get("act", "")
    tasks = picked(person, request.POST.getlist("pick"))
    if action in {"advise", "advise_now"}:
        return _advised(request, person, tasks, now=action == "advise_now")
    if action not in _ACTS:
        raise InputError("act", action[:40], ", ".join(_ACTS), "choice")
    answers = _ACTS[action](person, tasks, request.POST)
    return _done(request, answers, tasks, f"desk.queue.done.{action}")


def _to_me(person: Person, tasks: Picked, _: QueryDict) -> Answers:
    return services.assign(person, _ids(tasks), person.pk, VIA)


def _to_colleague(person: Person, tasks: Picked, sent: QueryDict) -> Answers:
    found = {str(one.pk): one for one in whose.colleagues(person)}
    to = found.get(sent.get("to", ""))
    if to is None:
        raise InputError("to", sent.get("to", "")[:40], "a colleague", "choice")
    return services.assign(person, _ids(tasks), to.pk, VIA)


def _take_in(person: Person, tasks: Picked, _: QueryDict) -> Answers:
    return each(tasks, lambda ident: services.take_in(person, ident, VIA))


def _ids(tasks: Picked) -> list[int]:
    return [task.pk for rows in tasks.values() for task in rows]


_ACTS: dict[str, Callable[[Person, Picked, QueryDict], Answers]] = {
    "assign_me": _to_me, "assign": _to_colleague, "take_in": _take_in,
}  # fmt: skip


def _advised(request: HttpRequest, person: Person, tasks: Picked, *, now: bool) -> HttpResponse:
    """First what would be said about which case, to be looked at once more; then it is said."""
    lang, said, regime = lang_of(request), draft(request.POST), person.organisation.regime
    reviews = {ident: found for ident, rows in tasks.items() if (found := _reviews(rows))}
    problems = wrong(said, regime, lang) if now else ()
    if now and not problems:
        answers = services.advise_many(person, reviews, said.given(), VIA)
        return _done(request, answers, reviews, "desk.queue.done.advise")
    applications = [rows[0].case.application for rows in reviews.values()]
    context = {
        "cases": [
            (rows[0].pk, application, title(application, lang))
            for rows, application in zip(reviews.values(), applications, strict=True)
        ],
        "said": said,
        "wrong": problems,
        "others": len(tasks) - len(reviews),
        **offered(regime, lang),
    }
    return render(request, "pages/queue/advise.html", context, status=422 if problems else 200)


def _reviews(tasks: list[Task]) -> list[Task]:
    return [task for task in tasks if task.kind == "review"]


def _done(request: HttpRequest, answers: Answers, tasks: Picked, key: str) -> HttpResponse:
    lang = lang_of(request)
    rows = [_row(answer, tasks[answer.ident][0], lang) for answer in answers]
    ticked = set(request.POST.getlist("pick"))
    context = {
        "rows": rows,
        "done": sum(not row.why for row in rows),
        "gone": len(ticked) - len(_ids(tasks)),
        "what": say(key, lang),
        "query": request.POST.get("query", ""),
    }
    return render(request, "pages/queue/done.html", context)


def _row(answer: Answered, task: Task, lang: str) -> Told:
    application = task.case.application
    why = refused(answer.error, lang) if answer.error else ()
    return Told(answer.ident, application.reference or "", title(application, lang), why)
