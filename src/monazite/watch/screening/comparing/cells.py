"""What stands in a cell of names: what cannot be compared, and two names where one is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.watch.screening.names.cleaning import cleaned
from monazite.watch.screening.names.scripts import script_of
from monazite.watch.screening.names.telling import PLACEHOLDER, says_nothing
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind
    from monazite.watch.screening.names.view import View
    from monazite.watch.screening.party import Asked

STOPS = frozenset(
    ("no_list", "stale_list", "empty", "name_too_short", "name_too_long", "no_letters",
     "placeholder", "legal_form_only", "common_word_only")
)  # fmt: skip
"""Why a party is not screened; other codes tell what was done to its name."""
TWO_NAMES, WEAK_SCRIPT = "two_names", "weak_script"
_WEAK = frozenset(("ARABIC", "HEBREW", "HANGUL", "THAI", "HIRAGANA", "KATAKANA"))
"""Scripts that are read letter by letter: without short vowels, or not as passports spell them."""
_BETWEEN = re.compile(r"\s+[/|]\s+|\s*[;；／]\s*|\s+(?:a\.?k\.?a\.?|alias)\s+", re.IGNORECASE)
"""What stands between two names: a stroke with spaces, a semicolon, `aka`."""
_MOST = 4


def why_of(asked: Asked) -> tuple[str, ...]:
    """Codes of what was found in the names; those that stop, only where all names stop."""
    told = [_told(name, asked.kind) for name in asked.names]
    every = tuple(dict.fromkeys(code for codes in told for code in codes))
    if any(STOPS.isdisjoint(codes) for codes in told):
        return tuple(code for code in every if code not in STOPS)
    return every or ("empty",)


def _told(name: str, kind: Kind | None) -> tuple[str, ...]:
    """The codes of one name."""
    nothing = says_nothing(name, kind)
    why = () if nothing == PLACEHOLDER else cleaned(name).why
    weak = any(script_of(letter) in _WEAK for letter in name) and not name.isascii()
    told = (nothing, TWO_NAMES if parts(name) else "", WEAK_SCRIPT if weak else "")
    return (*why, *filter(None, told))


def parts(name: str) -> tuple[str, ...]:
    """The names of a cell that holds several, as `Li Fangwei / Karl Lee`; otherwise none."""
    if len(found := _BETWEEN.split(name)) > _MOST:
        return ()
    return tuple(found) if len(found) > 1 and all(cleaned(one).text for one in found) else ()


def views_of(name: str, kind: Kind | None) -> tuple[View, ...]:
    """The views of an asked name; where the cell holds several names, those of each besides."""
    each = (one for part in parts(name) for one in views(part, kind))
    return tuple(dict.fromkeys((*views(name, kind), *each)))
