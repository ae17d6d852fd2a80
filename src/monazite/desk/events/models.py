"""Events and checkpoints; rows that are only ever added."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

GENESIS = bytes(32)
"""The head of a chain that holds nothing."""


class Chained(models.Model):
    """An aggregate: a thing with a chain of events; its row carries the chain's head and length.

    Written through `events.append` alone: `create` and `record`.
    """

    AGGREGATE: ClassVar[str]
    """The aggregate's kind, as events name it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event_seq = models.PositiveBigIntegerField(default=0, editable=False)
    event_head = models.BinaryField(max_length=32, default=GENESIS, editable=False)

    class Meta:
        """No table of its own."""

        abstract = True


class Event(models.Model):
    """One thing that happened to one aggregate.

    payload: canonical JSON, kept as text so that its bytes stay what was hashed; actor: the person,
    None for the system; via: page, api, cli, worker or demo; previous and hash: the chain.
    """

    id = models.BigAutoField(primary_key=True)
    aggregate_kind = models.CharField(max_length=32)
    aggregate_id = models.UUIDField()
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    via = models.CharField(max_length=16)
    kind = models.CharField(max_length=64)
    payload = models.TextField()
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        """Each place of each chain once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aggregate_id", "seq"], name="event_place")
        ]

    def __str__(self) -> str:
        """Which event of which aggregate."""
        return f"{self.aggregate_kind} {self.aggregate_id} #{self.seq} {self.kind}"


class Checkpoint(models.Model):
    """A seal over the events committed since the last one.

    document: canonical JSON (number, previous, events, root, heads …); hash: SHA-256 of it;
    signature: Ed25519 over it. The same text lies in a file outside the database.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    document = models.TextField()
    hash = models.BinaryField(max_length=32)
    signature = models.BinaryField(max_length=64)

    def __str__(self) -> str:
        """Its number."""
        return f"checkpoint {self.number}"
