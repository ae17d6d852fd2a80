"""Forms as data with places to fill: names in braces, and days as `today+30`."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_DAY = re.compile(r"today([+-]\d+)?")


def filled(template: Any, names: Mapping[str, str], today: date) -> Any:  # noqa: ANN401 - JSON
    """A copy of the template with every name and day put in."""
    if isinstance(template, dict):
        return {key: filled(value, names, today) for key, value in template.items()}
    if isinstance(template, list):
        return [filled(value, names, today) for value in template]
    return _text(str(template), names, today)


def _text(text: str, names: Mapping[str, str], today: date) -> str:
    day = _DAY.fullmatch(text)
    if day is not None:
        return (today + timedelta(days=int(day[1] or 0))).isoformat()
    return text.format_map(names)
