"""Who someone is: e-mail and password, slowed down after failures."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth import authenticate, login
from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from monazite.desk.people import throttle
from monazite.desk.people.models import Person
from monazite.desk.people.words import normal_email

_PASSWORD_MAX = 200


class PersonBackend(BaseBackend):
    """Active people of active organisations."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 - Django calls it so
        email: str | None = None,
        password: str | None = None,
        **_: Any,  # noqa: ANN401 - other credentials are not for us
    ) -> Person | None:
        """The person of the address and password; as slow where there is none."""
        if email is None or password is None:
            return None
        person = _active().filter(email=email).first()
        if person is None:
            Person().set_password(password)  # the same work as for an account that exists
            return None
        return person if person.check_password(password) else None

    def get_user(self, user_id: Any) -> Person | None:  # noqa: ANN401 - what the session holds
        """Whose session it is; None, at once, when person or organisation has ended."""
        try:
            return _active().filter(pk=uuid.UUID(str(user_id))).first()
        except ValueError:
            return None


def sign_in(request: HttpRequest, typed: str, password: str) -> Person | None:
    """Begin a session, under a new key; None where address and password do not go together.

    Raises:
        throttle.TooMany: the account or the address must wait; nothing was looked at.
    """
    email = normal_email(typed)
    own, shared = throttle.account(email), throttle.address(request)
    throttle.take(own, shared)
    # A longer one is no password of ours, and hashing it would be work for nothing.
    given = password if len(password) <= _PASSWORD_MAX else ""
    person = authenticate(request, email=email, password=given)
    if not isinstance(person, Person):
        return None
    throttle.succeed(own, shared)
    login(request, person)
    return person


def _active() -> QuerySet[Person]:
    found = Person.objects.select_related("organisation")
    return found.filter(is_active=True, organisation__active=True)
