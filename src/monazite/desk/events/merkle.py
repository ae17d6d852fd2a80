"""The Merkle tree of RFC 6962 (section 2.1) with SHA-256, grown leaf by leaf."""

from __future__ import annotations

from hashlib import sha256


class Tree:
    """A tree that keeps only what is still needed: one hash for each bit of its size."""

    __slots__ = ("_open", "size")

    def __init__(self) -> None:
        self.size = 0
        self._open: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Add the next leaf's bytes on the right."""
        node, full = sha256(b"\x00" + leaf).digest(), self.size
        while full & 1:
            node = sha256(b"\x01" + self._open.pop() + node).digest()
            full >>= 1
        self._open.append(node)
        self.size += 1

    def root(self) -> bytes:
        """The hash of all leaves so far; of none, the hash of nothing."""
        if not self._open:
            return sha256(b"").digest()
        *rest, root = self._open
        for left in reversed(rest):
            root = sha256(b"\x01" + left + root).digest()
        return root
