"""Tokens: keys of programs that act for a person, within scopes, until a day."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk import sql
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.people import prints, words
from monazite.desk.people import scopes as scopes_of
from monazite.desk.people.models import Organisation, Person, Token
from monazite.desk.people.roles import OFFICIAL
from monazite.desk.people.services.acting import allow, fresh, who
from monazite.errors import InputError

DAYS = 90
"""How long a token lives unless asked otherwise."""
DAYS_MAX = 366
_NAME_MAX = 100
_PREFIX = "mz_"
"""Lets scanners of leaked secrets know one."""
_BEARER = (
    "SELECT {columns}, (SELECT {joined}(role, ' ') FROM people_assignment"
    " WHERE person_id = t1.id AND until IS NULL) FROM people_token t0"
    " JOIN people_person t1 ON t1.id = t0.person_id"
    " JOIN people_organisation t2 ON t2.id = t1.organisation_id"
    " WHERE t0.sha256 = %s AND t0.revoked_at IS NULL"
)
"""Every request of a program begins with it: one look at all that its rights are asked of."""
_JOINED = {"postgresql": "string_agg", "sqlite": "group_concat"}
_READ: tuple[sql.Read, ...] = ((Token, ()), (Person, ()), (Organisation, ()))


def make_token(
    by: Person, via: str, name: str, scopes: list[str], days: int = DAYS
) -> tuple[Token, str]:
    """A token of the person who asks, and its secret, which is shown this once."""
    if not 1 <= days <= DAYS_MAX:
        raise InputError("days", days, f"1 to {DAYS_MAX}")
    secret = _PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        organisation = fresh(by.organisation_id)
        allow(by, via, "token.make", by)
        now = timezone.now()
        token = Token(
            person=by,
            name=words.line("name", name, _NAME_MAX),
            sha256=_sha256(secret),
            scopes=" ".join(sorted(scopes_of.read(scopes))),
            created_at=now,
            expires_at=now + timedelta(days=days),
        )
        payload: dict[str, object] = {
            "token": str(token.pk),
            "person": str(by.pk),
            "scopes": token.scopes,
        }
        payload[ROWS] = prints.tokens([token])
        record(organisation, "token.made", payload, who(by, via))
        token.save(force_insert=True)
    return token, secret


def revoke_token(by: Person | None, via: str, token: Token) -> None:
    """It opens nothing any more."""
    with transaction.atomic():
        organisation = fresh(token.person.organisation_id)
        allow(by, via, "token.revoke", token)
        _revoke(organisation, token, who(by, via))


def revoke_all(organisation: Organisation, person: Person, actor: Who) -> None:
    """Every token of the person ends, an event for each; inside the transaction of its reason."""
    for token in person.tokens.filter(revoked_at__isnull=True).order_by("created_at", "pk"):
        _revoke(organisation, token, actor)


def _revoke(organisation: Organisation, token: Token, actor: Who) -> None:
    """Only of a token that nobody has revoked meanwhile."""
    now = timezone.now()
    if Token.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=now):
        token.refresh_from_db()
        payload = {"token": str(token.pk), ROWS: prints.tokens([token])}
        record(organisation, "token.revoked", payload, actor)


def bearer(secret: str) -> Person | None:
    """Who stands behind a token's secret, with its scopes; None where it opens nothing."""
    query = _BEARER.replace("{joined}", _JOINED[connection.vendor])
    for token, person, organisation, roles in sql.together(query, _READ, [_sha256(secret)]):
        person.organisation = organisation
        if token.expires_at > timezone.now() and person.is_active and organisation.active:
            return _acting(person, token, roles or "")
    return None


def _acting(person: Person, token: Token, roles: str) -> Person:
    person.scopes, person.held_roles = frozenset(token.scopes.split()), frozenset(roles.split())
    if person.organisation.kind in OFFICIAL:
        person.otp_device = TOTPDevice.objects.filter(user=person, confirmed=True).first()
    return person


def _sha256(secret: str) -> str:
    # 256 random bits need no slow hash: nobody guesses them.
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
