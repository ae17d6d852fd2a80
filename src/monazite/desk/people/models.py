"""Organisations, the people in them, their roles, and the tokens of their programs."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from monazite.desk import sql
from monazite.desk.events.models import Chained

AGENCY, EXPORTER, FOREIGN, OPERATOR = "agency", "exporter", "foreign", "operator"
INTAKE, LICENSING, REVIEWING, CUSTOMS = "intake", "licensing", "reviewing", "customs"
_SALT = "monazite.desk.people.session"
_ROLES = "SELECT role FROM people_assignment WHERE person_id = %s AND until IS NULL"


class Organisation(Chained):
    """A firm or an office.

    duty: what an agency does in its regime (intake, licensing, reviewing, customs), else empty;
    identifier: unified social credit code, LEI or company number; active: may work here.
    """

    AGGREGATE = "organisation"

    kind = models.CharField(
        max_length=16, choices=[(k, k) for k in (AGENCY, EXPORTER, FOREIGN, OPERATOR)]
    )
    name = models.CharField(max_length=200)
    name_native = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2)
    identifier = models.CharField(max_length=60, blank=True)
    regime = models.CharField(max_length=8, blank=True)
    duty = models.CharField(max_length=16, blank=True)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Person(AbstractBaseUser):
    """Someone who signs in, of one organisation; language: en or zh.

    session_round: sessions of an earlier round are refused.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    language = models.CharField(max_length=2, default="en")
    session_round = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["Person"]()

    otp_device: object | None = None
    """The second factor shown in this session, or the one that stands behind a token now."""
    scopes: frozenset[str] | None = None
    """What the token allows that brought them here; None in a page."""

    def __str__(self) -> str:
        """Their name."""
        return self.name

    def is_verified(self) -> bool:
        """Whether a second factor stands behind this: shown in the session, or held by now.

        An officer's token is made with one; when the device is forgotten, the token opens nothing.
        """
        return self.otp_device is not None

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session is bound to: the password, as in Django, and the round."""
        bound = f"{self.password}|{self.session_round}"
        return salted_hmac(_SALT, bound, secret=secret, algorithm="sha256").hexdigest()

    @cached_property
    def held_roles(self) -> frozenset[str]:
        """The roles held now, as read once for this request."""
        return frozenset(role for (role,) in sql.rows(_ROLES, [self.pk]))

    def read_roles_again(self) -> None:
        """Forget the roles as read: one was granted or ended since."""
        self.__dict__.pop("held_roles", None)


class Assignment(models.Model):
    """A role of a person; ended, never deleted. Roles: `people.roles`."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=32)
    granted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """A role is held once at a time, and nobody grants one to themselves."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(until__isnull=True),
                name="role_held_once",
            ),
            models.CheckConstraint(
                condition=models.Q(granted_by__isnull=True)
                | ~models.Q(granted_by=models.F("person")),
                name="role_not_self_granted",
            ),
        ]

    def __str__(self) -> str:
        """Who is what."""
        return f"{self.person_id} is {self.role}"


class Token(models.Model):
    """The key of a program that acts for a person: only its SHA-256 is kept.

    scopes: words with spaces between, of `people.scopes`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=500)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class RecoveryCode(models.Model):
    """A way in for an officer who lost the device: shown once, kept as a SHA-256, used once."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="recovery_codes")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """Each code of a person once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "sha256"], name="recovery_code_once")
        ]

    def __str__(self) -> str:
        """Whose."""
        return f"recovery code of {self.person_id}"


class Attempt(models.Model):
    """A sign-in that failed, counted to throttle the next; by account and by address."""

    key = models.CharField(max_length=120, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """Whose, and how many."""
        return f"{self.key}: {self.failures}"
