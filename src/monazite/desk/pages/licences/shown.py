"""One licence: its state, what is left of it, what was ordered about it, and its PDF."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS
from monazite.desk.licences.grounds import grounds_of
from monazite.desk.licences.models import PROPOSED, STANDING, Licence, Order
from monazite.desk.licences.paper.render import pdf
from monazite.desk.licences.paper.words import words
from monazite.desk.licences.standing import standing
from monazite.desk.pages.licences.account import accounts, movements
from monazite.desk.pages.licences.found import found
from monazite.desk.pages.licences.listed import tone
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.may import may, require
from monazite.desk.people.models import AGENCY, Person
from monazite.ledger.licence import Standing


@require_safe
def licence(request: HttpRequest, licence_id: uuid.UUID) -> HttpResponse:
    """The page of one licence."""
    shown = found(request, licence_id)
    require(person_of(request), "licence.read", shown.application)
    return render(request, "pages/licences/licence.html", context(request, shown, None))


@require_safe
def licence_pdf(request: HttpRequest, licence_id: uuid.UUID, lang: str) -> HttpResponse:
    """The licence to be printed, in English or in Chinese."""
    shown = found(request, licence_id)
    require(person_of(request), "licence.read", shown.application)
    if lang not in LANGS:
        raise Http404
    headers = {"Content-Disposition": f'inline; filename="{shown.number}-{lang}.pdf"'}
    data = pdf(shown, lang, _public(request, shown))
    return HttpResponse(data, content_type="application/pdf", headers=headers)


@dataclass(frozen=True, slots=True)
class Typed:
    """An order that was not proposed: what was typed, and why it was refused."""

    kind: str
    grounds: tuple[str, ...]
    text: str
    message: str


def context(request: HttpRequest, shown: Licence, typed: Typed | None) -> dict[str, object]:
    """What the page shows; orders that wait for a hand, to officials alone.

    typed: an order that was refused a moment ago.
    """
    person, lang = person_of(request), lang_of(request)
    state = standing(shown)
    return {
        "licence": shown,
        "paper": words(shown, lang, _public(request, shown), timezone.now()),
        "state": say(f"desk.licence.state.{state.state}", lang),
        "tone": tone(state.state, usable=state.usable),
        "reasons": tuple(_reasons(state, lang)),
        "accounts": accounts(shown, lang),
        "movements": movements(shown, lang),
        "orders": _orders(person, shown),
        "stopped": _stopped(shown),
        "changes": shown.changes.select_related("application").order_by("-opened_at"),
        "successor": Licence.objects.filter(replaces=shown).first(),
        "grounds": [(g, say(f"licensing.casework.factor.{g}", lang)) for g in _grounds(shown)],
        "may": _may(person, shown),
        "public": _public(request, shown),
        "typed": typed,
        # An answer to what was sent: the language is switched by a GET of the licence.
        **({"here": reverse("licence", args=[shown.pk])} if typed else {}),
    }


def _public(request: HttpRequest, shown: Licence) -> str:
    """The address that stands in the QR code."""
    path = reverse("verify", args=[shown.number, shown.check_code])
    return str(request.build_absolute_uri(path))


def _reasons(state: Standing, lang: str) -> Iterator[str]:
    """Why it cannot be used, beside what its state says already."""
    for reason in state.reasons[1:]:
        yield say(f"desk.licence.state.{reason}", lang)


def _orders(person: Person, shown: Licence) -> list[Order]:
    rows = shown.orders.select_related("author", "signer").order_by("-number")
    if person.organisation.kind == AGENCY:
        return list(rows)
    return list(rows.filter(state=STANDING))


def _stopped(shown: Licence) -> bool:
    """Whether it is suspended by no order: more had left than it bears."""
    since = shown.suspended_since
    return since is not None and not shown.orders.filter(signed_at=since).exists()


def _grounds(shown: Licence) -> tuple[str, ...]:
    return () if shown.ended else grounds_of(shown.regime)


def _may(person: Person, shown: Licence) -> dict[str, bool]:
    """What the person may do now; a service asks again."""
    asked = shown.application
    waits = shown.orders.filter(state=PROPOSED).first()
    open_change = shown.changes.filter(ended="").exists()
    going = not shown.ended
    return {
        "change": going and not open_change and may(person, "licence.change", asked),
        "surrender": going and not open_change and may(person, "licence.surrender", asked),
        "order": going and waits is None and may(person, "licence.order", asked),
        "sign": waits is not None
        and waits.author_id != person.pk
        and may(person, "licence.sign", asked),
    }
