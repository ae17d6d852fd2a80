"""The challenges that one may know of: the open ones, or all of them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.gate.challenge_listing import SIZE, listed_challenges
from monazite.desk.gate.models import Challenge
from monazite.desk.gate.notices import number_of
from monazite.desk.gate.services.challenging.running_out import last_day_of
from monazite.desk.pages.challenges.context import due
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.models import EXPORTER
from monazite.law.store import load


@dataclass(frozen=True, slots=True)
class Row:
    """One challenge of the list."""

    challenge: Challenge
    number: str
    goods: str
    state: str
    due: str


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list, newest first."""
    person, lang = person_of(request), lang_of(request)
    every = bool(request.GET.get("all"))
    page = listed_challenges(person, request.GET.get("cursor", ""), SIZE, open_only=not every)
    asked = {"all": "1"} if every else {}
    following = urlencode({**asked, "cursor": page.following}) if page.following else ""
    context = {
        "rows": [_row(each, lang) for each in page.items],
        "every": every,
        "following": following,
        "exporter": person.organisation.kind == EXPORTER,
    }
    return render(request, "pages/challenges/list.html", context)


def _row(challenge: Challenge, lang: str) -> Row:
    today = load().today(challenge.declaration.regime)
    named = [each["description"] for each in challenge.notice["goods"]]
    return Row(
        challenge=challenge,
        number=number_of(challenge),
        goods=named[0] if named else "",
        state=say(f"customs.challenge.state.{challenge.state}", lang),
        due=due(last_day_of(challenge), challenge.state, today, lang),
    )
