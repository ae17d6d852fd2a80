"""A request with a key is done once; whoever repeats it gets the first answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.db import connection, transaction
from django.utils import timezone

from monazite.desk import sql
from monazite.desk.once.models import Answer
from monazite.desk.people.models import Person
from monazite.errors import InputError, MonaziteError

KEY_MAX = 100
"""Characters of a key."""
_PENDING = 0

# The row is taken before the work is done: of two that come at once, the second waits here for the
# first to commit, and then finds its answer; an error of the work takes the row away with it.
_CLAIM = (
    "INSERT INTO once_answer (person_id, key, request, status, body, language, at)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (person_id, key) DO NOTHING"
)
_ANSWER = "UPDATE once_answer SET status = %s, body = %s WHERE person_id = %s AND key = %s"


class KeyReused(MonaziteError):  # noqa: N818 - what happened, as a sentence would say it
    """This key was used for another request; take a new key for a new request."""

    status = 422


Done = tuple[int, str]


@transaction.atomic
def once(
    person: Person, key: str, request: bytes, perform: Callable[[], Done], language: str = ""
) -> Done:
    """The status and body of the first time; KeyReused for the same key with another request.

    language: of the answer, where it has one. What `perform` raises is not kept: nothing was done,
    and the same key may try again.
    """
    digest = hashlib.sha256(request).digest()
    if not _claimed(person, _checked(key), digest, language):
        return _kept(person, key, digest)
    status, body = perform()
    sql.run(_ANSWER, [status, body, person.pk, key])
    return status, body


def answered(person: Person, key: str, request: bytes) -> Done | None:
    """The first answer, None where there is none yet: before work that no transaction waits for."""
    if not Answer.objects.filter(person=person, key=_checked(key)).exists():
        return None
    return _kept(person, key, hashlib.sha256(request).digest())


def language_of(person: Person, key: str) -> str:
    """The language of the first answer; "" where none was said."""
    found = Answer.objects.filter(person=person, key=key).values_list("language", flat=True)
    return found.first() or ""


def _claimed(person: Person, key: str, digest: bytes, language: str) -> bool:
    at = connection.ops.adapt_datetimefield_value(timezone.now())
    return sql.run(_CLAIM, [person.pk, key, digest, _PENDING, "", language, at]) == 1


def _kept(person: Person, key: str, digest: bytes) -> Done:
    answer = Answer.objects.get(person=person, key=key)
    if bytes(answer.request) != digest:
        raise KeyReused(KeyReused.__doc__)
    return answer.status, answer.body


def _checked(key: str) -> str:
    if not 0 < len(key) <= KEY_MAX or not key.isascii() or not key.isprintable():
        accepted = f"1 to {KEY_MAX} printable ASCII characters"
        raise InputError("Idempotency-Key", key[:40], accepted, "stale")
    return key
