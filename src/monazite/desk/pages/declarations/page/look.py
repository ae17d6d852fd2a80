"""A reader at a declaration: its rows, read once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest

from monazite.desk.gate.models import Act, Challenge, Declaration, Item
from monazite.desk.gate.risk.shown import Shown, newest
from monazite.desk.gate.services.asking import request_of
from monazite.desk.licences.models import Licence
from monazite.desk.pages.declarations.found import found
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.may import may
from monazite.desk.people.models import AGENCY, Person


@dataclass(frozen=True)
class Look:
    """Who reads which declaration in which language."""

    person: Person
    lang: str
    declaration: Declaration

    def may(self, action: str) -> bool:
        """Whether the reader has this right here; its state is another question."""
        return may(self.person, action, self.declaration)

    @cached_property
    def items(self) -> list[Item]:
        """In their order, each with what left of it and the line that it draws on."""
        rows = self.declaration.items.select_related("line", "left")
        return list(rows.order_by("number"))

    @cached_property
    def licences(self) -> dict[str, Licence]:
        """Those of the exporter that the items cite, by number; others' are not looked at."""
        numbers = {item.licence_number for item in self.items} - {""}
        if not numbers:
            return {}
        own = Licence.objects.filter(organisation_id=self.declaration.organisation_id)
        rows = own.filter(number__in=numbers).select_related("application")
        rows = rows.defer("application__form").prefetch_related("lines")
        return {row.number: row for row in rows}

    @cached_property
    def acts(self) -> list[Act]:
        """What was done, the newest first."""
        rows = self.declaration.acts.select_related("by__organisation")
        return list(rows.order_by("-number"))

    @cached_property
    def score(self) -> Shown | None:
        """What the risk model said last; to a firm nothing."""
        return newest(self.declaration.scores.all(), self.lang) if self.official else None

    @cached_property
    def challenges(self) -> list[Challenge]:
        """The newest first."""
        return list(self.declaration.challenges.order_by("-number"))

    @cached_property
    def asked(self) -> Act | None:
        """What the declarant asks of customs now, about goods that have left."""
        return request_of(self.declaration)

    def reads(self, licence: Licence) -> bool:
        """Whether the reader may open the licence's own page; officials of customs read it here."""
        return not self.official and may(self.person, "licence.read", licence.application)

    @property
    def official(self) -> bool:
        """Whether the reader works for an office."""
        return self.person.organisation.kind == AGENCY


def look(request: HttpRequest, ident: uuid.UUID) -> Look:
    """The reader at a declaration; Http404 where they may not know of it."""
    return Look(person_of(request), lang_of(request), found(request, ident))
