"""Chinese surnames: which characters are one, and how they are read and spelled."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from monazite.watch.screening.names.syllables import plain
from monazite.watch.screening.names.tables import rows, several


class Surname(NamedTuple):
    """A surname: syllables in pinyin, other spellings of Hong Kong, and of Hokkien speakers."""

    han: str
    pinyin: tuple[str, ...]
    cantonese: tuple[str, ...]
    hokkien: tuple[str, ...]


@lru_cache
def surnames() -> dict[str, Surname]:
    """Every surname of the table by its simplified characters."""
    return {
        row["han"]: Surname(
            row["han"],
            tuple(row["pinyin"].split()),
            several(row["cantonese"]),
            several(row["hokkien"]),
        )
        for row in rows("surnames")
    }


@lru_cache
def spelled() -> frozenset[tuple[str, ...]]:
    """The syllables of every surname, u for ü."""
    return frozenset(tuple(map(plain, one.pinyin)) for one in surnames().values())


def surname_sizes(text: str) -> tuple[int, ...]:
    """How many characters its surname may take, the likelier first; one where none is known."""
    known = surnames()
    if len(text) > len("姓名") and text[:2] in known:
        return (2, 1) if text[0] in known and len(text) < len("双姓名字") else (2,)
    return (1,)
