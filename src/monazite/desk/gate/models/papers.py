"""Files at a declaration: what answers a challenge, what a laboratory reports."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from monazite.desk.gate.models.declaration import Declaration
from monazite.desk.people.models import Person


class GatePaper(models.Model):
    """A file stored by its hash; kind: of the regime's list (contract, statement, test_report …).

    scan: clean, infected or not_scanned.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    scan = models.CharField(max_length=16)
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        """The same file once at a declaration."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "sha256"], name="gate_paper_once")
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
