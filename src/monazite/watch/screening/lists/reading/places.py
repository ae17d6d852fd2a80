"""Countries as lists write them, as ISO 3166 codes where they are understood."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.countries import find

if TYPE_CHECKING:
    from collections.abc import Iterable

_OFFICIAL = re.compile(
    r"^(the\s+)?((people'?s|islamic|arab|bolivarian|federal|socialist|hashemite|plurinational|"
    r"democratic|federative|united|independent|co-?operative)\s+)*"
    r"(republic|kingdom|state|sultanate|commonwealth|emirate|principality|federation|union)\s+of"
    r"\s+(the\s+)?",
    re.IGNORECASE,
)
_WORDS = {
    "west bank": "PS", "gaza": "PS", "gaza strip": "PS", "region: gaza": "PS",
    "palestinian": "PS", "region: crimea": "UA", "congo (kinshasa)": "CD",
    "congo (brazzaville)": "CG", "korea (north)": "KP", "korea (south)": "KR",
    "北朝鮮": "KP", "イラン": "IR", "シリア": "SY", "ロシア": "RU", "パキスタン": "PK",
    "インド": "IN",
    "イスラエル": "IL", "アフガニスタン": "AF", "アラブ首長国連邦": "AE", "レバノン": "LB",
    "エジプト": "EG", "ベラルーシ": "BY", "トルコ": "TR", "イエメン": "YE", "ミャンマー": "MM",
}  # fmt: skip
"""What lists write and the catalogue has no word for; Japan writes its own names of countries."""


def iso2(words: Iterable[str]) -> tuple[str, ...]:
    """The codes of those that are understood, each once, in their order."""
    found = (_one(word.strip()) for word in words if word)
    return tuple(dict.fromkeys(code for code in found if code is not None))


@lru_cache(maxsize=4096)
def _one(word: str) -> str | None:
    """A country, from the whole word or its last line, with its style of state or without."""
    for form in _forms(word):
        code = _WORDS.get(form.casefold()) or find(form)
        if code is not None:
            return code
    return None


def _forms(word: str) -> Iterable[str]:
    yield word
    for line in re.split(r"\s*[\n/]\s*", word)[::-1]:
        yield line
        yield _OFFICIAL.sub("", line)
        # "Congo, Democratic Republic of the": the style of state stands behind.
        first, comma, rest = line.partition(",")
        if comma:
            yield f"{rest.strip()} {first.strip()}"
            yield first.strip()
    # FollowTheMoney writes parts of a country with its code before: gb-sct.
    if re.fullmatch(r"[a-z]{2}-[a-z0-9]{2,3}", word):
        yield word[:2]
