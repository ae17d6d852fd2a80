"""Numbers of licences as people type them: blanks, dashes, width and letters that look alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp", "Mn"})
_DASH = "Pd"
_ALIKE = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u2212",
    "ABEKMHOPCTYXIJSABEZHIKMNOPTYX-",
)
"""Cyrillic and Greek capitals that nobody tells from Latin ones, and the sign of minus."""
_FIGURES = str.maketrans("OIL", "011")
_LIKE_FIGURES = re.compile(r"(?=.*[0-9])[0-9OIL]+")
_NUMBER = re.compile(r"[A-Z0-9]+(?:[-/][A-Z0-9]+)*")
LONGEST = 32
"""A licence's number is never longer."""


@lru_cache(maxsize=1024)
def tidy(text: str) -> str:
    """The number as it is kept: capitals, plain dashes, no blanks, no letters from other scripts.

    In a part that holds a figure and else only O, I or L, those are read as 0 and 1.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    seen = (_sign(c) for c in plain if unicodedata.category(c) not in _UNSEEN)
    parts = re.split(r"([-/])", "".join(seen).translate(_ALIKE))
    return "".join(p.translate(_FIGURES) if _LIKE_FIGURES.fullmatch(p) else p for p in parts)


def readable(number: str) -> bool:
    """Whether a tidy number can be one at all."""
    return len(number) <= LONGEST and _NUMBER.fullmatch(number) is not None


def _sign(character: str) -> str:
    return "-" if unicodedata.category(character) == _DASH else character
