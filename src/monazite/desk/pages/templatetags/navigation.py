"""The site's head: where one can go, and who one is."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from monazite.catalogue.words import LANGS
from monazite.desk.pages.addresses import address_of
from monazite.desk.pages.reader import lang_of
from monazite.desk.people.models import EXPORTER, Person
from monazite.desk.people.roles import (
    ADMIN,
    CHIEF,
    CUSTOMS_OFFICER,
    DECLARANT,
    ENFORCER,
    FIGURES,
    LABORATORY,
    LICENSING_OFFICER,
    OFFICERS,
    OPERATES,
    PREPARER,
    SIGNATORY,
    STATISTICIAN,
)

register = template.Library()
_PLACES: dict[str, frozenset[str]] = {
    "queue": OFFICERS,
    "applications": OFFICERS | {EXPORTER},
    "licences": OFFICERS | {EXPORTER},
    "declarations": frozenset({DECLARANT, PREPARER, SIGNATORY, CUSTOMS_OFFICER, LABORATORY}),
    "challenges": frozenset({DECLARANT, CUSTOMS_OFFICER, LABORATORY, LICENSING_OFFICER, CHIEF}),
    "manifests": frozenset({DECLARANT}),
    "duties": frozenset({DECLARANT, CUSTOMS_OFFICER}),
    "batches": frozenset({DECLARANT, PREPARER, ENFORCER}),
    "leads": frozenset({ENFORCER}),
    "offline": frozenset({CUSTOMS_OFFICER}),
    "statistics": frozenset({STATISTICIAN}),
    "usage": OFFICERS | {PREPARER, SIGNATORY},
    "usage_sums": frozenset({STATISTICIAN}),
    "figures": FIGURES,
    "organisations": frozenset({ADMIN, OPERATES}),
    "tokens": frozenset(),
}
"""Pages of the head by the roles that go there, in their order; exporter: whoever applies."""
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
    return address_of(name)


def _places(person: object) -> list[str]:
    if not isinstance(person, Person):
        return []
    roles = person.held_roles
    if person.organisation.kind == EXPORTER and roles != {DECLARANT}:
        roles |= {EXPORTER}
    return ["home", *(name for name, shown_to in _PLACES.items() if _shown(roles, shown_to))]


def _shown(roles: frozenset[str], shown_to: frozenset[str]) -> bool:
    """Tokens are everybody's but the operators'."""
    return not roles.isdisjoint(shown_to) if shown_to else OPERATES not in roles
