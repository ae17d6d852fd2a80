"""The forms a material takes, from ore to technology and scrap."""

from __future__ import annotations

from functools import lru_cache

from monazite.catalogue.tables import rows
from monazite.catalogue.words import Vocabulary, language, vocabulary

_ROWS = {row["form"]: row for row in rows("forms")}
FORMS = tuple(_ROWS)
"""The closed list, in the order in which a material is worked."""


@lru_cache
def _words() -> Vocabulary:
    return vocabulary(
        f"a form, one of {', '.join(FORMS)}",
        (
            (word, code)
            for code, row in _ROWS.items()
            for word in (code, row["en"], row["zh"], *row["aliases"].split("|"))
        ),
    )


def form(word: str, field: str = "form") -> str:
    """The form meant by a word in either language; else InputError on the field."""
    return _words().read(word, field)


def name(code: str, lang: str) -> str:
    """The form's name in the language."""
    return _ROWS[form(code)][language(lang)]
