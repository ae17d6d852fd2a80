"""The consonants of a token as they sound: what stays when spellings of one name differ.

Vowels go but those at the front, which are told to be there by one letter; consonants that stand
for each other between romanisations become one; doubled letters become single; digits that the
recognition of print takes for letters are read as those.
"""

from __future__ import annotations

import re

_DIGITS = str.maketrans("01582", "oisbz")
_SOUNDS = str.maketrans("cqgzwv", "kkksff")
_DOUBLE = re.compile(r"(.)\1+")
_FRONT = re.compile(r"^[aeiouy]+")
_INSIDE = re.compile(r"(?<!^)[aeiouyhj]+")


def skeleton(token: str) -> str:
    """The skeleton of a token of small Latin letters; other scripts and numbers have none, ``""``.

    >>> skeleton("muhammad"), skeleton("mohamed"), skeleton("yusuf"), skeleton("iousseff")
    ('md', 'md', 'asf', 'asf')
    """
    if not token.isascii() or token.isdigit():
        return ""
    text = token if token.isalpha() else token.translate(_DIGITS)
    text = text.replace("ph", "f").replace("x", "ks").translate(_SOUNDS)
    return _DOUBLE.sub(r"\1", _INSIDE.sub("", _FRONT.sub("a", text)))
