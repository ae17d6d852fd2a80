"""Documents as bytes that are signed and chained: one spelling, decimals and instants as text."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping


def text(document: Mapping[str, Any]) -> str:
    """The document as JSON with sorted keys and no blanks."""
    return json.dumps(
        document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain
    )


def sha256(written: str) -> str:
    """The fingerprint of what was written."""
    return hashlib.sha256(written.encode(errors="surrogatepass")).hexdigest()


def parsed(data: bytes, what: str) -> dict[str, Any]:
    """The JSON object of a file; InputError, which names it, where it is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(what, "", "a JSON file that Monazite wrote", f"{what}_odd") from error
    if not isinstance(found, dict):
        raise InputError(what, "", "a JSON object that Monazite wrote", f"{what}_odd")
    return found


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"no place in a document: {value!r}")
