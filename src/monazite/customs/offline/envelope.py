"""A signed file: a document word for word, and the Ed25519 signature over it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from monazite.customs.offline.canonical import parsed
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    Signer = Callable[[bytes, bytes], str | None]
    """The fingerprint of the key that made a signature over a document; None for no known key."""


def sealed(document: str, signature: bytes) -> bytes:
    """The file's bytes."""
    fields = {"document": document, "signature": signature.hex()}
    return json.dumps(fields, ensure_ascii=False, indent=1).encode() + b"\n"


def opened(data: bytes, signer: Signer) -> str:
    """The document; InputError where the file is no such file or no known key signed it."""
    fields = parsed(data, "snapshot")
    document, signature = fields.get("document"), fields.get("signature")
    if not isinstance(document, str) or not isinstance(signature, str):
        raise InputError("snapshot", "", "a file that take_snapshot wrote")
    try:
        signed = signer(document.encode(), bytes.fromhex(signature))
    except ValueError:
        signed = None
    if signed is None:
        raise InputError(
            "snapshot", "", "a file whose signature fits the site's public key; fetch it again"
        )
    return document
