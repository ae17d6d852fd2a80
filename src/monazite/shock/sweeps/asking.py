"""From a spec, or a folder that is gone on with, to the manifest of what is to be computed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.shock.asking import case
from monazite.shock.parameters.reading import PACKAGED, packaged
from monazite.shock.results.resting import ran
from monazite.shock.runs.run import engine
from monazite.shock.scenarios.reading import scenario
from monazite.shock.sweeps import identity
from monazite.shock.sweeps.axes import varied
from monazite.shock.sweeps.columns import units
from monazite.shock.sweeps.documents import document
from monazite.shock.sweeps.plan import usual
from monazite.shock.sweeps.refusing import refusal
from monazite.shock.sweeps.spec import Spec
from monazite.shock.sweeps.store.manifest import NAME, Manifest, read

if TYPE_CHECKING:
    from monazite.shock.results.ran import Ran

_NOWHERE = Path()


def asked(spec: Spec | None, store: Path, chunk: int | None) -> Manifest:
    """What a folder is to hold, by this Monazite.

    A folder that holds a sweep already says the size of its chunks, and the set of parameters;
    without a spec all else too.

    Raises:
        ScenarioError: a variation that does not fit.
        InputError: field "out" or "draws".
    """
    there = read(store) if spec is None or (store / NAME).exists() else None
    if spec is None:
        assert there is not None  # noqa: S101 - read above
        spec = _spec(there)
    if engine() != "compiled" and spec.draws > 1:
        raise refusal("draws", spec.draws, "numba")
    size = chunk or (there.chunk if there else usual(spec.draws))
    known = there is not None and there.parameters in PACKAGED
    return _manifest(spec, size, there.parameters if there and known else PACKAGED[0])


def _spec(there: Manifest) -> Spec:
    return Spec(
        scenario(there.scenario, _NOWHERE), there.title, there.paths, there.points, there.kind,
        there.draws, there.seed,
    )  # fmt: skip


def _plain(head: Ran) -> dict[str, Any]:
    """A head as a JSON document."""
    return {**head.head, "assumed": [asdict(one) for one in head.assumed]}


def _manifest(spec: Spec, chunk: int, parameters: str) -> Manifest:
    described = document(spec.scenario)
    for point in spec.points:
        # Values fit one by one; whether they fit together is not found out in the middle.
        varied(described, dict(zip(spec.paths, point, strict=True)), _NOWHERE)
    base, drawn = case(spec.scenario), packaged(parameters)
    return Manifest(
        spec.title, described, spec.kind, spec.paths, spec.points, spec.draws, spec.seed, chunk,
        parameters, drawn.digest, identity.of_world(base), dict(identity.code()),
        dict(units(base)), _plain(ran(base, drawn, spec.draws, spec.seed)),
    )  # fmt: skip
