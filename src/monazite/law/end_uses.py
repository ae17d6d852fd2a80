"""End uses in people's words, English or Chinese, as the codes that measures test."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.catalogue.words import SHORT, fold
from monazite.errors import InputError
from monazite.law.movement import END_USES, UNSTATED

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALSO = {
    "civilian": "civil",
    "non-military": "civil",
    "民事": "civil",
    "非军事": "civil",
    "非军用": "civil",
    "军用": "military",
    "未知": UNSTATED,
}
# Beside 核心, a core, the character means what is nuclear.
_OF_WAR = re.compile(
    r"military|missile|weapon|defen[cs]e|army|navy|munition|nuclear|军|导弹|武器|国防|核(?!心)"
)
_USE = re.compile(r"( end)? use$|用途$")
# A word so much like a known one is a slip; as a use of its own it would be presumed civil.
_ALIKE = 0.75
# Uses that the law names are short; longer texts are descriptions and no names of uses.
_LONGEST = 60


def end_use(text: str) -> str:
    """The code of a known use; "unknown" for words of war; any other text as it is.

    Text that is no known use is presumed civil and asked about. Text that speaks of war, arms or
    nuclear things must not be: it counts as said to be unknown, so that the ruling stays open
    wherever the use decides. InputError for a word that is nearly a known one.
    """
    known, word = _known(), _bare(text)
    if word in known:
        return known[word]
    close = difflib.get_close_matches(word, known, n=1, cutoff=_ALIKE)
    if close and len(word) > SHORT:
        accepted = f"{close[0]!r}, if that is meant, or a use in words less like it"
        raise InputError("end_use", text, accepted)
    return UNSTATED if _OF_WAR.search(word) else text


def stated_use(text: str | None, *, military: bool | None) -> str | None:
    """The use that a form's text names; else civil or military as was answered, None where not.

    Other words of a form describe a use and are no law.
    """
    named = _code(text) if text and len(text) <= _LONGEST else None
    if named is not None:
        return named
    return None if military is None else "military" if military else "civil"


@lru_cache(maxsize=1024)
def _code(text: str) -> str | None:
    try:
        found = end_use(text)
    except InputError:
        return None
    return found if found in END_USES else None


@lru_cache
def _known() -> Mapping[str, str]:
    codes = (*END_USES, UNSTATED)
    said = {_bare(say(f"end_use.{code}", lang)): code for code in codes for lang in LANGS}
    return {_bare(code): code for code in codes} | said | {_bare(w): c for w, c in _ALSO.items()}


def _bare(text: str) -> str:
    """The words without case, points and a closing "use"."""
    folded = fold(text)
    return _USE.sub("", folded) or folded
