"""A sweep that was run, read out of its folder column by column, chunk by chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.runs.bands import Bands, bands
from monazite.shock.sweeps.refusing import refusal
from monazite.shock.sweeps.store.encoding import Torn, decoded
from monazite.shock.sweeps.store.folder import Folder
from monazite.shock.sweeps.store.manifest import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa
    import xarray as xr

    from monazite.shock.model.model import Floats
    from monazite.shock.sweeps.store.manifest import Manifest


class Sweep:
    """The scenarios of a folder, in the order of their numbers.

    Nothing is read before it is asked for, and no more of a column at once than one chunk and one
    variation, but where all of it is asked for.
    """

    def __init__(self, path: Path) -> None:
        """InputError field "out" where the folder holds no sweep, or one of another format."""
        self.path = path
        self.manifest: Manifest = read(path)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns (`columns.UNITS`), such as `lost` and `lost/DEU`."""
        return tuple(self.manifest.columns)

    @property
    def variations(self) -> tuple[Mapping[str, str], ...]:
        """By variation what varies, path by path."""
        paths = self.manifest.paths
        return tuple(dict(zip(paths, point, strict=True)) for point in self.manifest.points)

    @property
    def missing(self) -> int:
        """Scenarios whose chunk has no file yet."""
        plan, folder = self.manifest.plan, Folder(self.path, self.manifest)
        ranges = (plan.range(n) for n in range(plan.chunks) if not folder.file(n).exists())
        return sum(last - first for first, last in ranges)

    def chunks(self, names: Sequence[str]) -> Iterator[Mapping[str, Floats]]:
        """Columns chunk by chunk; InputError field "column" or "out", where one is torn."""
        for name in names:
            if name not in self.manifest.columns:
                raise refusal("column", name, "column", known=", ".join(self.names))
        folder = Folder(self.path, self.manifest)
        for chunk in range(self.manifest.plan.chunks):
            try:
                yield decoded(folder.file(chunk), folder.stamp(chunk), names)
            except Torn:
                raise refusal(
                    "out", self.path, "unfinished", file=folder.file(chunk).name
                ) from None

    def column(self, name: str) -> Floats:
        """A number for every scenario, NaN where it has none."""
        return np.concatenate([one[name] for one in self.chunks([name])])

    def by_variation(self, names: Sequence[str]) -> Iterator[Mapping[str, Floats]]:
        """Columns variation by variation, each as long as there are draws."""
        draws = self.manifest.draws
        held: dict[str, Floats] = {name: np.zeros(0) for name in names}
        for chunk in self.chunks(names):
            held = {name: np.concatenate([held[name], chunk[name]]) for name in names}
            while len(next(iter(held.values()))) >= draws:
                yield {name: column[:draws] for name, column in held.items()}
                held = {name: column[draws:] for name, column in held.items()}

    def bands(self, names: Sequence[str]) -> Mapping[str, Bands]:
        """Percentiles over the draws, by variation."""
        rows = [
            {name: bands(column) for name, column in one.items()}
            for one in self.by_variation(names)
        ]
        return {name: _joined([row[name] for row in rows]) for name in names}

    def table(self, names: Sequence[str] | None = None) -> pa.Table:
        """Arrow: a row for each scenario, with its number, variation and draw; null for none."""
        import pyarrow as pa  # noqa: PLC0415 - as above

        chosen = list(names or self.names)
        parts = [
            pa.table({name: pa.array(one[name], from_pandas=True) for name in chosen})
            for one in self.chunks(chosen)
        ]
        numbers = np.arange(self.manifest.plan.scenarios)
        of = {"scenario": numbers, "variation": numbers // self.manifest.draws,
              "draw": numbers % self.manifest.draws}  # fmt: skip
        found = pa.concat_tables(parts)
        return pa.table({**of, **{name: found[name] for name in chosen}})

    def dataset(self, names: Sequence[str] | None = None) -> xr.Dataset:
        """Labelled arrays, variation x draw; what varies stands beside the variations."""
        from monazite.shock.sweeps.labelled import drawn  # noqa: PLC0415 - loads xarray

        return drawn(self, list(names or self.names))


def _joined(rows: Sequence[Bands]) -> Bands:
    """Bands of one number each as bands of as many."""
    return Bands(*(np.array(column) for column in zip(*rows, strict=True)))
