"""How many false alerts a site accepts, from its environment."""

from __future__ import annotations

from monazite.errors import InputError

NAME = "MONAZITE_ALARMS"
_USUAL, _MOST = 10.0, 500.0


def alarms(text: str | None) -> float:
    """Alerts among 1,000 parties that are on no list; ten where nobody says, InputError for none.

    Screening takes the same bounds (`monazite.watch.screening.screener`).
    """
    if not text:
        return _USUAL
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0 < found <= _MOST:
        accepted = f"alerts among 1,000 parties on no list: over 0, at most {_MOST:g}"
        raise InputError(NAME, text, accepted)
    return found
