"""Whether the machine has the letters that a licence is printed with.

A letter that no font has would be printed as an empty box, and nobody would be told: it is asked
before, of fontconfig, which is what Pango asks when WeasyPrint lays out a text.
"""

from __future__ import annotations

import ctypes
import unicodedata
from ctypes.util import find_library
from functools import lru_cache

from monazite.desk.applications.errors import Refused

_CHARSET = b"charset"
_MATCH = 0
_ASCII = 127
_SIGNS = frozenset({"So", "Sk", "Cn", "Co"})
"""Pictures and marks: what a text says, it says without them."""
_UNSEEN = frozenset({"Cf", "Mn"})
INSTEAD = "[?]"
"""Stands for a picture that no font has."""


def lettered(text: str) -> None:
    """Go on only where the fonts of this machine have every letter; Refused names the package."""
    wanted = sorted({letter for letter in text if ord(letter) > _ASCII and not letter.isspace()})
    missing = [letter for letter in wanted if not drawn(letter)]
    if missing:
        shown = "".join(missing[:12])
        raise Refused("font_missing", letters=shown, count=len(missing))


def printable(text: str) -> str:
    """The same with `INSTEAD` for every picture that no font of this machine has, as an emoji.

    Letters stay: a text without one of its letters says something else.
    """
    return "".join(_printable(letter) for letter in text)


def _printable(letter: str) -> str:
    if ord(letter) <= _ASCII or letter.isalpha() or drawn(letter):
        return letter
    kind = unicodedata.category(letter)
    if kind in _UNSEEN and unicodedata.combining(letter) == 0:
        return ""  # joins emoji, or chooses how one looks
    return INSTEAD if kind in _SIGNS else letter


@lru_cache(maxsize=20_000)
def drawn(letter: str) -> bool:
    """Whether a font of this machine has the letter; Refused where fontconfig is missing."""
    library = _fontconfig()
    return any(library.FcCharSetHasChar(charset, ord(letter)) for charset in _charsets())


class _FontSet(ctypes.Structure):
    _fields_ = (
        ("nfont", ctypes.c_int),
        ("sfont", ctypes.c_int),
        ("fonts", ctypes.POINTER(ctypes.c_void_p)),
    )


@lru_cache(maxsize=1)
def _fontconfig() -> ctypes.CDLL:
    name = find_library("fontconfig")
    if name is None:
        raise Refused("pango_missing", library="libfontconfig")
    library = ctypes.CDLL(name)
    library.FcPatternCreate.restype = ctypes.c_void_p
    library.FcObjectSetBuild.restype = ctypes.c_void_p
    library.FcFontList.restype = ctypes.POINTER(_FontSet)
    library.FcFontList.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    library.FcPatternGetCharSet.argtypes = [
        ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(ctypes.c_void_p)
    ]  # fmt: skip
    library.FcCharSetHasChar.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    return library


@lru_cache(maxsize=1)
def _charsets() -> tuple[ctypes.c_void_p, ...]:
    """The letters of each font; fontconfig keeps them for as long as the process lives."""
    library = _fontconfig()
    objects = library.FcObjectSetBuild(_CHARSET, None)
    found = library.FcFontList(None, library.FcPatternCreate(), objects).contents
    charsets = []
    for at in range(found.nfont):
        charset = ctypes.c_void_p()
        if library.FcPatternGetCharSet(found.fonts[at], _CHARSET, 0, charset) == _MATCH:
            charsets.append(charset)
    return tuple(charsets)
