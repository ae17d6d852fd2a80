"""Train a risk model on a table of declarations with outcomes, and keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.watch.targeting.cards import card
from monazite.watch.targeting.features.cells import Cells
from monazite.watch.targeting.learning.fitting import fitted
from monazite.watch.targeting.model import Model
from monazite.watch.targeting.settings import Settings
from monazite.watch.targeting.store import keep
from monazite.watch.targeting.table.cells import days
from monazite.watch.targeting.table.lone import check_last_days
from monazite.watch.targeting.table.outcomes import ANY, outcomes
from monazite.watch.targeting.table.reading import read
from monazite.watch.targeting.table.schema import schema
from monazite.watch.targeting.table.table import until as cut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from monazite.watch.targeting.learning.fitting import Head
    from monazite.watch.targeting.table.reading import Source

    Told = Callable[[str, int, int], None]


def train(
    source: Source,
    label: str,
    time: str,
    folder: str | Path | None = None,
    *,
    ignore: Sequence[str] = (),
    roles: Mapping[str, str] | None = None,
    clean: str | None = None,
    until: date | None = None,
    settings: Settings | None = None,
    told: Told | None = None,
) -> Model:
    """Learn which declarations are worth opening.

    Args:
        source: a CSV or Parquet file, or columns of values.
        label: the column of what inspections found; an empty cell: nobody looked.
        time: the column of days.
        folder: where the model is kept; a model that was there stays until this one is whole.
        ignore: columns that the model must not see.
        roles: column by role, where its name does not tell it (`targeting/data/roles.yaml`).
        clean: the label of what was in order, where it is not plain (0, no, clean, 否 …).
        until: rows after this day are left out, as if they were not there; without it rows of the
            future, or far after all others, are refused.
        settings: how it learns.
        told: hears which outcome is being learned, how many fits are done, how many there are.

    Raises:
        InputError: where the table or a choice cannot be used; nothing is kept then.
    """
    how = settings or Settings()
    table = read(source)
    table.column(time, "time")
    if until is None:
        check_last_days(days(table, time), time)
    else:
        table = cut(table, days(table, time), until)
    labels = outcomes(table, label, clean)
    cells = Cells(table, schema(table, label, time, ignore, roles, labels.found[ANY]))
    heads: dict[str, Head] = {}
    for name, found in labels.found.items():
        try:
            heads[name] = fitted(cells, found, how, _told(told, name))
        except InputError:
            if name == ANY:
                raise
    model = Model(cells.schema, labels.clean, heads, card(cells, labels, heads, how))
    if folder is not None:
        keep(model, folder)
    return model


def _told(told: Told | None, name: str) -> Callable[[int, int], None] | None:
    return None if told is None else lambda done, of: told(name, done, of)
