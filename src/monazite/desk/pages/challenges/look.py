"""A reader at a challenge: its rows, read once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404, HttpRequest

from monazite.customs.challenge import machine
from monazite.desk.gate.challenge_listing import judgements_for, known_challenges
from monazite.desk.gate.models import Challenge, Declaration, GatePaper, Item, Judgement, Sample
from monazite.desk.gate.notices import goods
from monazite.desk.gate.services.challenging.papers import papers_for
from monazite.desk.gate.services.challenging.running_out import last_day_of
from monazite.desk.gate.services.challenging.sides import side_of
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.may import may
from monazite.desk.people.models import AGENCY, Person


@dataclass(frozen=True)
class Look:
    """Who reads which challenge in which language."""

    person: Person
    lang: str
    challenge: Challenge

    def may(self, action: str) -> bool:
        """Whether the reader has this right here; its state is another question."""
        return may(self.person, action, self.declaration)

    def open_for(self, event: str) -> bool:
        """Whether the challenge's state allows the event."""
        return event in machine().allowed(self.challenge.state)

    @property
    def declaration(self) -> Declaration:
        """Whose challenge it is."""
        return self.challenge.declaration

    @property
    def official(self) -> bool:
        """Whether the reader works for an office."""
        return self.person.organisation.kind == AGENCY

    @property
    def side(self) -> str:
        """For whom an official speaks."""
        return side_of(self.person, self.declaration)

    @cached_property
    def items(self) -> list[Item]:
        """The challenged ones."""
        return goods(self.declaration, self.challenge.items)

    @cached_property
    def papers(self) -> list[GatePaper]:
        """Those that the reader may open."""
        return papers_for(self.person, self.declaration)

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Those that the reader may read, the newest first."""
        return judgements_for(self.person, self.challenge)

    @cached_property
    def samples(self) -> list[Sample]:
        """What the laboratory found; for officials alone."""
        return list(self.challenge.samples.order_by("-number")) if self.official else []

    @cached_property
    def proposed(self) -> Judgement | None:
        """The judgement that waits for a second hand, where the reader may know of it."""
        return next((each for each in self.judgements if each.state == "proposed"), None)

    @cached_property
    def last_day(self) -> date | None:
        """The last day for an answer, None while nobody can tell it."""
        return last_day_of(self.challenge)


def look(request: HttpRequest, ident: uuid.UUID) -> Look:
    """The reader at a challenge; Http404 where they may not know of it."""
    person = person_of(request)
    found = known_challenges(person).filter(pk=ident).first()
    if found is None:
        raise Http404
    return Look(person, lang_of(request), found)
