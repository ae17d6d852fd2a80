"""Who is named to read the trade secrets, and whom a chief could name."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.desk.applications.models import Application
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.desk.people.roles import REVIEWER


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Named ones, and those whom the reader may still name."""

    named: tuple[Person, ...]
    others: tuple[Person, ...]


def reviewers(person: Person, application: Application) -> Reviewers:
    """Both lists; the second is empty for whom it does not concern."""
    named = tuple(row.person for row in application.reviewers.select_related("person"))
    if not may(person, "reviewer.name", application):
        return Reviewers(named, ())
    others = (
        Person.objects.filter(
            organisation__in=application.offices.values("agency"),
            is_active=True,
            assignments__role=REVIEWER,
            assignments__until__isnull=True,
        )
        .exclude(pk__in=[*(each.pk for each in named), person.pk])
        .order_by("name")
    )
    return Reviewers(named, tuple(others))
