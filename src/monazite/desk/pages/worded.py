"""A word of a table that a row keeps, as the reader says it; one that has no words as it stands."""

from __future__ import annotations

from monazite.catalogue.texts import keys, say
from monazite.desk.pages.hidden import visible


def worded(family: str, word: str, lang: str) -> str:
    """The words of `FAMILY.WORD`; a table may have lost the word since: a page still opens."""
    key = f"{family}.{word}"
    return say(key, lang) if key in keys() else visible(word)
