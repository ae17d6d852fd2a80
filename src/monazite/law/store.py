"""Load the law: compiled once per content, cached beside the user's other caches."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.law.build import build
from monazite.law.sources import REGIMES, content_hash

if TYPE_CHECKING:
    from monazite.law.law import Law

# Raised when the compiled form changes, so that an older cache is not read as a newer one.
_FORMAT = 1


@lru_cache(maxsize=1)
def load() -> Law:
    """The packaged law; LawDataError where its data break their own rules."""
    return load_from(REGIMES)


def load_from(root: Path) -> Law:
    """The law under `root` (a folder of regimes), from the cache where its content is known."""
    digest = content_hash(root)
    cached = _cache_folder() / f"law-{_FORMAT}-{digest}.json"
    document = _read(cached)
    if document is None:
        # The schema is heavy and runs only when the content is new.
        from monazite.law.compile import compile_law  # noqa: PLC0415

        document = compile_law(root)
        _write(cached, document)
    return build(document, digest)


def _cache_folder() -> Path:
    base = os.environ.get("MONAZITE_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "monazite" if base else Path.home() / ".cache" / "monazite"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        document: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return document


def _write(path: Path, document: dict[str, Any]) -> None:
    # A read-only home is no reason to refuse a ruling: the law is then compiled each time.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as file:
            json.dump(document, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(path)
