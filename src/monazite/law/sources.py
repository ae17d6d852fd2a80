"""The files of the law data, and the hash of their content."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

REGIMES = Path(str(files("monazite"))) / "regimes"
# What an application needs, how cases are handled, which days are worked and what a gate goes by is
# read and hashed by `monazite.licensing` and `monazite.customs`: a ruling does not change with it,
# so that it does not make rulings stale.
_NOT_LAW = frozenset({"licensing.yaml", "casework.yaml", "calendar.yaml", "customs.yaml"})


def law_files(root: Path) -> list[Path]:
    """Every data file of the regimes in a fixed order; cases are tests, not law."""
    return sorted(p for p in _data(root) if "cases" not in p.parts and p.name not in _NOT_LAW)


def _data(root: Path) -> Iterator[Path]:
    for pattern in ("*.yaml", "*/*.yaml", "*/measures/*.yaml", "*/*.csv"):
        yield from root.glob(pattern)


def content_hash(root: Path) -> str:
    """SHA-256 over the names and contents of the law files: the same law, the same hash."""
    digest = hashlib.sha256()
    for path in law_files(root):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(b"\0")
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()
