"""Rows of the gate."""

from __future__ import annotations

from monazite.desk.gate.models.challenge import (
    Answer,
    Challenge,
    Identification,
    Judgement,
    Sample,
)
from monazite.desk.gate.models.declaration import Act, Declaration, Item, Left
from monazite.desk.gate.models.manifest import Manifest
from monazite.desk.gate.models.papers import GatePaper
from monazite.desk.gate.models.score import Score

__all__ = [
    "Act", "Answer", "Challenge", "Declaration", "GatePaper", "Identification", "Item",
    "Judgement", "Left", "Manifest", "Sample", "Score",
]  # fmt: skip
