"""What a risk model said of a declaration, for officials alone."""

from __future__ import annotations

from datetime import datetime

from monazite.desk.api.shapes.base import Shape


class ItemScoreShape(Shape):
    """An item's risk as a share, such as "0.4321", and what moved it."""

    number: int
    risk: str
    reasons: str


class ScoreShape(Shape):
    """The newest score; held: whether the gate held the goods because of it.

    model: its version; risk: 0 to 100, of the riskiest item; caveats: what must stand beside it.
    """

    model: str
    at: datetime
    risk: int
    held: bool
    items: list[ItemScoreShape]
    caveats: list[str]
