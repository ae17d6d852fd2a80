"""The words that an application is found by, the same on both engines; found by how they begin.

Chinese has no spaces: its characters stand in pairs, and the last one alone, so that any part of a
run of them is found. PostgreSQL has an index of the words (`migrations/sql/search`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, Value

_MOST = 400
_CHINESE = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"([{_CHINESE}]+)|([^\W_{_CHINESE}]+)")


class _Holds(Func):
    """Whether the words answer a text search; the expression is that of the index."""

    template = "array_to_tsvector(string_to_array(%(expressions)s::tsquery"
    arg_joiner = ", ' ')) @@ "
    output_field = BooleanField()


def words(text: str) -> list[str]:
    """The distinct words of a text, small letters of one width."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    found = [word for run in _RUN.finditer(plain) for word in _of(run[1], run[2])]
    return list(dict.fromkeys(found))[:_MOST]


def holding(text: str) -> Q:
    """Applications with a word that begins like it, for each word of the text; none for none."""
    asked = _asked(text)
    if not asked:
        return Q(pk__in=())
    if connection.vendor == "postgresql":
        return Q(_Holds(F("words"), Value(" & ".join(f"'{word}':*" for word in asked))))
    return _each(asked)


@contextmanager
def planned_anew() -> Iterator[None]:
    """Plan for what is asked here: a plan kept for any values reads everything for rare ones.

    No statement in it is kept; those of the rest of the site are (`running.database`).
    """
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    driver: Any = connection.connection
    kept = driver.prepare_threshold
    driver.prepare_threshold = None
    try:
        yield
    finally:
        driver.prepare_threshold = kept


def _each(asked: list[str]) -> Q:
    found = Q()
    for word in asked:
        found &= Q(words__startswith=word) | Q(words__contains=f" {word}")
    return found


def _of(run: str | None, word: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))] if run else [word]


def _asked(text: str) -> list[str]:
    """A last character that stands alone would have to be the last of its run: its pair says it."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    found: list[str] = []
    for run in _RUN.finditer(plain):
        pairs = _of(run[1], run[2])
        found += pairs[:-1] if run[1] and len(pairs) > 1 else pairs
    return found
