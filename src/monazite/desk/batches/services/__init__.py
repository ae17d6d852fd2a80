"""What is done with batches and quotas; one function, one transaction (or the caller's)."""

from __future__ import annotations

from monazite.desk.batches.services.accepting import accept
from monazite.desk.batches.services.drawing import draw, found, held, impossible, spend, wrong
from monazite.desk.batches.services.making import begin, hand_over, make
from monazite.desk.batches.services.quotas import set_quota
from monazite.desk.batches.services.returning import Part, return_rest, undraw

__all__ = [
    "Part", "accept", "begin", "draw", "found", "hand_over", "held", "impossible", "make",
    "return_rest", "set_quota", "spend", "undraw", "wrong",
]  # fmt: skip
