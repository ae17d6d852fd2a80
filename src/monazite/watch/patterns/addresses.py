"""Names and addresses on labels, brought to one spelling, and whether two may be the same."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.words import fold
from monazite.watch.patterns.clusters import Clusters

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN = re.compile(r"\d+|[^\W\d_\u3400-\u9fff]+|[\u3400-\u9fff]")
_DIGITS = re.compile(r"\D+")
_SHORT = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue",
    "bldg": "building", "bld": "building", "blk": "block", "rm": "room", "fl": "floor",
    "dist": "district", "apt": "room", "flat": "room", "ste": "room", "suite": "room",
    "unit": "room", "n": "north", "s": "south", "e": "east", "w": "west", "jie": "street",
    "lu": "road",
}  # fmt: skip
_EMPTY = frozenset(
    (
        "no", "number", "the", "of", "city", "province", "district", "china", "co", "ltd",
        "limited", "company", "inc", "llc", "gmbh", "号", "省", "市", "区", "县", "镇",
    )
)  # fmt: skip
_PHONE = 11
"""Digits at the end of a number that tell it from others, whatever stands before them."""
_COMPARED = 250
"""Addresses that are compared pair by pair."""
_SAME = 85.0
"""token_set_ratio (0 to 100) of two spellings of one address; Monazite's own estimate."""


class Address(NamedTuple):
    """An address without case, order, marks and common words: its words and its numbers."""

    words: tuple[str, ...]
    numbers: frozenset[str]

    @property
    def text(self) -> str:
        """Its words and numbers as one text; empty where nothing is said."""
        return " ".join((*self.words, *sorted(self.numbers)))


@lru_cache(maxsize=1 << 17)
def address(text: str) -> Address:
    """The address in one spelling."""
    tokens = _TOKEN.findall(fold(text))
    words = (_SHORT.get(each, each) for each in tokens if not each.isdigit())
    kept = tuple(sorted({each for each in words if each not in _EMPTY}))
    return Address(kept, frozenset(each.lstrip("0") for each in tokens if each.isdigit()))


@lru_cache(maxsize=1 << 17)
def name(text: str) -> str:
    """The name without case, marks, order of words and legal form."""
    return " ".join(sorted(each for each in fold(text).split() if each not in _EMPTY))


@lru_cache(maxsize=1 << 17)
def phone(text: str) -> str:
    """The digits of a telephone number that tell it from others; empty where too few are said."""
    digits = _DIGITS.sub("", unicodedata.normalize("NFKC", text))
    return digits[-_PHONE:] if len(digits) >= 7 else ""  # noqa: PLR2004 - the shortest numbers


@lru_cache(maxsize=1)
def spelling() -> bool:
    """Whether slips of a letter can be seen through; the extra `watch` holds what that needs."""
    return find_spec("rapidfuzz") is not None


def alike(one: Address, other: Address) -> bool:
    """Whether two spellings may be one address: their numbers fit, their words are near."""
    if one == other:
        return True
    if not spelling():
        return False
    fewer, more = sorted((one.numbers, other.numbers), key=len)
    if not fewer or not fewer <= more:
        return False
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - of the extra

    return token_set_ratio(" ".join(one.words), " ".join(other.words)) >= _SAME


def groups(places: list[Address]) -> list[list[Address]]:
    """Addresses that may be one but for their spelling; of very many only equal ones are."""
    same: Clusters[Address] = Clusters()
    if len(places) <= _COMPARED:
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                if alike(one, other):
                    same.join(one, other)
    return same.groups(places)


def spelt(places: Iterable[Address]) -> dict[Address, Address]:
    """Each address → the first of those with the same numbers and nearly the same words."""
    blocks: defaultdict[frozenset[str], dict[Address, None]] = defaultdict(dict)
    for place in places:
        blocks[place.numbers][place] = None
    return {
        each: group[0]
        for numbers, block in blocks.items()
        for group in (groups(list(block)) if numbers else ([one] for one in block))
        for each in group
    }
