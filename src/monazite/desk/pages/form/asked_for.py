"""What is asked for, in a few facts: said once more before filing."""

from __future__ import annotations

from decimal import Decimal

from monazite.catalogue.texts import say
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.home.rows import country
from monazite.licensing.amounts import amount
from monazite.licensing.application import Application

Fact = tuple[str, str]


def asked_for(application: Application, lang: str) -> tuple[Fact, ...]:
    """Labels with what the form says; what it does not say is left out."""
    facts = (
        ("kind", application.kind and say(f"licensing.choice.kind.{application.kind}", lang)),
        ("destination", country(application.destination or "", lang)),
        ("term", application.months and say("desk.pages.months", lang, count=application.months)),
        ("end_user", _named(application, "ultimate_end_user") or _named(application, "end_user")),
        ("items", str(len(application.lines))),
        ("value", _value(application)),
        ("use", application.end_use.use),
        ("papers", str(len(application.papers))),
    )
    return tuple(
        (say(f"desk.pages.fact.{name}", lang), visible(str(text))) for name, text in facts if text
    )


def _named(application: Application, role: str) -> str:
    return next((p.name for p in application.parties if p.role == role and p.name), "")


def _value(application: Application) -> str:
    """What all lines are worth, where they are in one currency."""
    priced = [line for line in application.lines if line.value is not None]
    currencies = {line.currency for line in priced}
    if len(currencies) != 1 or len(priced) != len(application.lines):
        return ""
    total = sum((line.value for line in priced if line.value is not None), Decimal(0))
    return f"{amount(total)} {currencies.pop() or ''}"
