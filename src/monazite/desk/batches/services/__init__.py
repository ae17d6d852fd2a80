"""What is done with batches and quotas; one function, one transaction (or the caller's)."""

from __future__ import annotations

from monazite.desk.batches.services.drawing import draw, found, undraw
from monazite.desk.batches.services.making import begin, hand_over, make
from monazite.desk.batches.services.quotas import set_quota

__all__ = ["begin", "draw", "found", "hand_over", "make", "set_quota", "undraw"]
