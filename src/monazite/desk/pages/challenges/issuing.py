"""The form by which customs challenges items of a declaration."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from monazite.customs.regime import rules
from monazite.desk.events.canonical import canonical
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.services.challenging import Given, issue_challenge
from monazite.desk.once.services import once
from monazite.desk.pages import asked_once
from monazite.desk.pages.cases.acts.fields import Field, area, checks
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.challenges.acts import VIA, options
from monazite.desk.pages.challenges.forms import laid_out
from monazite.desk.pages.challenges.views import TOLD, message, status
from monazite.desk.pages.declarations.found import found
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.may import require
from monazite.errors import InputError

_FOUND = 303


@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Ask which items, on which grounds and with which words; then the challenge stands."""
    declaration = found(request, ident)
    require(person_of(request), "challenge.issue", declaration)
    if request.method != "POST":
        return _asked(request, declaration, "", 200)
    try:
        return redirect(_issued(request, declaration))
    except TOLD as error:
        text = message(error, lang_of(request))
        return _asked(request, declaration, text, status(error))


def _issued(request: HttpRequest, declaration: Declaration) -> str:
    sent, person = Sent(request.POST), person_of(request)
    given = Given(_numbers(sent), sent.chosen("grounds"), sent.text("text"))

    def perform() -> tuple[int, str]:
        made = issue_challenge(person, declaration.pk, given, VIA, seen=sent.seen)
        return _FOUND, f"{reverse('challenge', args=[made.pk])}?done=issue"

    body = canonical({"issue": sent.document(), "of": str(declaration.pk)}).encode()
    return once(person, sent.text("key"), body, perform)[1]


def _numbers(sent: Sent) -> tuple[int, ...]:
    chosen = sent.chosen("items")
    if odd := [text for text in chosen if not (text.isascii() and text.isdecimal())]:
        raise InputError("items", odd[0][:20], "numbers of this page", "stale")
    return tuple(int(text[:9]) for text in chosen)


def _asked(request: HttpRequest, declaration: Declaration, text: str, code: int) -> HttpResponse:
    lang, typed = lang_of(request), request.POST if request.method == "POST" else None
    values = {
        "declaration": declaration,
        "fields": laid_out("issue", _fields(declaration, lang), typed, lang),
        "message": text,
        "key": asked_once.key(),
        "seen": declaration.event_seq,
        "days": rules(declaration.regime).challenge.answer_days,
        "papers": options("paper", rules(declaration.regime).challenge.papers, lang),
    }
    return render(request, "pages/challenges/issue.html", values, status=code)


def _fields(declaration: Declaration, lang: str) -> tuple[Field, ...]:
    items = [
        (str(item.number), f"{item.number}. {item.description[:80]} · {item.hs}")
        for item in declaration.items.order_by("number")
    ]
    grounds = rules(declaration.regime).challenge.grounds
    only = [number for number, _ in items] if len(items) == 1 else []
    return (
        checks("items", items, only), checks("grounds", options("ground", grounds, lang)),
        area("text"),
    )  # fmt: skip
