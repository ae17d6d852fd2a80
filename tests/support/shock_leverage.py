"""What tests of leverage share: a lever, a package as its file says it, and points for bands."""

from __future__ import annotations

from typing import Any

from monazite.shock.leverage.results import Number
from monazite.shock.results.outcome import Band

BAN = "cn-ga-ge-us"
"""The smallest world: gallium and germanium."""
PACKAGE: dict[str, Any] = {
    "id": "one-for-one",
    "title": {"en": "One for one", "zh": "一换一"},
    "summary": {"en": "A ban for a list.", "zh": "以禁令换名单。"},
    "sources": ["an assumption"],
    "agreed": "2025-05-12",
    "commitments": ["COM-2025-05-12-GENEVA-CN"],
    "gives": [{"side": "CN", "lever": BAN, "does": "suspend", "from": "2025-05-14"}],
}


def point(value: float) -> Number:
    """A number that is the same in every draw."""
    return Number(Band(value, value, value))


def middle(number: Number) -> float:
    """The median of a number that is there."""
    assert number.band is not None
    return number.band.p50
