"""Words of the flow table: constants, columns, what the caller says, or what another field sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.flows.columns import BASES, DIRECTIONS, HS_VINTAGES, MASS_BASES, VALUATIONS
from monazite.trade.reading.vocabulary import NONE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.trade.reading.blocks import Word
    from monazite.trade.reading.vocabulary import Vocabulary

IN_FORCE = "hs"
"""The word for the edition of the Harmonized System in force in the row's year."""
NATIONAL = re.compile(r"[A-Z]{2}-[A-Za-z0-9]+(?:\{year\})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_OPTIONS = frozenset({"direction", "nomenclature", "vintage"})
"""Fields with an option of their own; others are said with `--given FIELD=VALUE`."""
ACCEPTED = {
    "direction": DIRECTIONS,
    "basis": BASES,
    "mass_basis": MASS_BASES,
    "valuation": VALUATIONS,
}


def possible(field: str, word: str) -> bool:
    """Whether a word may stand in a field."""
    if field == "nomenclature":
        return word in HS_VINTAGES or word == IN_FORCE or NATIONAL.fullmatch(word) is not None
    if field == "currency":
        return _CURRENCY.fullmatch(word) is not None
    return field not in ACCEPTED or word in ACCEPTED[field]


def said(field: str) -> str:
    """What may stand in a field, for a message."""
    if field == "nomenclature":
        return f"{', '.join(HS_VINTAGES)}, {IN_FORCE}, or a national one such as EU-CN2023"
    if field == "currency":
        return "a currency of ISO 4217 such as EUR"
    return ", ".join(ACCEPTED.get(field, ("text",)))


def unsaid(field: str, accepted: str) -> str:
    """What the caller must say of a field, and the option that says it."""
    option = f"--{field}" if field in _OPTIONS else f"--given {field}=…"
    return f"{accepted}; say it with {option}, for the files do not"


def read(word: Word, text: str | None) -> str | None:
    """The word that a cell gives; None where it says nothing, "" where it is not understood."""
    bare = (text or "").strip()
    if word.extract and bare:
        match = re.search(word.extract, bare)
        bare = "" if match is None else match[1] if match.re.groups else match[0]
    if not bare:
        return word.default
    if not word.values:
        return bare
    known = {key.casefold(): value for key, value in word.values.items()}
    return known.get(bare.casefold(), "")


def resolver(field: str, word: Word, words: Vocabulary) -> Callable[[str | None], int]:
    """What turns a cell into the number of a word of the field."""

    def resolve(text: str | None) -> int:
        found = read(word, text)
        if found is None:
            return NONE
        return words.number(found) if found and possible(field, found) else UNKNOWN

    return resolve


def constant(field: str, word: Word, given: str | None) -> str | None:
    """The word of all rows where no column gives it: the caller's, else the layout's.

    Raises:
        InputError: the field, where the caller must say it and does not, or says what may not be.
    """
    found = given or word.default
    if found is None and word.given:
        raise InputError(field, None, unsaid(field, said(field)))
    if found is not None and not possible(field, found):
        raise InputError(field, found, said(field))
    return found
