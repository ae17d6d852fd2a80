"""File names as people see them; never a path."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

NAME_MAX = 200
"""Characters."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_ENDING_MAX = 10


def shown_name(name: str) -> str:
    """The last part of the name, without what cannot be seen or turns its reading direction."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(c for c in last if unicodedata.category(c) not in _UNSEEN).strip(" .")
    stem, ending = seen[: -len(ending_of(seen)) or None], ending_of(seen)
    return f"{stem[: NAME_MAX - len(ending)]}{ending}" or "paper"


def ending_of(name: str) -> str:
    """What follows the last point, in small letters, with the point; "" where there is none."""
    ending = PurePosixPath(name).suffix
    return ending.lower() if len(ending) <= _ENDING_MAX else ""
