"""A name made fit to be compared: what cannot be seen dropped, look-alike letters told apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from monazite.watch.screening.names.scripts import script_of
from monazite.watch.screening.names.tables import rows

LONGEST = 1_000
"""Letters that a name may have; the longest of the lists that we know has under 400."""
_DROPPED = frozenset({"Cf", "Cc", "Co", "Cn", "Cs", "So", "Sk", "Me"})
_SPACES = re.compile(r"[\s™℠®©]+")
"""Spaces, and the signs that would become letters (™ as TM)."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_TWO = re.compile(r"[^\W_].*?[^\W_]")
_BACKWARDS = "\u202e"
"""The sign that shows what follows from right to left: the name may be meant as it shows."""
_UNBROKEN = re.compile(r"(?<=\w)[\u00a0\u202f](?=\w)")


class Cleaned(NamedTuple):
    """A name as it is compared.

    text: "" where it cannot be compared. why: codes of what was found (`empty`, `name_too_short`,
    `name_too_long`, `no_letters` stop; `invisible_dropped`, `symbols_dropped`, `lookalikes_folded`
    do not). otherwise: other readings of the same writing.
    """

    text: str
    why: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


def cleaned(text: str) -> Cleaned:
    """The name in normal form (NFKC) without what does not show, spaces single.

    Letters of another script that look Latin become Latin inside a token that mixes scripts, and in
    a token of look-alikes alone where no other token is of their script. A no-break space may also
    be none, and a name that is turned round may be meant as it shows: both readings are given.
    """
    if len(text) > LONGEST:
        return Cleaned("", ("name_too_long",))
    if text.isascii() and text.isprintable():
        return _checked(" ".join(text.split()), ())
    joined = _UNBROKEN.sub("", text)
    first = _shown(text)
    turned = text[::-1] if _BACKWARDS in text else text
    second = tuple(_shown(one).text for one in (joined, turned) if one != text)
    if not first.text:
        return first
    folded, others = _folded(first.text)
    why = first.why + (("lookalikes_folded",) if folded != first.text else ())
    return _checked(folded, why, tuple(dict.fromkeys((*second, *others))))


def _checked(text: str, why: tuple[str, ...], otherwise: tuple[str, ...] = ()) -> Cleaned:
    """The name, or none where nothing is left that could be told from another."""
    if _TWO.search(text):
        if _LETTER.search(text):
            return Cleaned(text, why, otherwise)
        return Cleaned("", (*why, "no_letters"))
    return Cleaned("", (*why, "name_too_short" if any(map(str.isalnum, text)) else "empty"))


def _shown(text: str) -> Cleaned:
    """NFKC without controls, format characters, pictures and marks around letters."""
    normal = unicodedata.normalize("NFKC", _SPACES.sub(" ", text))
    kept = "".join(map(_kept, normal))
    why = () if len(kept) == len(normal) else (_what(normal),)
    return _checked(" ".join(kept.split()), why)


@lru_cache(maxsize=65536)
def _kept(letter: str) -> str:
    """The character, or nothing where it does not belong to a name."""
    return "" if unicodedata.category(letter) in _DROPPED else letter


def _what(text: str) -> str:
    """The code for what was dropped: invisible characters before pictures, as they may deceive."""
    hidden = any(unicodedata.category(one) in {"Cf", "Cc"} for one in text)
    return "invisible_dropped" if hidden else "symbols_dropped"


@lru_cache
def lookalikes() -> dict[str, str]:
    """Letters of other scripts, and the Latin ones that they look like."""
    return {row["letter"]: row["latin"] for row in rows("lookalikes")}


def _folded(text: str) -> tuple[str, tuple[str, ...]]:
    """The name with look-alikes folded, and what it may be besides.

    A name of look-alikes alone can be a true one of its own script: then both are read.
    """
    alike = lookalikes()
    if alike.keys().isdisjoint(text):
        return text, ()
    tokens = _WORD.findall(text)
    scripts = [frozenset(filter(None, map(script_of, one))) for one in tokens]
    doubtful = [
        index
        for index, token in enumerate(tokens)
        if "LATIN" not in scripts[index] and all(letter in alike for letter in token)
    ]
    mixed = {i for i, one in enumerate(scripts) if "LATIN" in one and len(one) > 1}
    own = {s for i, one in enumerate(scripts) if i not in mixed and i not in doubtful for s in one}
    sure = mixed | {i for i in doubtful if not scripts[i] & own and (own or mixed)}
    folded = _replaced(text, sure)
    rest = {i for i in doubtful if i not in sure and not scripts[i] & own}
    return folded, (_replaced(text, sure | rest),) if rest else ()


def _replaced(text: str, which: set[int]) -> str:
    """The name with the look-alikes of those words folded."""
    alike = lookalikes()
    count = iter(range(len(text)))
    return _WORD.sub(
        lambda m: "".join(alike.get(a, a) for a in m[0]) if next(count) in which else m[0], text
    )
