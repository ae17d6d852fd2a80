"""Words as people write them: folding, the nearest known ones, and the error that names them."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGS = ("en", "zh")
"""The languages of every word that a person reads."""
SHORT = 3
"""Words up to this length need only half their letters right: one wrong of two in 稀土."""
_LOOKED_AT = 12
_NAMED = 3
_WORD = 200
"""Characters of a word that is remembered: longer ones are texts."""
_CONTROL = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")


def fold(word: str) -> str:
    """The word without case, accents, width and points: "D.R. Congo" is "dr congo"."""
    return _known(word) if len(word) <= _WORD else _folded(word)


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word).casefold()
    kept = (c for c in bare if not unicodedata.combining(c) and c not in ".'’")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


# The same words come again and again, line for line.
_known = lru_cache(maxsize=8192)(_folded)


def visible(text: str) -> str:
    """The text with each control character as U+FFFD: a terminal would obey it unseen."""
    return text.translate(_CONTROL)


def nearest(word: str, known: Iterable[str], n: int = _NAMED) -> list[str]:
    """Up to n of the known words that hold this one or are most like it, in either language."""
    folded = fold(word)
    spelled = {fold(each): each for each in known}
    cutoff = 0.5 if len(folded) <= SHORT else 0.6
    holding = sorted((each for each in spelled if folded in each.split()), key=len)
    alike = difflib.get_close_matches(folded, spelled, n, cutoff)
    return [spelled[each] for each in dict.fromkeys((*holding, *alike))][:n]


def unknown(field: str, word: str, accepted: str, known: Iterable[str]) -> InputError:
    """The error for a word that is none of the known; its clause ends with the nearest ones."""
    return _error(field, word, accepted, nearest(word, known))


def _error(field: str, word: str, accepted: str, close: Iterable[str]) -> InputError:
    meant = " or ".join(f"'{each}'" for each in close)
    hint = f"; did you mean {meant}?" if meant else ""
    return InputError(field, word, f"{accepted}{hint}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known words in several spellings and languages, and what each means."""

    accepted: str
    spelled: Mapping[str, str]
    folded: Mapping[str, str]

    def find(self, word: str) -> str | None:
        """What the word means, or None."""
        exact = self.spelled.get(word)  # as it mostly is: folding costs more than all else here
        return exact if exact is not None else self.folded.get(fold(word))

    def read(self, word: str, field: str) -> str:
        """What the word means; else InputError on the field, naming the nearest known words."""
        found = self.find(word)
        if found is None:
            raise _error(field, word, self.accepted, self._nearest(word))
        return found

    def _nearest(self, word: str) -> list[str]:
        """The nearest words, one for each meaning."""
        by_meaning: dict[str, str] = {}
        for each in nearest(word, self.spelled, _LOOKED_AT):
            by_meaning.setdefault(self.spelled[each], each)
        return list(by_meaning.values())[:_NAMED]


def vocabulary(accepted: str, meanings: Iterable[tuple[str, str]]) -> Vocabulary:
    """A vocabulary of (word, meaning) pairs; ValueError if a word has two meanings."""
    spelled: dict[str, str] = {}
    folded: dict[str, str] = {}
    for word, meaning in meanings:
        if folded.setdefault(fold(word), meaning) != meaning:
            raise ValueError(f"{word} means both {folded[fold(word)]} and {meaning}")
        spelled[word] = meaning
    return Vocabulary(accepted, spelled, folded)


def language(lang: str) -> str:
    """The language itself, if the catalogue speaks it; else InputError on `lang`."""
    if lang not in LANGS:
        raise unknown("lang", lang, "en or zh", LANGS)
    return lang
