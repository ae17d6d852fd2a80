"""A site is made, or brought to this version; asked for again, what is there stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from django.conf import settings

from monazite.desk.people.models import OPERATOR, Person
from monazite.desk.people.services import first_operator, link_for_first_password
from monazite.desk.people.words import normal_email
from monazite.desk.running import keys
from monazite.desk.running.state import migrate
from monazite.errors import InputError


class SetupDocument(TypedDict):
    """What `monazite desk init` did, as JSON; link: null where nobody needs one."""

    home: str
    made: list[str]
    operator: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Setup:
    """The steps in their order, each with how much was made (0: it was there).

    operator: the e-mail of the one asked for; has_operator: whether the site has any.
    """

    home: str
    steps: tuple[tuple[str, int], ...]
    operator: str = ""
    link: str = ""
    has_operator: bool = False

    def document(self) -> SetupDocument:
        """The steps as JSON."""
        made = [name for name, count in self.steps if count]
        return {
            "home": self.home, "made": made, "operator": self.operator, "link": self.link or None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the site: e-mail, name, and the office they belong to."""

    email: str
    name: str
    organisation: str
    country: str
    language: str


def complete(*, home_made: bool, operator: Operator | None) -> Setup:
    """Signing key, database and first operator of the home that was entered."""
    steps = [
        ("home", int(home_made)),
        ("key", int(keys.make())),
        ("database", len(migrate())),
    ]
    person, made = _operator(operator)
    if person is not None:
        steps.append(("operator", int(made)))
    link = _link(person) if person and not person.has_usable_password() else ""
    has = Person.objects.filter(organisation__kind=OPERATOR).exists()
    email = person.email if person else ""
    return Setup(str(settings.HOME), tuple(steps), email, link, has)


def _operator(asked: Operator | None) -> tuple[Person | None, bool]:
    """The operator of that e-mail, made where the site has none yet."""
    if asked is None:
        return None, False
    operators = Person.objects.filter(organisation__kind=OPERATOR, is_active=True)
    if found := operators.filter(email=normal_email(asked.email)).first():
        return found, False
    if operators.exists():
        accepted = "an operator that the site has; they invite others in their pages"
        raise InputError("operator", asked.email, accepted)
    made = first_operator(
        organisation=asked.organisation,
        country=asked.country,
        name=asked.name,
        email=asked.email,
        language=asked.language,
    )
    return made, True


def _link(person: Person) -> str:
    return address_of(link_for_first_password(None, "cli", person))


def address_of(path: str) -> str:
    """The path with the address that people reach the site at, as far as the settings know it."""
    origins: list[str] = settings.CSRF_TRUSTED_ORIGINS
    return (origins[0].rstrip("/") if origins else "http://127.0.0.1:8000") + path
