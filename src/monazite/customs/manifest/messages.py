"""A manifest as JSON: a list of declarations, each as one is sent alone."""

from __future__ import annotations

import json
from decimal import Decimal

from monazite.customs.manifest.said import BYTES, ROWS, Said, refused
from monazite.customs.values import shown

_DIGITS = 40
"""Of a whole number; more is no quantity, and costs time to read."""


def from_json(data: bytes) -> list[Said]:
    """The declarations of a message; InputError where it cannot be read."""
    if len(data) > BYTES:
        most = f"{BYTES:,} bytes"
        raise refused("most", f"{len(data):,} bytes", f"a message of at most {most}", most=most)
    try:
        given = json.loads(data, parse_float=Decimal, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        accepted = f"JSON in UTF-8; it says: {error}"
        raise refused("broken", "a broken message", accepted, line=line) from None
    return said_of(given)


def said_of(given: object) -> list[Said]:
    """The declarations of a message as values."""
    listed = given.get("declarations") if isinstance(given, dict) else given
    if not isinstance(listed, list):
        raise refused("list", "no list of declarations", "declarations as objects, in a list")
    said = [_said(number, each) for number, each in enumerate(listed, 1)]
    items = sum(len(each) for one in said if isinstance(each := one.document.get("items"), list))
    if (found := max(len(said), items)) > ROWS:
        raise refused("most", f"{found:,} items", f"at most {ROWS:,} items", most=f"{ROWS:,}")
    return said


def _said(number: int, given: object) -> Said:
    """One of the list; what is no object is told at its place, and spoils no other."""
    if isinstance(given, dict):
        return Said([number], given)
    made = Said([number], {})
    made.wrong("no_declaration", number, "", {"value": shown(given)})
    return made


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("a number too long")
    return int(text)
