"""How Chinese characters are read: pinyin in their context, surnames by their own readings."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from monazite.watch.screening.names.han.surnames import surname_sizes, surnames
from monazite.watch.screening.names.syllables import plain
from monazite.watch.screening.names.tables import rows, several

MOST = 8
"""Readings of one name at most."""
LESS_LIKELY = 0.95
"""What a reading is worth that is not the first."""


class Reading(NamedTuple):
    """A person's name in syllables without tones; umlaut: whether one is written with ü."""

    surname: tuple[str, ...]
    given: tuple[str, ...]
    weight: float


def words_read(text: str) -> tuple[str, ...]:
    """The syllables of a run of characters, read in its context (长春 as chang chun)."""
    return tuple(map(plain, _context(text)))


@lru_cache(maxsize=65536)
def _context(text: str) -> tuple[str, ...]:
    """The reading by its phrases, v for ü; a character that it does not know is left out."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - heavy

    read = lazy_pinyin(text, style=Style.NORMAL, errors="ignore", v_to_u=False)
    return tuple(one for one in read if one.isascii())


@lru_cache
def heteronyms() -> dict[str, tuple[str, ...]]:
    """Characters that names read in more than one way, the usual way first."""
    return {row["han"]: several(row["readings"]) for row in rows("heteronyms")}


@lru_cache
def _as_surname() -> dict[str, str]:
    """Readings of single characters as a surname, of those that the table of surnames lacks."""
    return {row["han"]: row["surname"] for row in rows("heteronyms")}


@lru_cache(maxsize=65536)
def readings(text: str) -> tuple[Reading, ...]:
    """Every way to read a person's name in simplified characters, likely ones first, at most 8."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Reading] = {}
    for size in surname_sizes(text):
        first = _surname_readings(text[:size])
        rest = _given_readings(text[size:])
        for family, given in product(first, rest):
            key = (family, given)
            found.setdefault(key, Reading(family, given, LESS_LIKELY if found else 1.0))
    return tuple(islice(found.values(), MOST))


def _surname_readings(han: str) -> list[tuple[str, ...]]:
    """As a surname first; a character alone may also be read as in other words."""
    known = surnames().get(han)
    if known is not None and len(han) > 1:
        return [known.pinyin]
    usual = heteronyms().get(han) or _context(han)
    first = known.pinyin[0] if known is not None else _as_surname().get(han)
    every = dict.fromkeys((first, *usual) if first else usual)
    return [(one,) for one in every] or [()]


def _given_readings(han: str) -> list[tuple[str, ...]]:
    """In its context first, then with every character that has more readings than one."""
    context = _context(han)
    other = heteronyms()
    if len(context) != len(han):
        return [context]
    choices = [
        tuple(dict.fromkeys((c, *other.get(h, ())))) for c, h in zip(context, han, strict=True)
    ]
    return list(islice(product(*choices), MOST))
