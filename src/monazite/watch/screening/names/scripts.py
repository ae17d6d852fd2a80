"""Which script a letter is of, as far as names need it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN = re.compile(r"[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff]")
CYRILLIC = re.compile(r"[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")
_NAMED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "HEBREW", "ARABIC", "CJK")


@lru_cache(maxsize=65536)
def script_of(letter: str) -> str:
    """The script of a letter (`LATIN`, `CYRILLIC`, `CJK` …), by its Unicode name; "" of others."""
    if not letter.isalpha():
        return ""
    name = unicodedata.name(letter, "")
    return next((one for one in _NAMED if name.startswith(one)), name.partition(" ")[0])


def has_han(text: str) -> bool:
    """Whether a Han character stands in it."""
    return HAN.search(text) is not None
