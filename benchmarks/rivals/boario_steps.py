"""BoARIO's time a step, where it is installed: a made-up table of 10 regions by 50 industries."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import numpy as np
from benchmarks.measuring import seconds_of

_REGIONS, _INDUSTRIES, _STEPS = 10, 50, 20


def told() -> str:
    """Its time a step, or how to have it measured."""
    if any(find_spec(name) is None for name in ("boario", "pymrio", "progressbar")):
        return "BoARIO is not installed here (pip install boario pymrio progressbar2)"
    milliseconds = 1e3 * _seconds() / _STEPS
    return f"BoARIO {milliseconds:.1f} ms a step of {_REGIONS * _INDUSTRIES} industries"


def _seconds() -> float:
    """Seconds of all steps, with nothing that disturbs them."""
    import pymrio
    from boario.extended_models import ARIOPsiModel
    from boario.simulation import Simulation

    flows, final = _table()
    table = pymrio.IOSystem(Z=flows, Y=final)
    table.calc_all()
    model: Any = ARIOPsiModel(table)
    simulation: Any = Simulation(model, n_temporal_units_to_sim=_STEPS, show_progress=False)
    return seconds_of(simulation.loop)


def _table() -> tuple[Any, Any]:
    """Flows between industries, and final use, made up."""
    import pandas as pd

    random = np.random.default_rng(1)
    size = _REGIONS * _INDUSTRIES
    names = [(f"R{r}", f"S{s}") for r in range(_REGIONS) for s in range(_INDUSTRIES)]
    index = pd.MultiIndex.from_tuples(names, names=["region", "sector"])
    uses = pd.MultiIndex.from_product(
        [[f"R{r}" for r in range(_REGIONS)], ["final"]], names=["region", "category"]
    )
    flows = pd.DataFrame(random.lognormal(0, 1, (size, size)), index=index, columns=index)
    final = pd.DataFrame(random.lognormal(6, 1, (size, _REGIONS)), index=index, columns=uses)
    return flows, final
