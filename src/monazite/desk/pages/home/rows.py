"""An application as a row of a list: what, where on its way, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from monazite.catalogue.countries import find, name
from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application
from monazite.desk.applications.standing import state_words
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.home.told_apart import Apart, told_apart
from monazite.desk.pages.pictures.track import Track, track
from monazite.desk.people.named import named

_SMALL_WIDTH, _SMALL_MARGIN = 150, 8


@dataclass(frozen=True, slots=True)
class Item:
    """One row; days: since it was filed, or since a draft was last saved.

    end_user, contract: as typed, where the list tells them.
    """

    application: Application
    title: str
    url: str
    kind: str
    destination: str
    state: str
    track: Track
    days: int
    organisation: str
    end_user: str = ""
    contract: str = ""


def items(applications: Iterable[Application], lang: str, *, yours: bool) -> list[Item]:
    """The rows of applications that the reader may read, told apart; one query."""
    rows = list(applications)
    apart = told_apart(rows)
    return [item(each, lang, apart.get(each.pk, ("", "")), yours=yours) for each in rows]


def item(
    application: Application, lang: str, apart: Apart = ("", ""), *, yours: bool = False
) -> Item:
    """The row of an application whose firm is at hand; no query. yours: the reader applies."""
    since = application.filed_at or application.changed_at
    return Item(
        application=application,
        title=title(application, lang),
        url=reverse("detail", args=[application.pk]),
        kind=say(f"licensing.choice.kind.{application.kind}", lang) if application.kind else "",
        destination=country(application.destination, lang),
        state=state_words(application.state, lang, yours=yours),
        track=track(
            application.state,
            lang,
            filed=application.filed_at is not None,
            yours=yours,
            width=_SMALL_WIDTH,
            margin=_SMALL_MARGIN,
        ),
        days=days(since),
        organisation=named(application.organisation, lang),
        end_user=apart[0],
        contract=apart[1],
    )


def title(application: Application, lang: str) -> str:
    """What an application is called; nothing hides in it."""
    return visible(application.title) or say("desk.pages.untitled", lang)


def country(code: str, lang: str) -> str:
    """The name of a country, or what stands in its place."""
    return name(code, lang) if code and find(code) else code


def days(since: datetime) -> int:
    """Whole days since then."""
    return max((timezone.now() - since).days, 0)
