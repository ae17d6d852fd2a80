"""What officials write to each other about a case, and how each sorts their own queue."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.cases.models.case import Case
from monazite.desk.people.models import Organisation, Person


class Note(models.Model):
    """A note among officials; shared: every office of the case reads it, else the author's own."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    number = models.PositiveSmallIntegerField()
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()
    shared = models.BooleanField(default=False)

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="note_number")
        ]

    def __str__(self) -> str:
        """Which note of which case."""
        return f"note {self.number} of {self.case_id}"


class Mention(models.Model):
    """A colleague whom a note names; seen_at: when they opened it, for their own list alone."""

    note = models.ForeignKey(Note, models.PROTECT, related_name="mentions")
    person = models.ForeignKey(Person, models.PROTECT, related_name="mentions")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        """Each colleague once in a note."""

        indexes: ClassVar = [
            models.Index(
                fields=["person"], condition=models.Q(seen_at__isnull=True), name="mention_unseen"
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["note", "person"], name="mention_once")
        ]

    def __str__(self) -> str:
        """Who is named where."""
        return f"{self.person_id} in {self.note_id}"


class SavedFilter(models.Model):
    """A person's own way to look at a queue; query: the address's, as it stood."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)

    class Meta:
        """Each name once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "name"], name="saved_filter_once")
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
