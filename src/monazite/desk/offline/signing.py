"""The site's signing key, for what leaves with a post."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import Signer


def signed(document: str) -> bytes:
    """The Ed25519 signature of a document; Refused where the site has no key."""
    try:
        signer = Signer.read(Path(settings.SIGNING_KEY).read_bytes())
    except (OSError, ValueError, TypeError) as error:
        raise Refused("offline_no_key") from error
    return signer.sign(document.encode())
