"""Check codes: what one must know, beside a licence's number, to ask whether it is genuine."""

from __future__ import annotations

import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, no O, no 0, no 1: what is read off paper is read one way."""
_GROUPS, _SIZE = 5, 5


def check_code() -> str:
    """A code of 125 random bits, in groups of five letters."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(_SIZE)) for _ in range(_GROUPS))
    return "-".join(groups)


def written(text: str) -> str:
    """A number or a code as it is kept, however it was typed: in small letters, with blanks."""
    return "".join(text.split()).replace("—", "-").replace("–", "-").upper()


def grouped(text: str) -> str:
    """A code with its dashes, wherever they were typed."""
    letters = written(text).replace("-", "")
    return "-".join(letters[at : at + _SIZE] for at in range(0, len(letters), _SIZE))
