"""Rows of the gate."""

from __future__ import annotations

from monazite.desk.gate.models.challenge import Answer, Challenge, Judgement, Sample
from monazite.desk.gate.models.declaration import Declaration, Item
from monazite.desk.gate.models.manifest import Manifest
from monazite.desk.gate.models.papers import GatePaper

__all__ = [
    "Answer", "Challenge", "Declaration", "GatePaper", "Item", "Judgement", "Manifest", "Sample",
]  # fmt: skip
