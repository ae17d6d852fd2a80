"""Applications and what belongs to them; what is filed is only ever superseded."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from monazite.desk.events.models import Chained
from monazite.desk.exact import ExactDecimalField
from monazite.desk.people.models import Organisation, Person


class Application(Chained):
    """A request to let goods leave: a form that is written until it is filed, then stands.

    form: what was typed, as `monazite.licensing.fields` names it; words: what it is found by
    (`applications.words`); version: counts its saves;
    state: of `monazite.licensing.transitions`; reference: given when it is filed; supersedes: the
    filed application that this one amends; split_from: the draft that this one was cut out of.
    """

    AGGREGATE = "application"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="applications")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    title = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    regime = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=16, blank=True)
    destination = models.CharField(max_length=2, blank=True)
    form = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=32)
    reference = models.CharField(max_length=32, null=True, unique=True)  # noqa: DJ001 - unique where it is
    filed_at = models.DateTimeField(null=True)
    filed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    form_sha256 = models.CharField(max_length=64, blank=True)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, related_name="amendments")
    split_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="pieces")

    class Meta:
        """Lists go by the newest; a filed application has a reference, a draft none."""

        indexes: ClassVar = [
            models.Index(fields=["organisation", "-created_at", "-id"], name="application_own"),
            models.Index(
                fields=["state", "-created_at", "-id"], include=["filed_at"],
                name="application_state",
            ),
            models.Index(fields=["filed_at", "id"], name="application_oldest"),
            models.Index(fields=["-created_at", "-id"], name="application_newest"),
            # What queues and figures ask of very many applications, without their forms.
            models.Index(
                fields=["id"],
                include=[
                    "state", "destination", "organisation", "regime", "filed_at", "changed_at"
                ],
                name="application_facts",
            ),
        ]  # fmt: skip
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(reference__isnull=True, filed_at__isnull=True)
                | models.Q(reference__isnull=False, filed_at__isnull=False),
                name="application_filed_or_not",
            )
        ]

    def __str__(self) -> str:
        """Its reference or its title."""
        return self.reference or self.title or str(self.id)


class NamedOffice(models.Model):
    """An agency that an application names: it may read it (need to know)."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="offices")
    agency = models.ForeignKey(Organisation, models.PROTECT, related_name="named_by")
    duty = models.CharField(max_length=16)
    since = models.DateTimeField()

    class Meta:
        """Each agency once for each duty."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["application", "agency", "duty"], name="office_named_once"
            )
        ]

    def __str__(self) -> str:
        """Who reads what."""
        return f"{self.agency_id} {self.duty} {self.application_id}"


class FiledParty(models.Model):
    """A party as it was filed; organisation: its account here, where it has one."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="parties")
    number = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    name_native = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2)
    identifier = models.CharField(max_length=60, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Found by name and by number."""

        indexes: ClassVar = [
            models.Index(fields=["name"], name="filed_party_name"),
            models.Index(fields=["identifier"], name="filed_party_identifier"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["application", "number"], name="filed_party_number")
        ]

    def __str__(self) -> str:
        """Role and name."""
        return f"{self.role} {self.name}"


class FiledLine(models.Model):
    """A line as it was filed: exact decimals, `quantity` in `unit`, `value` in `currency`."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField()
    description = models.CharField(max_length=1000)
    form = models.CharField(max_length=16)
    contains = models.CharField(max_length=500, blank=True)
    control_code = models.CharField(max_length=20, blank=True)
    hs = models.CharField(max_length=10, blank=True)
    quantity = ExactDecimalField()
    unit = models.CharField(max_length=8)
    mass_kg = ExactDecimalField(null=True)
    value = ExactDecimalField()
    currency = models.CharField(max_length=3)

    class Meta:
        """Numbered from 1; more than nothing; the newest of an item are found at once."""

        indexes: ClassVar = [
            models.Index(fields=["control_code", "form", "id"], name="filed_line_item"),
            models.Index(
                fields=["application"],
                include=["contains", "control_code"],
                name="filed_line_goods",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["application", "number"], name="filed_line_number"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="filed_line_quantity"),
        ]

    def __str__(self) -> str:
        """Number and description."""
        return f"{self.number}. {self.description}"


class LineRuling(models.Model):
    """The ruling on a line under one state of the law; a newer one supersedes it.

    document: the ruling's JSON in English (codes and ids are the same in every language).
    """

    line = models.ForeignKey(FiledLine, models.PROTECT, related_name="rulings")
    ruled_at = models.DateTimeField()
    on = models.DateField()
    law_hash = models.CharField(max_length=64)
    outcome = models.CharField(max_length=32)
    document = models.JSONField()
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")

    class Meta:
        """One first ruling of each line; each is superseded once at most."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line"],
                condition=models.Q(supersedes__isnull=True),
                name="ruling_first_once",
            )
        ]

    def __str__(self) -> str:
        """Its outcome."""
        return self.outcome


class _There(models.Manager["Paper"]):
    """The papers that were not taken away."""

    def get_queryset(self) -> models.QuerySet[Paper]:
        return super().get_queryset().filter(taken_away_at__isnull=True)


class Paper(models.Model):
    """An uploaded file, stored by its hash; what is said of it stands in the form.

    scan: clean, infected or not_scanned; secret: read by named reviewers alone; taken_away_at: of
    a file that was taken away from a draft, which nobody finds any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    scan = models.CharField(max_length=16)
    secret = models.BooleanField(default=False)
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    taken_away_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Paper]] = _There()
    ever: ClassVar[models.Manager[Paper]] = models.Manager()

    class Meta:
        """The same file once in an application."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["application", "sha256"],
                condition=models.Q(taken_away_at__isnull=True),
                name="paper_once",
            )
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Reviewer(models.Model):
    """A person named to read the trade secrets of an application, by another one."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="reviewers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    named_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        """Four eyes: nobody names themselves."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["application", "person"], name="reviewer_named_once"),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("named_by")), name="reviewer_not_self_named"
            ),
        ]

    def __str__(self) -> str:
        """Who reads what."""
        return f"{self.person_id} reads {self.application_id}"


class Sequence(models.Model):
    """The last number given, counted in the transaction that uses it: no gaps, no doubles."""

    name = models.CharField(max_length=64, primary_key=True)
    last = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        """Its name and number."""
        return f"{self.name} {self.last}"
