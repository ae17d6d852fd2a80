"""Texts of a workbook: signs that XML cannot hold are written _x000B_, and read back so."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def escape(text: str) -> str:
    """The text as a cell holds it."""
    guarded = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _NOT_XML.sub(lambda found: f"_x{ord(found.group()):04X}_", guarded)


def unescape(held: str) -> str:
    """The text that a cell holds."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), held)
