"""Opening a store of flows, the packaged extract, or the flows of a server."""

from __future__ import annotations

from pathlib import Path

from monazite.errors import InputError
from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import Store
from monazite.trade.packaged.tables import store_path
from monazite.trade.questions import Trade


def open_store(
    path: str | Path | None = None, *, engine: str | None = None, as_of: str | None = None
) -> Trade:
    """Open a store of flows; without a path, the extract that Monazite carries.

    Args:
        path: the folder that `monazite trade load` filled.
        engine: duckdb (default), spark://…, or the address of a server (`flows.engine`).
        as_of: the id of a load (that load alone), or a vintage: releases up to and with it.

    Raises:
        InputError: field "store", where the folder is no store or holds nothing, or where a server
            is asked for as well; "engine"; "as_of".
    """
    place = engine_of(engine)
    if place.is_server:
        for field, given in (("store", path), ("as_of", as_of)):
            if given is not None:
                raise InputError(field, given, f"none: the engine {place.name} holds its own flows")
        return Trade(place, place.flows())
    folder = store_path() if path is None else Path(path)
    selected = current(Store(folder), as_of)
    return Trade(place, selected.table(place), folder=folder, frequencies=selected.frequencies)
