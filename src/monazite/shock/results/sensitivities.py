"""What the results of a scenario depend on, beside what was run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.shock.results.ran import Ran
from monazite.shock.results.resting import ran
from monazite.shock.runs.sensitivity import Sensitivity, sensitivities, varying

if TYPE_CHECKING:
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told


@dataclass(frozen=True, slots=True)
class Sensitivities(Ran):
    """First and total order of every result, by parameter; draws: points x (parameters + 2)."""

    points: int
    sensitivities: tuple[Sensitivity, ...]


def sensed(case: Case, parameters: Parameters, points: int, seed: int, told: Told) -> Sensitivities:
    """The sensitivities of a case; told: with the number of draws that are done.

    InputError field "draws" or "seed".
    """
    found = sensitivities(case, parameters, points, seed, told)
    draws = points * (len(varying(case.assumed, parameters)) + 2)
    head = ran(case, parameters, draws, seed).head
    return Sensitivities(**head, points=points, sensitivities=found)
