"""Template tags that name roles, kinds of organisation and duties."""

from __future__ import annotations

from django import template
from django.template import Context

from monazite.catalogue.texts import keys, say
from monazite.desk.people.language import lang_of
from monazite.desk.people.models import AGENCY, Organisation, Person
from monazite.desk.people.roles import ROLES

register = template.Library()


@register.simple_tag(takes_context=True)
def role_name(context: Context, role: str) -> str:
    """A role in words."""
    return say(f"desk.people.role.{role}", lang_of(context.get("request")))


@register.simple_tag(takes_context=True)
def kind_name(context: Context, kind: str) -> str:
    """A kind of organisation in words."""
    return say(f"desk.people.kind.{kind}", lang_of(context.get("request")))


@register.simple_tag(takes_context=True)
def duty_name(context: Context, duty: str) -> str:
    """What an agency does, in words; none for others."""
    return say(f"desk.people.duty.{duty or 'none'}", lang_of(context.get("request")))


@register.simple_tag(takes_context=True)
def identifier_of(context: Context, organisation: Organisation) -> str:
    """An agency's is its office's name in the rules, told in words; a firm's is its number."""
    key = f"licensing.casework.office.{organisation.identifier}"
    if organisation.kind == AGENCY and key in keys():
        return say(key, lang_of(context.get("request")))
    return organisation.identifier


@register.simple_tag(takes_context=True)
def roles_of(context: Context, person: Person) -> str:
    """The roles that a person holds now, in words."""
    lang = lang_of(context.get("request"))
    named = [say(f"desk.people.role.{role}", lang) for role in sorted(person.held_roles)]
    return say("desk.people.and", lang).join(named)


@register.simple_tag(takes_context=True)
def tries_of(context: Context, person: Person) -> list[str]:
    """What a visitor of the demo can try as this person, a line for each role."""
    lang = lang_of(context.get("request"))
    return [say(f"desk.people.try.{role}", lang) for role in ROLES if role in person.held_roles]
