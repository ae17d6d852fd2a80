from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from monazite.desk.events.signing import PublicKeys, Signer
from monazite.desk.running import keys
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_key_is_made_once_for_its_owner_alone(home: Path) -> None:
    key = home / "signing.pem"
    assert key.stat().st_mode & 0o777 == 0o600
    held = key.read_bytes()
    assert not keys.make()
    assert key.read_bytes() == held
    assert b"PRIVATE" not in keys.public_path().read_bytes()
    own = keys.public_keys().signer(b"document", keys.load().sign(b"document"))
    assert own == keys.own() is not None


def test_keys_of_before_are_kept_beside_it(home: Path) -> None:
    before = keys.load()
    (home / "signing.pem").unlink()
    assert keys.make()
    assert keys.load().pem() != before.pem()
    public = keys.public_keys()
    assert len(public.keys) == 2
    assert public.signer(b"a", before.sign(b"a")) == public.fingerprints()[0]
    assert not public.signer(b"b", before.sign(b"a"))
    assert not public.signer(b"a", Signer.new().sign(b"a"))


def test_a_key_that_others_may_read_is_not_used(home: Path) -> None:
    (home / "signing.pem").chmod(0o640)
    with pytest.raises(InputError, match="0600"):
        keys.load()


def test_what_is_no_key_is_said(home: Path) -> None:
    key = home / "signing.pem"
    other = X25519PrivateKey.generate()
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for data in (b"", b"x", pem):
        key.write_bytes(data)
        with pytest.raises(InputError, match="Ed25519"):
            keys.load()
    key.unlink()
    with pytest.raises(InputError, match="desk init"):
        keys.load()


@pytest.mark.usefixtures("home")
def test_public_keys_that_are_none() -> None:
    keys.public_path().write_text("-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----\n")
    with pytest.raises(InputError, match="public key"):
        keys.public_keys()
    keys.public_path().unlink()
    assert keys.public_keys() == PublicKeys(())
    assert settings.SIGNING_KEY.exists()
