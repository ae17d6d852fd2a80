"""Run clean parties against the lists: what each score costs in false alarms."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.errors import InputError
from monazite.watch.screening.comparing.classes import CLASSES, Class
from monazite.watch.screening.comparing.made_by import made_by
from monazite.watch.screening.comparing.nearest import nearest
from monazite.watch.screening.matching.calibration import Calibration
from monazite.watch.screening.matching.clean.making import companies, persons, vessels
from monazite.watch.screening.matching.model import logistic
from monazite.watch.screening.party import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from monazite.watch.screening.comparing.lists import Prepared
    from monazite.watch.screening.matching.model import Model

COUNT, SEED = 2_000, 20_261_123
FEWEST = 300
"""Clean parties below this say too little of so rare a thing as an alert."""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Clean:
    """Parties that are known to be on no list: names by class; a class left out is made up.

    made: what the answers say of where they are from.
    """

    names: Mapping[Class, tuple[str, ...]]
    made: str = "own"

    @property
    def digest(self) -> str:
        """A hash of all names."""
        told = json.dumps([sorted(self.names.items()), self.made], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()


def own(kind: str, names: Sequence[str]) -> Clean:
    """The user's own clean parties of a class; InputError where too few, or of no class."""
    different = tuple(dict.fromkeys(names))
    if kind not in CLASSES:
        raise InputError("kind", kind, ", ".join(CLASSES))
    if len(different) < FEWEST:
        raise InputError("clean", len(different), f"{FEWEST} different names or more")
    return Clean({kind: different})


def made_up() -> Clean:
    """Made-up parties of each class."""
    people = tuple(one.text for one in persons(COUNT, SEED))
    firms, ships = tuple(companies(COUNT, SEED)), tuple(vessels(COUNT // 2, SEED))
    return Clean({"person": people, "company": firms, "vessel": ships}, f"made_up:{SEED}")


def calibrated(
    lists: Prepared,
    model: Model,
    clean: Clean | None,
    cache: Path | None,
    progress: Callable[[int, int], None] | None = None,
) -> Calibration:
    """The calibration on these lists; kept in the cache by what it rests on."""
    whole = made_up()
    if clean is not None:
        whole = Clean({**whole.names, **clean.names}, clean.made)
    key = _key(lists, model, whole)
    place = cache / f"calibration-{key[:16]}.npz" if cache is not None else None
    if place is not None and place.is_file():
        with np.load(place) as kept:
            return Calibration({name: kept[name] for name in CLASSES}, whole.made)
    total = sum(map(len, whole.names.values()))
    done = 0
    scores: dict[str, Any] = {}
    for name in CLASSES:
        names = whole.names[name]
        scores[name] = _best(lists, model, name, names)
        done += len(names)
        if progress is not None:
            progress(done, total)
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        for old in place.parent.glob("calibration-*.npz"):
            old.unlink()
        np.savez(place, **scores)
    return Calibration(scores, whole.made)


def _best(lists: Prepared, model: Model, name: Class, names: Sequence[str]) -> NDArray[np.float64]:
    """The best score of each clean party, 0 where nothing comes near."""
    best = np.zeros(len(names))
    for start in range(0, len(names), _BATCH):
        asked = [Asked((text,), name) for text in names[start : start + _BATCH]]
        found = nearest(lists, model, asked)
        np.maximum.at(best, found.asked + start, logistic(found.raised))
    return best


def _key(lists: Prepared, model: Model, clean: Clean) -> str:
    told = [[one.used.list, one.used.version] for one in lists.held]
    return hashlib.sha256(
        json.dumps([told, made_by(), model.digest, clean.digest]).encode()
    ).hexdigest()
