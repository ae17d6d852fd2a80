"""Characters that hide or turn text, made visible wherever a person reads what somebody typed."""

from __future__ import annotations

import re

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def visible(text: str) -> str:
    """The text with each such character as its number: `(U+202E)`."""
    return _HIDDEN.sub(lambda found: f"(U+{ord(found[0]):04X})", text)
