"""What cannot be used, in the reader's words: the field by its label, never by its path."""

from __future__ import annotations

from monazite.catalogue.texts import keys, say
from monazite.desk.applications.errors import Conflict, Refused
from monazite.desk.pages.hidden import visible
from monazite.errors import InputError, MonaziteError
from monazite.licensing.where import where

_FAMILY = "desk.pages.wrong"
_SHOWN = 80


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
    key = f"{_FAMILY}.{error.code}"
    return say(
        key if error.code and key in keys() else f"{_FAMILY}.other",
        lang,
        where=where(error.field, lang),
        value=visible(error.value[:_SHOWN]),
        accepted=error.accepted,
        **error.told,
    )
