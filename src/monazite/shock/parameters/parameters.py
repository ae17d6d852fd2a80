"""Parameters: for each knob of a run its distribution, unit, range, source and standing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monazite.shock.parameters.distributions import Distribution


class Words(NamedTuple):
    """A sentence in both languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One knob; least, most: its range, at which the distribution is cut off.

    why: on what it was fitted, or, where it was not, why it is assumed.
    """

    knob: str
    what: Words
    distribution: Distribution
    unit: str
    least: float
    most: float
    source: str
    confidence: str
    fitted: bool
    why: Words


class Calibration(NamedTuple):
    """The history matching that the fitted distributions are of.

    draws: of a wave; of the last wave, plausible: how many are, best: the least implausible, cut:
    up to which they were kept, in standard deviations, 3 where enough are plausible. The same
    draws, waves and seed give the same distributions.
    """

    draws: int
    waves: int
    seed: int
    plausible: int
    best: float
    cut: float


@dataclass(frozen=True, slots=True)
class Parameters:
    """One dated set, in the order of `Knobs`."""

    name: str
    date: str
    calibration: Calibration
    rows: tuple[Parameter, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the content: neither comments, nor order, nor 2 for 2.0 change it."""
        rows = {
            row.knob: {**asdict(row), "kind": type(row.distribution).__name__.lower()}
            for row in self.rows
        }
        made = self.calibration._asdict()
        content = {"name": self.name, "date": self.date, "calibration": made, "parameters": rows}
        text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
