"""An application as a row of a list: what, where on its way, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from monazite.catalogue.countries import find, name
from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.pictures.track import Track, track

_SMALL_WIDTH, _SMALL_MARGIN = 150, 8


@dataclass(frozen=True, slots=True)
class Item:
    """One row; days: since it was filed, or since a draft was last saved."""

    application: Application
    title: str
    url: str
    kind: str
    destination: str
    state: str
    track: Track
    days: int
    organisation: str


def item(application: Application, lang: str) -> Item:
    """The row of an application whose firm is at hand; no query."""
    since = application.filed_at or application.changed_at
    return Item(
        application=application,
        title=title(application, lang),
        url=reverse("detail", args=[application.pk]),
        kind=say(f"licensing.choice.kind.{application.kind}", lang) if application.kind else "",
        destination=country(application.destination, lang),
        state=say(f"licensing.state.{application.state}", lang),
        track=track(
            application.state,
            lang,
            filed=application.filed_at is not None,
            width=_SMALL_WIDTH,
            margin=_SMALL_MARGIN,
        ),
        days=days(since),
        organisation=application.organisation.name,
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
