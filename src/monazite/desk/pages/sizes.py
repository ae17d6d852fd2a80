"""Sizes of files as people read them."""

from __future__ import annotations


def size(count: int) -> str:
    """Bytes in the unit that says it shortest."""
    unit = 1024
    if count < unit:
        return f"{count} B"
    if count < unit * unit:
        return f"{count / unit:.0f} kB"
    return f"{count / unit / unit:.1f} MB"
