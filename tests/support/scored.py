"""A risk model that says what a test wants, in the place of one that was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.desk.gate.risk import scoring
from monazite.desk.gate.risk.held_model import Held

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import pytest

REASON = {"en": "exporter x: 40% of 12 opened", "zh": "exporter x：已查12次，查获40%"}


class Said(NamedTuple):
    """Risks by row, and a reason that is the same for all of them."""

    risks: np.ndarray

    def reasons(self, lang: str = "en") -> list[str]:
        """One a row."""
        return [REASON[lang]] * len(self.risks)


class Model:
    """Says the risk that a function finds in a row; asked: how many rows each time."""

    def __init__(self, risk: Callable[[dict[str, str]], float]) -> None:
        self._risk = risk
        self.asked: list[int] = []

    def score(self, columns: Mapping[str, Sequence[str]]) -> Said:
        """As a learned model does."""
        rows = [
            dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)
        ]
        self.asked.append(len(rows))
        return Said(np.array([self._risk(row) for row in rows]))


class _Holds:
    def __init__(self, held: Held | None) -> None:
        self._held = held

    def look(self, _: Path) -> Held | None:
        return self._held


def in_force(
    monkeypatch: pytest.MonkeyPatch, risk: float | Callable[[dict[str, str]], float],
    version: str = "v1",
) -> Model:  # fmt: skip
    """Put a model in force: one risk for every item, or what a function says of each row."""
    model = Model(risk if callable(risk) else lambda _: risk)
    held = Held(version, model)  # type: ignore[arg-type]
    monkeypatch.setattr(scoring, "_HOLDER", _Holds(held))
    return model
