"""Trade statistics: flows of every publisher in one table, and the published monthly headlines.

`trade.open(path).supply("284690", importer="DEU", years=range(2015, 2025))`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.questions import Trade

__all__ = ["open"]


def open(  # noqa: A001 - trade.open is what people call it
    path: str | Path | None = None, *, engine: str | None = None, as_of: str | None = None
) -> Trade:
    """Open a store of flows (`opening.open_store`); without a path, the extract that we carry."""
    from monazite.trade.opening import open_store  # noqa: PLC0415 - ibis takes its time

    return open_store(path, engine=engine, as_of=as_of)
