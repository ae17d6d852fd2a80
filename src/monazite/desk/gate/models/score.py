"""What a risk model said of a declaration."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.gate.models.declaration import Declaration


class Score(models.Model):
    """What one version of the risk model said; never changed, a later one stands beside it.

    model: the version's name; risk: 0 to 100, of the riskiest item; by_item: by the item's number
    its `risk` (exact text of a share, "0.4321") and its `reasons` by language; held: whether the
    gate held the goods because of it, that somebody look before they leave.
    """

    declaration = models.ForeignKey(
        Declaration, models.PROTECT, related_name="scores", db_index=False
    )
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    model = models.CharField(max_length=64)
    risk = models.PositiveSmallIntegerField()
    by_item = models.JSONField()
    held = models.BooleanField()

    class Meta:
        """Numbered from 1 in a declaration; a share is no more than the whole."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "number"], name="score_number"),
            models.CheckConstraint(condition=models.Q(risk__lte=100), name="score_risk"),
        ]

    def __str__(self) -> str:
        """Which score of which declaration."""
        return f"score {self.number} of {self.declaration_id}"
