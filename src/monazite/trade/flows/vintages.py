"""The order of vintages: releases named by dates in any form, or by anything else with numbers."""

from __future__ import annotations

import re

_DATED = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-?(?P<month>[0-9]{2})(?:-?(?P<day>[0-9]{2}))?")
_PARTS = re.compile(r"[0-9]+|[^0-9]+")


def order(vintage: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which newer releases sort after older ones.

    `202401b`, `2024-01-31` and `V202501` are read as dates, so that they compare with each other;
    what follows a date (a, b) orders within it. Other names are compared number by number.
    """
    bare = vintage.strip().casefold().removeprefix("v")
    if dated := _DATED.match(bare):
        numbers = [int(dated[name]) for name in ("year", "month", "day") if dated[name]]
        suffix = bare[dated.end() :]
        return (*((1, number, "") for number in numbers), *([(0, 0, suffix)] if suffix else []))
    return tuple(
        (1, int(part), "") if part.isdecimal() else (0, 0, part) for part in _PARTS.findall(bare)
    )
