"""A manifest as JSON: a list of declarations, each as one is sent alone."""

from __future__ import annotations

import json
from decimal import Decimal

from monazite.customs.manifest.said import BYTES, ROWS, Said, refused

_DIGITS = 40
"""Of a whole number; more is no quantity, and costs time to read."""


def from_json(data: bytes) -> list[Said]:
    """The declarations of a message; InputError where it cannot be read."""
    if len(data) > BYTES:
        raise refused(f"{len(data):,} bytes", f"a message of at most {BYTES:,} bytes")
    try:
        given = json.loads(data, parse_float=Decimal, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        raise refused("a broken message", f"JSON in UTF-8; it says: {error}") from None
    return said_of(given)


def said_of(given: object) -> list[Said]:
    """The declarations of a message as values."""
    listed = given.get("declarations") if isinstance(given, dict) else given
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise refused("no list of declarations", "declarations as objects, in a list")
    items = sum(len(each["items"]) for each in listed if isinstance(each.get("items"), list))
    if max(len(listed), items) > ROWS:
        raise refused(f"{max(len(listed), items):,} items", f"at most {ROWS:,} items")
    return [Said([number], each) for number, each in enumerate(listed, 1)]


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("a number too long")
    return int(text)
