"""Kinds of numbers, from the many words that publishers have for them."""

from __future__ import annotations

import re

_KINDS = (
    # What publishers keep among the numbers, and is none.
    ("", r"sanctions|directive|^gender|^organi[sz]ation |^target type|listing date"),
    ("", r"effective date|executive order|nationality of registration|^vessel (flag|type|year)"),
    ("imo", r"\bimo\b|vessel registration"),
    ("mmsi", r"\bmmsi\b"),
    ("lei", r"\blei\b|legal entity identifier|leicode"),
    ("uscc", r"unified social credit|\buscc?\b|uscode"),
    ("duns", r"\bd-?u-?n-?s\b|dunscode"),
    ("swift", r"\bswift\b|\bbic\b"),
    ("passport", r"passport"),
    ("national-id", r"national (id|identification)|identification number|\bid ?card|\bnid\b|ssn"),
    (
        "national-id",
        r"d\.n\.i|n\.i\.e|i\.f\.e|c\.u\.i(?!\.t)|numero de identidad|residency",
    ),
    ("national-id", r"^id(entity)? no|cedula|cédula|c\.u\.r\.p|idnumber|national foreign id"),
    ("tax", r"\btax|\bnit\b|\brfc\b|\br\.f\.c|\binn\b|\bv\.?a\.?t\b|fiscal|innc?ode|vatcode"),
    ("tax", r"\bruc\b|\brif\b|\brtn\b|c\.u\.i\.t|\bfein\b|c\.i\.f|taxnumber"),
    ("registration", r"registration|registry|company (number|id)|certificate of incorporation"),
    ("registration", r"matricula|ogrn|trade licen[cs]e|commercial|(enterprise|business) number"),
    ("registration", r"regnumber|okpo|government gazette|folio mercantil|c\.r\. no|chamber of"),
    ("aircraft", r"aircraft|tail number|serial number"),
    ("website", r"website|www\."),
    ("email", r"e-?mail"),
    ("phone", r"phone|telephone|\bfax\b"),
    ("wallet", r"digital currency|wallet"),
)
KNOWN = frozenset(kind for kind, _ in _KINDS if kind)
"""The kinds that are told apart; any other keeps its publisher's words."""
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_IMO = re.compile(r"IMO\s*\d{7}", re.IGNORECASE)


def kind_of(words: str, value: str = "") -> str:
    """The kind that the publisher's words mean, else the words themselves, small.

    Empty for what is no number, as "Additional Sanctions Information".
    """
    folded = words.casefold().strip(" .:#")
    if _IMO.search(value):
        return "imo"
    return next((kind for kind, pattern in _COMPILED if pattern.search(folded)), folded or "other")
