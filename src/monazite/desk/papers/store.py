"""Files under their own hash: papers/ab/abcdef…; the same content lies there once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from monazite.desk.papers.receiving import Received

_HASH = re.compile(r"[0-9a-f]{64}")


def path_of(root: Path, sha256: str) -> Path:
    """Where the content of that hash lies, or would."""
    if not _HASH.fullmatch(sha256):
        raise ValueError("not a SHA-256 in small letters")
    return root / sha256[:2] / sha256


def keep(file: Received, root: Path) -> Path:
    """Move it to its place; afterwards it is there whole, or not there, whatever fails."""
    place = path_of(root, file.sha256)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if place.is_file() and place.stat().st_size == file.size:
        os.utime(place)  # wanted now, so the sweep of what no row names leaves it
    else:
        file.path.chmod(0o600)
        file.path.replace(place)
        _sync(place.parent)
        _sync(root)
    return place


def stored(root: Path) -> Iterator[Path]:
    """Every file that lies in its place."""
    return (path for path in root.glob("??/*") if _HASH.fullmatch(path.name))


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
