"""Template tags that say the site's sentences in the reader's language."""

from __future__ import annotations

from datetime import UTC, datetime

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from monazite.catalogue.texts import counted as _counted
from monazite.catalogue.texts import keys
from monazite.catalogue.texts import say as _say
from monazite.desk.pages.home.rows import country as _country
from monazite.desk.pages.reader import lang_of
from monazite.desk.people.models import Organisation
from monazite.desk.people.named import named as _named
from monazite.law.store import load

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: object) -> str:
    """`{% say "desk.pages.party.lead" firm=firm.name %}`: the text, escaped."""
    return _say(key, _lang(context), **values)


@register.simple_tag(takes_context=True)
def counted(context: Context, key: str, count: int, **values: object) -> str:
    """`{% counted "desk.pages.home.faults" n %}`: the text of so many things."""
    return _counted(key, count, _lang(context), **values)


@register.simple_tag(takes_context=True)
def choice(context: Context, vocabulary: str, code: str) -> str:
    """`{% choice "role" party.role %}`: the name of a code; what is no code stands for itself."""
    key = f"licensing.choice.{vocabulary}.{code}"
    return _say(key, _lang(context)) if key in keys() else str(code)


@register.simple_tag(takes_context=True)
def country(context: Context, code: str) -> str:
    """`{% country party.country %}`: the name of a country."""
    return _country(code, _lang(context))


@register.simple_tag(takes_context=True)
def lang(context: Context) -> str:
    """`{% lang %}`: the language of the page, for `<html lang>`."""
    return {"en": "en", "zh": "zh-Hans"}[_lang(context)]


@register.simple_tag(takes_context=True)
def named(context: Context, organisation: Organisation) -> str:
    """`{% named office %}`: what an organisation is called in the page's language."""
    return _named(organisation, _lang(context))


@register.simple_tag(takes_context=True)
def moment(context: Context, at: datetime, regime: str = "") -> SafeString:
    """`{% moment event.at application.regime %}`: a time to the minute, in the regime's zone.

    UTC where the regime has none of its own: all offices read the same.
    """
    machine = at.astimezone(UTC).isoformat(timespec="seconds")
    zone = load().zone(regime)
    key = f"desk.pages.zone.{regime if zone else 'UTC'}"
    name = _say(key, _lang(context)) if key in keys() else str(zone)
    shown = f"{at.astimezone(zone or UTC):%Y-%m-%d %H:%M} {name}"
    return format_html('<time datetime="{}">{}</time>', machine, shown)


def _lang(context: Context) -> str:
    return lang_of(context.get("request"))
