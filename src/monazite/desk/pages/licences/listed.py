"""All licences that one may know of, newest first."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.licences.codes import written
from monazite.desk.licences.listing import known
from monazite.desk.licences.models import PROPOSED, Licence, Order
from monazite.desk.licences.standing import standing
from monazite.desk.licences.waiting import to_sign
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people import visible
from monazite.desk.people.models import AGENCY, EXPORTER, Person
from monazite.errors import InputError
from monazite.law.store import load

SIZE = 50
"""Rows of a page."""
_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One licence of the list.

    tone: of its state's mark; left: days of its term; ordered: an order waits for a signature.
    """

    licence: Licence
    state: str
    tone: str
    destination: str
    left: int
    ordered: bool


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list."""
    person, lang = person_of(request), lang_of(request)
    page, text = _page(request.GET.get("page", "0")), request.GET.get("text", "").strip()[:100]
    waiting = bool(request.GET.get("waiting"))
    found = (to_sign(person) if waiting else known(person)).order_by("-issued_at", "-pk")
    if text:
        begins = Q(number__startswith=written(text)) | Q(
            application__reference__startswith=written(text)
        )
        found = found.filter(begins | Q(organisation__name__icontains=text))
    rows = list(found[page * SIZE : (page + 1) * SIZE + 1])
    asked = {name: value for name, value in (("text", text), ("waiting", waiting and 1)) if value}
    ordered = _ordered(person, rows)
    context = {
        "rows": [_row(each, lang, ordered=each.pk in ordered) for each in rows[:SIZE]],
        "text": text,
        "waiting": waiting,
        "to_sign": to_sign(person).count(),
        "exporter": person.organisation.kind == EXPORTER,
        "none": _none(person, asked),
        "first": urlencode(asked) if page else "",
        "following": urlencode({**asked, "page": page + 1}) if len(rows) > SIZE else "",
    }
    return render(request, "pages/licences/list.html", context)


def _ordered(person: Person, rows: Sequence[Licence]) -> frozenset[uuid.UUID]:
    """Which of them an order waits for; for officials alone."""
    if person.organisation.kind != AGENCY:
        return frozenset()
    waiting = Order.objects.filter(licence__in=[each.pk for each in rows], state=PROPOSED)
    return frozenset(waiting.values_list("licence", flat=True))


def _none(person: Person, asked: Mapping[str, object]) -> str:
    """Which text says why there is no row: none that one may read is not none at all."""
    if visible.applications(person).query.is_empty():
        return "desk.pages.licences.not_yours"
    return "desk.pages.licences.none_found" if asked else "desk.pages.licences.none"


def tone(state: str, *, usable: bool) -> str:
    """The colour of a state: good, warning for what may pass, error for what stops."""
    if usable:
        return "good"
    return "warning" if state in {"not_yet", "in_amendment"} else "error"


def _row(licence: Licence, lang: str, *, ordered: bool) -> Row:
    today = load().today(licence.regime)
    found = standing(licence, today)
    return Row(
        licence=licence,
        state=say(f"desk.licence.state.{found.state}", lang),
        tone=tone(found.state, usable=found.usable),
        destination=country(str(licence.terms["destination"]), lang),
        left=max((licence.valid_until - today).days, 0),
        ordered=ordered,
    )


def _page(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or int(text[:9]) > _PAGES:
        raise InputError("page", text[:20], f"0 to {_PAGES}", "between", first=0, last=_PAGES)
    return int(text)
