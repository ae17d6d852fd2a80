"""What the events of parties tell by SHA-256."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monazite.desk.events.canonical import canonical
from monazite.desk.events.prints import Print, text_sha256

COMPARISON = Print(("number", "at", "lists", "result", "found"))


def asked_sha256(asked: Mapping[str, Any]) -> str:
    """Of a party as it was asked about, in one writing."""
    return text_sha256(canonical(asked))
