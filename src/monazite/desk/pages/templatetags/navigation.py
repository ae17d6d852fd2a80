"""The site's head: where one can go, and who one is."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse

from monazite.catalogue.words import LANGS
from monazite.desk.pages.reader import lang_of
from monazite.desk.people.models import EXPORTER, Person
from monazite.desk.people.roles import ADMIN, FIGURES, OFFICERS, OPERATES

register = template.Library()
_NAMES = {"en": "English", "zh": "中文"}


@register.inclusion_tag("pages/parts/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """The places that this person may go to, the present one marked."""
    request = context.get("request")
    here = getattr(getattr(request, "resolver_match", None), "view_name", "")
    places = [
        {"url": url, "key": f"desk.pages.nav.{name}", "here": name == here}
        for name in _places(getattr(request, "user", None))
        if (url := address(name))
    ]
    return {"request": request, "places": places}


@register.inclusion_tag("pages/parts/account.html", takes_context=True)
def account(context: Context) -> dict[str, Any]:
    """Name, organisation, the other language and the way out."""
    request = context.get("request")
    other = next(lang for lang in LANGS if lang != lang_of(request))
    return {
        "request": request,
        "person": getattr(request, "user", None),
        "csrf_token": context.get("csrf_token", ""),
        "other": other,
        "other_name": _NAMES[other],
        "here": context.get("here") or (request.get_full_path() if request else "/"),
    }


@register.simple_tag
def address(name: str) -> str:
    """`{% address "organisations" %}`: a page's address, empty where the site has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _places(person: object) -> list[str]:
    if not isinstance(person, Person):
        return []
    places = ["home"]
    if person.held_roles & OFFICERS:
        places.append("queue")
    if person.organisation.kind == EXPORTER or person.held_roles & OFFICERS:
        places += ["applications", "licences"]
    if person.held_roles & FIGURES:
        places.append("figures")
    if person.held_roles & {ADMIN, OPERATES}:
        places.append("organisations")
    if OPERATES not in person.held_roles:
        places.append("tokens")
    return places
