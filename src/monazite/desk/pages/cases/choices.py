"""What an official chooses from, each with its words in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from monazite.catalogue.texts import keys, say

Options = tuple[tuple[str, str], ...]


def word(family: str, code: str, lang: str) -> str:
    """A code of casework in words; what is none of them stands for itself."""
    key = f"licensing.casework.{family}.{code}"
    return say(key, lang) if key in keys() else code


def words(family: str, codes: Iterable[str], lang: str) -> tuple[str, ...]:
    """Several codes in words."""
    return tuple(word(family, code, lang) for code in codes)


def options(family: str, codes: Iterable[str], lang: str) -> Options:
    """Codes with their words, for a list of choices."""
    return tuple((code, word(family, code, lang)) for code in codes)
