"""The applicant answers a question, hands in what was missing, or asks to look again."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.applications.services import upload
from monazite.desk.cases import services
from monazite.desk.events.canonical import canonical
from monazite.desk.once.services import answered, once
from monazite.desk.pages.asked_once import ident as _ident
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.detail import page_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.posted import posted
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.errors import InputError

_FOUND, _WRONG = 303, 422
_VIA = "page"
_SERVICES = {"returned_for_correction": services.complete}


def _casework(ident: uuid.UUID) -> str:
    return f"{reverse('detail', args=[ident])}#casework"


@posted(_casework)
@told
def answer(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Take the papers that come with it, then answer; what the state asks for decides which."""
    application, text = found(request, ident), request.POST.get("text", "")
    service = _SERVICES.get(application.state, services.answer)
    question = _number(request.POST.get("question", ""))
    asked = _Asked(request, application, "answer", text, question)
    kept = list(request.POST.getlist("paper"))
    try:
        if again := asked.answered():
            return redirect(again)
        kept += _papers(request, ident)
        papers = [_ident(paper) for paper in kept]
        return asked.done(lambda: service(person_of(request), ident, question, text, papers, _VIA))
    except (InputError, Refused) as error:
        return asked.refused(error, kept)


@posted(_casework)
@told
def reconsider(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Ask, with reasons, that the decision be looked at again."""
    text = request.POST.get("text", "")
    asked = _Asked(request, found(request, ident), "reconsider", text, 0)
    try:
        return asked.done(lambda: services.reconsider(person_of(request), ident, text, _VIA))
    except (InputError, Refused) as error:
        return asked.refused(error, [])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a form asks for: done once, however often it is sent; question: 0 where none is."""

    request: HttpRequest
    application: Application
    form: str
    text: str
    question: int

    def answered(self) -> str:
        """Where the first sending led to, "" where this is the first."""
        first = answered(person_of(self.request), self._key, self._body)
        return first[1] if first else ""

    def done(self, perform: Callable[[], object]) -> HttpResponse:
        """Do it, or find that it was done, and go on at the page."""

        def once_done() -> tuple[int, str]:
            perform()
            return _FOUND, _casework(self.application.pk)

        return redirect(once(person_of(self.request), self._key, self._body, once_done)[1])

    def refused(self, error: InputError | Refused, kept: list[str]) -> HttpResponse:
        """The page once more: what was typed stands in its form, the files that came are kept."""
        values = page_of(self.request, self.application) | {
            "refused": self.form,
            "message": words(error, lang_of(self.request)),
            "typed": self.text,
            "kept": kept,
        }
        return render(self.request, "pages/detail.html", values, status=_WRONG)

    @property
    def _key(self) -> str:
        return self.request.POST.get("key", "")

    @property
    def _body(self) -> bytes:
        named = {"of": str(self.application.pk), "question": self.question}
        return canonical({self.form: self.text, **named}).encode()


def _number(text: str) -> int:
    """The number of the question that the page showed; 0, of none, for what no page writes."""
    return int(text) if re.fullmatch("[0-9]{1,4}", text) else 0


def _papers(request: HttpRequest, ident: uuid.UUID) -> list[str]:
    """Each file is received on its own, before the answer that names it; twice is once."""
    person, secret = person_of(request), request.POST.get("secret") == "yes"
    return [
        str(upload(person, ident, file.name or "", file, secret, _VIA).pk)
        for file in request.FILES.getlist("file")
    ]
