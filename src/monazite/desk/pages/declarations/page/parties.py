"""Who is named on a declaration, each with what the lists that the site holds say; for offices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import NamedTuple

from django.utils import timezone

from monazite.catalogue.texts import keys, say
from monazite.desk.gate.models import Declaration
from monazite.desk.screening.answering import Named, answers
from monazite.desk.screening.standing import standing
from monazite.desk.watching.finding import named
from monazite.licensing.casework.screening import ALARMING, Answer


class PartyRow(NamedTuple):
    """A party of one role or several; found: each answer, and whether somebody has to look."""

    roles: str
    name: str
    found: tuple[tuple[str, bool], ...]


def parties(declaration: Declaration, lang: str) -> tuple[PartyRow, ...]:
    """Each party once; none where the site holds no lists."""
    every = tuple(named(declaration))
    now = timezone.now().astimezone(UTC).date()
    known = standing([one for _, one in every if one is not None], now)
    if known is None:
        return ()
    roles: dict[int, list[str]] = {}
    once: dict[object, int] = {}
    for number, (role, one) in enumerate(every):
        roles.setdefault(once.setdefault(one, number), []).append(_role(role, lang))
    return tuple(_rows(every, roles, list(answers(every, known, None)), lang))


def _rows(
    every: tuple[Named, ...], roles: dict[int, list[str]], found: list[Answer], lang: str
) -> Iterable[PartyRow]:
    for number, said in roles.items():
        own = [each for each in found if each.party == number]
        if own:
            one = every[number][1]
            told = tuple((each.said(lang), each.result in ALARMING) for each in own)
            yield PartyRow(", ".join(said), one.names[0] if one else "", told)


def _role(role: str, lang: str) -> str:
    own = f"desk.pages.lead.role.{role}"
    return say(own if own in keys() else f"licensing.choice.role.{role}", lang)
