"""Parties that were named before the desk, where they are named, and what lists say of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.events.models import Chained

APPLICATION, DECLARATION = "application", "declaration"


class Party(Chained):
    """A party as somebody named it; the same names, country and number are one party.

    fingerprint: of `watch.screening.suppressions.fingerprint`; asked: as JSON, its names, country
    and number; alerts: SHA-256 of the alerts of its last comparison, "" of none; lists,
    compared_on: the lists in force (`force`) with which it was last compared and the day, "" and
    None before.
    """

    AGGREGATE = "party"

    fingerprint = models.CharField(max_length=64, unique=True)
    asked = models.JSONField()
    since = models.DateTimeField()
    alerts = models.CharField(max_length=64, blank=True)
    lists = models.CharField(max_length=64, blank=True)
    compared_on = models.DateField(null=True)

    class Meta:
        """Found by what has not been compared with the lists in force."""

        indexes: ClassVar = [
            models.Index(fields=["lists", "compared_on"], name="party_compared"),
            models.Index(
                fields=["alerts"], condition=~models.Q(alerts=""), name="party_with_alerts"
            ),
        ]

    def __str__(self) -> str:
        """Its first name."""
        return str(self.asked["names"][0])


class Named(models.Model):
    """That an application or a declaration names a party, and in which role.

    subject: id of it, in `kind`; reference: what people call it; alerts: the party's alerts of
    which a lead was told for it.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="named")
    kind = models.CharField(max_length=16)
    subject = models.UUIDField()
    reference = models.CharField(max_length=64)
    regime = models.CharField(max_length=8)
    role = models.CharField(max_length=24)
    at = models.DateTimeField()
    alerts = models.CharField(max_length=64, blank=True)

    class Meta:
        """Each role of each once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["party", "subject", "role"], name="named_once")
        ]
        indexes: ClassVar = [models.Index(fields=["subject"], name="named_by")]

    def __str__(self) -> str:
        """Who is named where."""
        return f"{self.party_id} in {self.reference}"


class Comparison(models.Model):
    """A comparison of a party with the lists that found something else than the one before.

    found: everything that was answered (`watch.screening.documents`): lists with versions, hits
    with aliases, features and evidence, threshold, model.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="comparisons")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    lists = models.CharField(max_length=64)
    result = models.CharField(max_length=16)
    found = models.JSONField()

    class Meta:
        """Numbered from 1; the last one stands."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["party", "number"], name="comparison_number")
        ]

    def __str__(self) -> str:
        """Which comparison of which party."""
        return f"comparison {self.number} of {self.party_id}"


class Bookmark(models.Model):
    """How far the events were looked through for parties (`events.unsealed.Watermark`): one row."""

    database = models.CharField(max_length=128)
    at = models.BigIntegerField()

    def __str__(self) -> str:
        """The place."""
        return f"{self.database} {self.at}"
