"""Filed lines by their control code or by what is in them, without reading every line through.

PostgreSQL has an index of the words in `contains` (`migrations/sql/contents`): a word is a run of
letters, so `Dy` is in `Nd=0.29,Dy2O3` and not in `Dysprosium`.
"""

from __future__ import annotations

import re

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, Value

_WORD = re.compile("[A-Za-z]+")


class _Holds(Func):
    """Whether every word is among those of a text; the first expression is that of the index."""

    template = "regexp_split_to_array(upper(%(expressions)s::text[]"
    arg_joiner = "), '[^A-Z]+') @> "
    output_field = BooleanField()


def lines_of(code: str) -> Q:
    """On filed lines: a control code that begins so, or a material of that name."""
    coded, found = Q(control_code__istartswith=code), _WORD.findall(code)
    if not found:
        return coded
    # A word says all of itself; PostgreSQL counts lines better by it alone.
    whole = Q() if found == [code] else Q(contains__icontains=code)
    return coded | (_words(found) & whole)


def _words(found: list[str]) -> Q:
    if connection.vendor == "postgresql":
        return Q(_Holds(F("contains"), Value("{" + ",".join(found).upper() + "}")))
    wanted = Q()
    for word in found:
        wanted &= Q(contains__iregex=rf"(^|[^A-Za-z]){word}([^A-Za-z]|$)")
    return wanted
