"""Receipt codes of tips: who has one reads and adds; the desk keeps its SHA-256 alone."""

from __future__ import annotations

import secrets

from monazite.desk.events.prints import text_sha256
from monazite.desk.licences.codes import LETTERS, written

_GROUPS, _SIZE = 6, 5


def receipt() -> str:
    """A code of 150 random bits, in groups of five letters."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(_SIZE)) for _ in range(_GROUPS))
    return "-".join(groups)


def fingerprint(code: str) -> str:
    """What is kept of a code, however it was typed."""
    return text_sha256(written(code[:200]).replace("-", ""))
