"""Signatures of checkpoints: Ed25519 keys in PEM, the private one to seal, public ones to check."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

_BLOCK = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----\n?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signer:
    """The key that seals."""

    key: Ed25519PrivateKey

    @classmethod
    def new(cls) -> Self:
        """A key that nobody had before."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def read(cls, pem: bytes) -> Self:
        """The key of a PEM; ValueError where it is no Ed25519 key."""
        key = load_pem_private_key(pem, password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise ValueError("not an Ed25519 key")  # noqa: TRY004 - the file's fault, not a type's
        return cls(key)

    def pem(self) -> bytes:
        """The key itself, to be kept from everyone."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def public_pem(self) -> bytes:
        """What checks its signatures, for everyone."""
        public = self.key.public_key()
        return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def sign(self, document: bytes) -> bytes:
        """The signature of a document: 64 bytes."""
        return self.key.sign(document)


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """The keys that a site has sealed with: the first, and those after a restore or a change."""

    keys: tuple[Ed25519PublicKey, ...]

    @classmethod
    def read(cls, pems: bytes) -> Self:
        """Every Ed25519 key of a file with PEM blocks; ValueError for a broken one."""
        found = map(load_pem_public_key, _BLOCK.findall(pems))
        return cls(tuple(key for key in found if isinstance(key, Ed25519PublicKey)))

    def signer(self, document: bytes, signature: bytes) -> str | None:
        """The fingerprint of the one that signed the document; None where none of them did."""
        for key in self.keys:
            if _signed(key, document, signature):
                return fingerprint(key)
        return None

    def fingerprints(self) -> tuple[str, ...]:
        """Of all of them, in the file's order."""
        return tuple(map(fingerprint, self.keys))


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 of a public key's DER, as `openssl pkey -pubin -outform DER | sha256sum` says it."""
    return hashlib.sha256(
        key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    ).hexdigest()


def added(pems: bytes, more: bytes) -> bytes:
    """A file of public keys with those of another that it does not hold."""
    held = _BLOCK.findall(pems)
    return pems + b"".join(block for block in _BLOCK.findall(more) if block not in held)


def _signed(key: Ed25519PublicKey, document: bytes, signature: bytes) -> bool:
    try:
        key.verify(signature, document)
    except InvalidSignature:
        return False
    return True
