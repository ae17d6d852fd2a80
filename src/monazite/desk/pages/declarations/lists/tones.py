"""Colours of states and of risk."""

from __future__ import annotations

_STATES = {
    "cleared": "good", "exited": "good", "held": "warning", "challenged": "warning",
    "refused": "error",
}  # fmt: skip
_HIGH, _MIDDLE = 75, 50


def state_tone(state: str) -> str:
    """Of a state's mark; "" for one that asks for nothing."""
    return _STATES.get(state, "")


def risk_tone(risk: int | None) -> str:
    """Of a score from 0 to 100."""
    if risk is None or risk < _MIDDLE:
        return ""
    return "error" if risk >= _HIGH else "warning"
