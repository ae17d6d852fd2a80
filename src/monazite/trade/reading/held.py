"""Rows that the store holds already under the same release: they are not added a second time.

Files of one release may be loaded one after the other (partner by partner, month by month), and may
overlap. A row whose key is there already says the same, and is set aside, or says something else,
and is rejected: a release cannot say two things. Rows that `parts` tell apart are compared as sums.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from monazite.trade.flows.vintages import order
from monazite.trade.reading.keys import keys
from monazite.trade.reading.repeated import rows_at, tell, without
from monazite.trade.reading.vocabulary import NONE, Memory
from monazite.trade.reading.years import year_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from monazite.trade.flows.store import LoadRecord, Store
    from monazite.trade.reading.keys import Keys
    from monazite.trade.reading.sidefile import SideFile
    from monazite.trade.reading.vocabulary import Numbers, Vocabularies, Vocabulary

_WORDS = ("frequency", "period", "reporter", "partner", "direction", "nomenclature", "code")
_AMOUNTS = ("mass_kg", "value_usd", "value_reported")


def same_release(
    store: Store, ready: Sequence[tuple[Path, LoadRecord]], source: str, vintage: str
) -> tuple[Path, ...]:
    """The folders of the loads of a source's release, in the store or about to be in it."""
    release = order(vintage)
    known = [*((store.folder(one.id), one) for one in store.loads()), *ready]
    return tuple(
        folder for folder, one in known if one.source == source and order(one.vintage) == release
    )


def unheld(
    folder: Path,
    year: int,
    found: Keys,
    files: Sequence[Path],
    words: Vocabularies,
    side: SideFile,
) -> Keys:
    """The keys of a year's rows, once rows that other files of the release hold are out.

    Args:
        folder: the load in the making.
        year: the year.
        found: the keys of its rows, as they stand in its file.
        files: the files of that year in the store that are of the same source and vintage.
        words: the words of the load in the making.
        side: where rows that are taken out are told.
    """
    theirs = [one for path in files if (one := _matching(path, found, words)) is not None]
    if not theirs:
        return found
    held = _sums(pa.concat_tables(theirs))
    mask = np.isin(found, held["key"].to_numpy())
    at = np.flatnonzero(mask)
    ours = rows_at(year_path(folder, year), mask)
    told = _sums(_said(ours, found[at]))
    same = [pc.equal(held[name], told[name]) for name in ("mass", "value")]
    agree = held["key"].filter(pc.and_(*same)).to_numpy()
    agrees = np.isin(found[at], agree)
    names = " ".join(dict.fromkeys(path.parent.parent.name for path in files))
    tell(side, ours, agrees, "already_loaded", [names] * len(at))
    tell(side, ours, ~agrees, "conflicts_with_loaded", [names] * len(at))
    return without(folder, year, found, at)


def _matching(path: Path, wanted: Keys, words: Vocabularies) -> pa.Table | None:
    """What a file says under the wanted keys; None where it says nothing of them."""
    found = []
    with pq.ParquetFile(path, read_dictionary=list(_WORDS)) as file:
        for number in range(file.num_row_groups):
            group = file.read_row_group(number, columns=[*_WORDS, *_AMOUNTS])
            theirs = _keys(group, words)
            mask = np.isin(theirs, wanted)
            if mask.any():
                found.append(_said(group.filter(pa.array(mask)), theirs[mask]))
    return pa.concat_tables(found) if found else None


def _keys(rows: pa.Table, words: Vocabularies) -> Keys:
    """The keys of stored rows in the words of the load in the making."""
    vocabularies = {"reporter": words.places, "partner": words.places, "direction": words.small,
                    "nomenclature": words.nomenclatures, "code": words.codes}  # fmt: skip
    numbers = {name: _numbers(_one(rows, name), held) for name, held in vocabularies.items()}
    both = pc.binary_join_element_wise(
        *(pc.cast(_one(rows, name), pa.string()) for name in ("frequency", "period")), " "
    )
    numbers["period"] = _numbers(both, words.periods)
    return keys(numbers)


def _numbers(column: pa.Array, words: Vocabulary) -> Numbers:
    return Memory(lambda text: NONE if text is None else words.number(text)).numbers(column)


def _one(rows: pa.Table, name: str) -> pa.Array:
    return rows[name].combine_chunks()


def _said(rows: pa.Table, keys_: Keys) -> pa.Table:
    """Keys with the amounts as published; a value in another currency counts as reported."""
    value = pc.coalesce(rows["value_reported"], rows["value_usd"])
    return pa.table({"key": keys_, "mass": rows["mass_kg"], "value": value})


def _sums(rows: pa.Table) -> pa.Table:
    """The sums under each key, in the order of the keys; -1 where nothing is known."""
    added = rows.group_by("key").aggregate([("mass", "sum"), ("value", "sum")]).sort_by("key")
    sums = {name: added[f"{name}_sum"] for name in ("mass", "value")}
    unknown = {name: pa.scalar(-1, column.type) for name, column in sums.items()}
    return pa.table(
        {"key": added["key"]} | {n: pc.fill_null(c, unknown[n]) for n, c in sums.items()}
    )
