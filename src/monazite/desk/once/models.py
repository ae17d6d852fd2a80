"""Answers given, by the caller's own key."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.people.models import Person


class Answer(models.Model):
    """The answer to a request that carried a key: a replay gets it again, and changes nothing.

    request: SHA-256 of what was asked; the same key with another request is refused; language: of
    the answer.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    request = models.BinaryField(max_length=32)
    status = models.PositiveSmallIntegerField()
    body = models.TextField()
    language = models.CharField(max_length=2, blank=True)
    at = models.DateTimeField()

    class Meta:
        """A key belongs to a person, once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "key"], name="answer_once")
        ]

    def __str__(self) -> str:
        """Its key."""
        return self.key
