"""An index on disk: plain arrays, mapped into memory when opened, under the versions of its lists.

A folder is named by a hash of the versions and of how this package indexes; it is written aside
and moved into place last, so that half an index is never found.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.watch.screening.index.forms import Forms
from monazite.watch.screening.index.index import Index
from monazite.watch.screening.index.postings import Postings
from monazite.watch.screening.index.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

_FORMAT = 1
"""Counts up with every change of what is indexed or how it is laid out."""
_ABOUT = "index.json"


def save(index: Index, directory: Path, versions: Mapping[str, str]) -> Path:
    """Write an index for these versions of lists, and drop those of other versions."""
    directory.mkdir(parents=True, exist_ok=True)
    place = directory / _name(versions)
    with tempfile.TemporaryDirectory(prefix=".", dir=directory) as beside:
        aside = Path(beside) / place.name
        _write(index, versions, aside)
        if place.exists():
            shutil.rmtree(place)
        aside.rename(place)
    for other in directory.iterdir():
        if other != place and (other / _ABOUT).is_file():
            shutil.rmtree(other)
    return place


def _write(index: Index, versions: Mapping[str, str], folder: Path) -> None:
    """The arrays, and last of all what tells of them."""
    folder.mkdir()
    sizes = {}
    for name, array in _arrays("", index):
        np.save(folder / f"{name}.npy", array)
        sizes[name] = (folder / f"{name}.npy").stat().st_size
    about = {
        "format": _FORMAT,
        "versions": dict(sorted(versions.items())),
        "rows": [index.postings.rows, index.alike.rows],
        "bytes": sizes,
    }
    (folder / _ABOUT).write_text(json.dumps(about, indent=1))


def opened(directory: Path, versions: Mapping[str, str]) -> Index | None:
    """The index of these versions; None where there is none, or one that is not whole."""
    place = directory / _name(versions)
    try:
        about = json.loads((place / _ABOUT).read_text())
        whole = all(
            (place / f"{name}.npy").stat().st_size == size for name, size in about["bytes"].items()
        )
        return _index(place, about["rows"]) if whole else None
    except (OSError, ValueError, KeyError):
        return None


def _name(versions: Mapping[str, str]) -> str:
    told = json.dumps([_FORMAT, sorted(versions.items())])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _arrays(
    path: str, of: Index | Forms | Tokens | Postings
) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """Every array of an index by its path."""
    for name in of.__slots__ if isinstance(of, (Index, Tokens)) else of._fields:
        part = getattr(of, name)
        if isinstance(part, np.ndarray):
            yield f"{path}{name}", part
        elif isinstance(part, (Forms, Tokens, Postings)):
            yield from _arrays(f"{path}{name}.", part)


def _index(place: Path, rows: list[int]) -> Index:
    # Copy-on-write: nothing is written, but the product of matrices takes no read-only array.
    def held(path: str) -> NDArray[Any]:
        mapped: NDArray[Any] = np.load(place / f"{path}.npy", mmap_mode="c")
        return mapped

    def postings(path: str, many: int) -> Postings:
        key, start, row, weight, rarity = (held(f"{path}.{name}") for name in Postings._fields[:-1])
        return Postings(key, start, row, weight, rarity, many)

    tokens = Tokens(held("forms.tokens.letters"), held("forms.tokens.start"))
    forms = Forms(tokens, *(held(f"forms.{name}") for name in Forms._fields[1:]))
    return Index(
        forms, held("owner"), held("many"), postings("postings", rows[0]),
        postings("alike", rows[1]), held("feature"),
    )  # fmt: skip
