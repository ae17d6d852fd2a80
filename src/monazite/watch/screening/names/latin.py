"""A name in small Latin letters: marks dropped, other scripts letter by letter, words apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHE = re.compile("['`\u2018\u2019\u201b\u02bb\u02bc\u02b9\u05f3\u00b4\u2032]")
_TOKEN = re.compile(r"[a-z0-9]+")
_DOTTED = re.compile(r"\b(?:[a-z]\.\s?){2,}(?![a-z]{2})|\b(?:[a-z]\.)+[a-z]\b")
_DOTS = re.compile(r"[.\s]")
_VOWELS = re.compile(r"[\u0900-\u109f]")
"""Scripts from Devanagari to Burmese, whose vowels are marks on a letter."""
_TWO_INITIALS = re.compile(r"\b([B-DF-HJ-NP-TV-Z])([B-DF-HJ-NP-TV-Z])\b")
"""Of a person (Li FW), where not all letters are large; a vowel would make it a name (Li AN)."""
_AND = re.compile(r"(?<=\w)\s*[&+]\s*(?=\w)")


def latin_tokens(text: str, *, person: bool = False) -> tuple[str, ...]:
    """The words of a cleaned name. Initials with dots stand apart in a person, else together."""
    letters = text if text.isascii() else latin_letters(text)
    if person and not letters.isupper():
        letters = _TWO_INITIALS.sub(r"\1 \2", letters)
    lower = letters.lower()
    if "'" in lower or "`" in lower:
        lower = _APOSTROPHE.sub("", lower)
    if not person:
        if "&" in lower or "+" in lower:
            lower = _AND.sub(" and ", lower)
        if "." in lower:
            lower = _DOTTED.sub(lambda match: f" {_DOTS.sub('', match[0])} ", lower)
    return tuple(_TOKEN.findall(lower))


def latin_letters(text: str) -> str:
    """The text in ASCII: accents off, other scripts by the sounds of their letters."""
    return "".join(map(_letter, unicodedata.normalize("NFC", _APOSTROPHE.sub("", text))))


@lru_cache(maxsize=65536)
def _letter(letter: str) -> str:
    """One character in ASCII; a mark that stands on another is dropped, but for vowels."""
    from anyascii import anyascii  # noqa: PLC0415 - only where a name is not in ASCII

    kind = unicodedata.category(letter)
    if letter.isascii() or (kind == "Mn" and not _VOWELS.match(letter)):
        return letter if letter.isascii() else ""
    written = _APOSTROPHE.sub("", anyascii(letter))
    return written if letter.isalnum() or kind in {"Mn", "Mc"} else f" {written} "
