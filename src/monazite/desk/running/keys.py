"""The site's signing key: made once, for its owner's eyes; its public half beside the copies."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from monazite.desk.events import copies
from monazite.desk.events.signing import PublicKeys, Signer, added, fingerprint
from monazite.errors import InputError


def make() -> bool:
    """Make the key where there is none, and publish what checks it; False where it was there."""
    path = Path(settings.SIGNING_KEY)
    made = not path.exists()
    if made:
        path.parent.mkdir(parents=True, exist_ok=True)
        copies.put(path, Signer.new().pem(), 0o600)
    publish(load().public_pem())
    return made


def load() -> Signer:
    """The key; InputError where it is missing, is no key, or others may read it."""
    path = Path(settings.SIGNING_KEY)
    try:
        if path.stat().st_mode & 0o077:
            raise InputError("signing key", path, "a file that its owner alone may read (0600)")
        return Signer.read(path.read_bytes())
    except FileNotFoundError as error:
        raise InputError("signing key", path, "a file; monazite desk init makes it") from error
    except (OSError, ValueError, TypeError) as error:
        raise InputError("signing key", path, "a PEM file with an Ed25519 key") from error


def publish(pems: bytes) -> None:
    """Add public keys to those beside the copies; none is taken away."""
    path = public_path()
    held = path.read_bytes() if path.exists() else b""
    if (whole := added(held, pems)) != held:
        path.parent.mkdir(parents=True, exist_ok=True)
        copies.put(path, whole)


def public_keys() -> PublicKeys:
    """What checks the signatures; none where nothing was ever sealed."""
    path = public_path()
    try:
        return PublicKeys.read(path.read_bytes() if path.exists() else b"")
    except (OSError, ValueError) as error:
        raise InputError("public key", path, "a PEM file with Ed25519 public keys") from error


def kept(path: Path) -> PublicKeys:
    """The public keys of a file that somebody keeps elsewhere; InputError where it has none."""
    accepted = "a PEM file with Ed25519 public keys"
    try:
        found = PublicKeys.read(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError("public key", path, accepted) from error
    if not found.keys:
        raise InputError("public key", path, accepted)
    return found


def own() -> str | None:
    """The fingerprint of the key that this site seals with; None where it cannot be read here."""
    try:
        return fingerprint(load().key.public_key())
    except InputError:
        return None


def public_path() -> Path:
    """Where the public keys lie."""
    return Path(settings.CHECKPOINTS_ROOT) / "public.pem"
