"""Files that no row names: their upload was cut off between the file's place and the commit."""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from monazite.desk.applications.models import Paper
from monazite.desk.papers.store import stored

AGE_S = 24 * 3600.0
"""No upload takes a day between its file and its row."""
_AT_ONCE = 500
_NAMING: list[type[Any]] = [Paper]


def named_by(model: type[Any]) -> None:
    """Rows of this table name files too, by `sha256`; called when a room above is ready."""
    if model not in _NAMING:
        _NAMING.append(model)


def sweep(root: Path) -> int:
    """Remove those that nobody wanted for a day; how many were."""
    files, removed = stored(root), 0
    while some := list(islice(files, _AT_ONCE)):
        removed += _swept({path.name: path for path in some if _old(path)})
    return removed


def _swept(old: dict[str, Path]) -> int:
    named = {sha256 for model in _NAMING for sha256 in _named(model, old)}
    unnamed = [old[sha256] for sha256 in old.keys() - named]
    # Looked at again: an upload that finds its file there makes it young.
    gone = [path for path in unnamed if _old(path)]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _named(model: type[Any], old: Iterable[str]) -> Iterable[str]:
    found: Iterable[str] = model.objects.filter(sha256__in=old).values_list("sha256", flat=True)
    return found


def _old(path: Path) -> bool:
    return path.stat().st_mtime < time.time() - AGE_S
