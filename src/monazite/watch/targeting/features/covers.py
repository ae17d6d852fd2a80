"""Names under which controlled goods have been declared: a dictionary as data, with its sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt
    import pyarrow as pa

_FILE = Path(__file__).parents[1] / "data" / "covers.yaml"
NONE = -1


class Cover(NamedTuple):
    """A declared name: the codes and words that tell it, what it hid, and who says so."""

    id: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    hides: tuple[str, ...]
    source: str
    confidence: str


@cache
def covers() -> tuple[Cover, ...]:
    """Every cover, in the order of the file."""
    found = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Cover(
            one["id"], tuple(one["codes"]), tuple(one["words"]), tuple(one["hides"]),
            one["source"], one["confidence"],
        )
        for one in found
    )  # fmt: skip


def covered(codes: pa.Array | None, descriptions: pa.Array | None) -> npt.NDArray[np.int64]:
    """The number of the cover of each row, told by its code, else by its words; NONE without."""
    by_code = None if codes is None else _each(codes, _by_code)
    by_word = None if descriptions is None else _each(descriptions, _by_word)
    if by_code is None or by_word is None:
        found = by_code if by_word is None else by_word
        assert found is not None  # noqa: S101 - asked for only where one of both is there
        return found
    return np.where(by_code == NONE, by_word, by_code)


def _each(cells: pa.Array, told: object) -> npt.NDArray[np.int64]:
    """The cover of each cell, found once for each different one."""
    assert callable(told)  # noqa: S101 - one of the two below
    values = cells.dictionary_encode()
    known = np.array([told(text or "") for text in values.dictionary.to_pylist()], dtype=np.int64)
    places = values.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return np.asarray(np.append(known, NONE)[places], dtype=np.int64)


def _by_code(code: str) -> int:
    digits = "".join(sign for sign in code if sign.isdigit())
    return _first(one for one, cover in enumerate(covers()) if digits.startswith(cover.codes))


def _by_word(text: str) -> int:
    said = text.casefold()
    return _first(
        one for one, cover in enumerate(covers()) if any(word in said for word in cover.words)
    )


def _first(found: Iterable[int]) -> int:
    return next(iter(found), NONE)
