"""One look at a case: whose, in which language, at which case; what every section begins with."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest

from monazite.desk.applications.models import Application
from monazite.desk.cases.consolidation import REVIEW, Together, of_rows
from monazite.desk.cases.models import (
    Advice,
    Case,
    Decision,
    Hold,
    Mention,
    Note,
    Question,
    Referral,
    Settlement,
    Task,
)
from monazite.desk.cases.models.decisions import STANDING
from monazite.desk.cases.notes import notes
from monazite.desk.cases.services.apart import wrote_or_signed
from monazite.desk.licences.changed import changed
from monazite.desk.licences.models import Licence
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.desk.people.visible import applications
from monazite.law.store import load
from monazite.licensing.casework.decisions import DECISION
from monazite.licensing.casework.regime import Casework, casework


@dataclass(frozen=True)
class Look:
    """A reader at a case, whose rows are read once; today: where the goods leave."""

    person: Person
    lang: str
    case: Case
    rules: Casework
    today: date

    @property
    def application(self) -> Application:
        """What is asked."""
        return self.case.application

    def may(self, action: str) -> bool:
        """Whether the reader has this right here; its state is another question."""
        return may(self.person, action, self.application)

    @cached_property
    def reads_all(self) -> bool:
        """Whether the reader's office decides: it sees what every office said."""
        return self.may("advice.read_all")

    @property
    def changed(self) -> Licence | None:
        """The licence whose change is asked for."""
        return changed(self.application)

    @cached_property
    def tasks(self) -> list[Task]:
        """Every task, the oldest first."""
        return sorted(self.case.tasks.all(), key=lambda task: task.number)

    @cached_property
    def decisions(self) -> list[Decision]:
        """Every decision, the newest first."""
        return sorted(self.case.decisions.all(), key=lambda row: -row.number)

    @property
    def standing(self) -> Decision | None:
        """The decision that stands, None before there is one and after it was set aside."""
        signed = (row for row in self.decisions if row.state == STANDING and row.kind == DECISION)
        return next(signed, None)

    @property
    def own_decision(self) -> bool:
        """Whether the reader wrote or signed the decision that stands."""
        return self.person.pk in wrote_or_signed(self.decisions)

    @cached_property
    def notes(self) -> list[Note]:
        """The notes that the reader may read, the newest first."""
        named = Prefetch("mentions", Mention.objects.select_related("person"))
        found = notes(self.person, self.case).prefetch_related(named)
        return list(found.order_by("-number"))

    @cached_property
    def together(self) -> Together:
        """What the advice comes to."""
        reviews = [each for each in self.tasks if each.kind == REVIEW]
        said = sorted(self.advice, key=lambda row: (row.task.number, row.at, row.pk))
        gone = {row.supersedes_id for row in self.settlements}
        last = next((row for row in self.settlements if row.pk not in gone), None)
        return of_rows(said, reviews, last)

    @cached_property
    def advice(self) -> list[Advice]:
        """Every piece of advice; who may not read all of it is shown their own office's alone."""
        return list(self.case.advice.all())

    @cached_property
    def settlements(self) -> list[Settlement]:
        """Every settlement, the newest first; read for who sees what all offices said alone."""
        return list(self.case.settlements.select_related("author").order_by("-at"))

    @property
    def open_hold(self) -> Hold | None:
        """The hold that nobody has ended."""
        return next((hold for hold in self.case.holds.all() if not hasattr(hold, "release")), None)


def look(request: HttpRequest, ident: uuid.UUID) -> Look:
    """The case of an application; Http404 for whom it is not, whatever else there is."""
    person = person_of(request)
    readable = applications(person).filter(pk=ident).values("pk")
    case = _with_rows().filter(application__in=readable).first()
    if case is None or not may(person, "case.read", case.application):
        raise Http404
    regime = case.application.regime
    return Look(person, lang_of(request), case, casework(regime), load().today(regime))


def _with_rows() -> QuerySet[Case]:
    """Cases with the rows that many sections ask for, each table read once."""
    joined = Case.objects.select_related(
        "application__organisation",
        "application__supersedes",
        "application__licence",
        "application__change__licence",
        "agency",
        "officer",
    )
    referrals = Referral.objects.select_related("referred_by", "hand_back__entered_by")
    return joined.prefetch_related(
        "application__offices",
        "application__papers",
        "application__parties",
        "application__lines__rulings",
        "routings",
        Prefetch("tasks", Task.objects.select_related("agency", "assignee")),
        Prefetch("decisions", Decision.objects.select_related("author", "signer")),
        Prefetch("advice", Advice.objects.select_related("agency", "author", "task")),
        Prefetch("questions", Question.objects.select_related("asked_by", "answer__answered_by")),
        Prefetch("holds", Hold.objects.select_related("placed_by", "release__released_by")),
        Prefetch("referrals", referrals),
    )
