"""What cannot be used, in the reader's words: the field by its label, never by its path.

An error whose code has no words of its own is told with its field, its value and what is accepted.
"""

from __future__ import annotations

import re

from monazite.catalogue.texts import keys, say
from monazite.customs.where import where as where_declared
from monazite.desk.applications.errors import Conflict, Refused
from monazite.desk.pages.hidden import visible
from monazite.errors import InputError, MonaziteError
from monazite.licensing.fields import sections
from monazite.licensing.where import where

_FAMILY = "desk.pages.wrong"
_SHOWN = 80
_REASONS = frozenset({"text", "why", "reason"})
"""Fields in which somebody says why; another that is needed is named."""
_HEAD = re.compile(r"[.\[]")
_LEFT = re.compile(r"left[_\[]([0-9]+)\]?")


def words(error: MonaziteError, lang: str) -> str:
    """What stands in the way, in the reader's language."""
    if isinstance(error, Conflict):
        return _conflict(error, lang)
    if isinstance(error, Refused):
        return error.message(lang)
    if isinstance(error, InputError):
        return _unusable(error, lang)
    return say(f"{_FAMILY}.reused", lang)


def _conflict(error: Conflict, lang: str) -> str:
    between = "、" if lang == "zh" else ", "
    named = between.join(where(clash.path.removesuffix("[]"), lang) for clash in error.clashes)
    return say(f"{_FAMILY}.conflict", lang, where=named)


def _unusable(error: InputError, lang: str) -> str:
    told = {
        "where": field(error.field, lang),
        "value": visible(error.value[:_SHOWN]),
        "accepted": visible(error.accepted),
    }
    return say(f"{_FAMILY}.{_kind(error)}", lang, **told | error.told)


def _kind(error: InputError) -> str:
    if error.code == "reason" and error.field not in _REASONS:
        return "needed"
    if error.code and f"{_FAMILY}.{error.code}" in keys():
        return error.code
    return "other" if error.value else "other_empty"


def field(path: str, lang: str) -> str:
    """The label of a field, of whichever form; what no form knows stays as it is."""
    if left := _LEFT.fullmatch(path):
        return say(f"{_FAMILY}.field.left", lang, number=left[1])
    own = f"{_FAMILY}.field.{path}"
    if own in keys():
        return say(own, lang)
    said = where if _HEAD.split(path, maxsplit=1)[0] in sections() else where_declared
    return visible(said(path, lang)) if path else where(path, lang)
