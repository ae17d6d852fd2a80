"""Names that tell nobody from another: placeholders, legal forms, a word that thousands share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.watch.screening.names.cleaning import cleaned
from monazite.watch.screening.names.han.simplified import simplified
from monazite.watch.screening.names.han.surnames import surnames
from monazite.watch.screening.names.han.words import cut
from monazite.watch.screening.names.latin import latin_tokens
from monazite.watch.screening.names.scripts import HAN
from monazite.watch.screening.names.tables import rows
from monazite.watch.screening.names.tokens import kind_of, with_normal_forms

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind

PLACEHOLDER, LEGAL_FORM, COMMON_WORD = "placeholder", "legal_form_only", "common_word_only"
_MARKS = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def says_nothing(text: str, kind: Kind | None) -> str:
    """Why a name says nothing of who is meant (PLACEHOLDER, LEGAL_FORM, COMMON_WORD), or "".

    A person may be called Bank and a ship Global; two generic words may be a firm's whole name.
    """
    if _MARKS.sub(" ", text.casefold()).strip() in _listed("placeholder"):
        return PLACEHOLDER
    clean = cleaned(text).text
    if not clean:
        return ""
    kinds = _kinds(clean)
    if not kinds:
        return COMMON_WORD
    telling = [one for one in kinds if one != "legal"]
    if not telling:
        return LEGAL_FORM
    firm = kind is None or kind in {"company", "other"}
    person = kind is None and clean[0] in surnames()
    return COMMON_WORD if firm and not person and telling == ["generic"] else ""


def _kinds(text: str) -> list[str]:
    """What each word is that is no particle (the, al, de)."""
    characters = "".join(HAN.findall(simplified(text)))
    words = with_normal_forms(latin_tokens(HAN.sub(" ", text)))
    latin = [kind_of(word) for word in words if word not in _listed("particle")]
    return [*(one.kind for one in cut(characters)), *latin]


@lru_cache
def _listed(what: str) -> frozenset[str]:
    """The words of the table that are that."""
    return frozenset(row["words"] for row in rows("placeholders") if row["what"] == what)
