"""Which lists are in force in a site's folder, and whether any of them is stale."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.watch.screening.lists.held import is_stale
from monazite.watch.screening.lists.versions import CURRENT, read_current
from monazite.watch.screening.suppressions.store import FILE

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Force:
    """hash: SHA-256 of versions, of what was set aside, of alarms; stale: on the day asked."""

    hash: str
    stale: bool


def in_force(folder: Path, on: date, alarms: float) -> Force | None:
    """The lists that a folder holds, asked at so many alarms; None where it holds none.

    MonaziteError where what says so is damaged, OSError where it cannot be read.
    """
    found = sorted(folder.glob(f"[!.]*/{CURRENT}"))
    held = [each for path in found if (each := read_current(path.parent)) is not None]
    if not held:
        return None
    last = [(each.list, each.loadings[-1]) for each in held]
    told = [[name, loading.version] for name, loading in last]
    stale = any(is_stale(each.as_of, on, each.stale_after_days) for _, each in last)
    aside = _digest(folder / FILE)
    text = json.dumps([told, aside, alarms], separators=(",", ":"))
    return Force(hashlib.sha256(text.encode()).hexdigest(), stale)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
