"""The risk of every row of a table, with what made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.watch.targeting.reasons import Reasons

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from monazite.watch.targeting.features.cells import Cells
    from monazite.watch.targeting.features.parts import Part
    from monazite.watch.targeting.learning.fitting import Head

    Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Risks by row, in the order of the table.

    adds: what each of `head.groups` adds to the log-odds; rows: as numbers (`features.Features`);
    seen: the number of each part of a key, by row.
    """

    risks: Floats
    adds: npt.NDArray[np.float32]
    rows: npt.NDArray[np.float32]
    seen: dict[Part, npt.NDArray[np.int64]]
    cells: Cells
    head: Head

    @property
    def late(self) -> npt.NDArray[np.bool_]:
        """Rows dated after the last day learned from; the others may know their own outcome."""
        return self.cells.days > self.head.features.last

    def reasons(self, lang: str = "en") -> list[str]:
        """Why each row has its risk, in words."""
        return Reasons(self, lang).texts()
