"""A file of parameters with new distributions: everything else stays as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.shock.parameters.distributions import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.parameters.distributions import Distribution
    from monazite.shock.parameters.parameters import Calibration

_ROW = r"(?m)^  {knob}:\n(?:    .*\n)*?    (?P<old>(?:{kinds}): .*)\n"
_RECORD = re.compile(r"(?m)^calibration: .*$")


def rewritten(text: str, drawn: Mapping[str, Distribution], made: Calibration) -> str:
    """The text of a file in which these parameters are drawn so, and how that was found."""
    for knob, distribution in drawn.items():
        found = re.search(_ROW.format(knob=knob, kinds="|".join(KINDS)), text)
        if found is None:
            raise LookupError(knob)
        start, end = found.span("old")
        text = f"{text[:start]}{_line(distribution)}{text[end:]}"
    return _RECORD.sub(f"calibration: {_members(made._asdict())}", text, count=1)


def _line(one: Distribution) -> str:
    return f"{type(one).__name__.lower()}: {_members(one._asdict())}"


def _members(numbers: Mapping[str, float]) -> str:
    return "{" + ", ".join(f"{name}: {number:g}" for name, number in numbers.items()) + "}"
