"""Firms named in Chinese characters: in English words, in pinyin, and by the sounds they spell."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from monazite.watch.screening.names.acronyms import acronym_views
from monazite.watch.screening.names.han.reading import words_read
from monazite.watch.screening.names.han.words import Word, cut
from monazite.watch.screening.names.latin import latin_tokens
from monazite.watch.screening.names.numbers import with_digits
from monazite.watch.screening.names.scripts import HAN
from monazite.watch.screening.names.tables import rows, several
from monazite.watch.screening.names.tokens import with_normal_forms
from monazite.watch.screening.names.view import View

LESS_LIKELY = 0.95
"""What a view is worth that is not by the first sense of every word."""
READ_ALOUD = 0.9
"""What a view is worth in which words that have an English are read in pinyin all the same."""
_MOST = 8
_CLAUSE = re.compile(r"^.{5,}的(?=.{2})")
_RUNS = re.compile(rf"(?:{HAN.pattern})+|(?:(?!{HAN.pattern})[^\W_])+")
_FEWEST_SOUNDS = 2
_STOPS = ("t", "p", "s", "c")


class _Way(NamedTuple):
    """How words are put: which sense; by which sounds names are spelled, 0: read in pinyin.

    aloud: kinds of words that are read in pinyin too.
    shortest: characters that a word has at least; place: which of its names a place gets.
    """

    sense: int
    sounds: int = 0
    aloud: frozenset[str] = frozenset()
    weight: float = LESS_LIKELY
    shortest: int = 1
    place: int = 0


_WAYS = (
    _Way(0, weight=1.0),
    _Way(0, sounds=1, weight=1.0),
    _Way(0, sounds=2),
    _Way(0, shortest=2),
    _Way(1, sounds=1),
    _Way(1),
    _Way(2, sounds=1),
    _Way(0, sounds=1, place=1),
    _Way(0, aloud=frozenset({"brand"})),
    _Way(0, aloud=frozenset({"brand", "generic"}), weight=READ_ALOUD),
)


@lru_cache(maxsize=65536)
def firm_views(text: str) -> tuple[View, ...]:
    """The firm's name in every way, and its initials; text: simplified characters.

    What is said of a firm before its name (参与…的) is left out.
    """
    runs = _RUNS.findall(_CLAUSE.sub("", text))
    put: dict[tuple[str, ...], float] = {}
    for way in _WAYS:
        words = tuple(chain.from_iterable(_put(one, way) for one in _words(runs, way)))
        put.setdefault(words, way.weight)
    found: dict[tuple[str, ...], View] = {}
    for words, weight in put.items():
        tokens = with_digits(with_normal_forms(words))
        if tokens:
            found.setdefault(tokens, View("terms", tokens, weight))
    every = tuple(found.values())
    return (*every[:_MOST], *(acronym_views(every[0].tokens) if every else ()))


def _words(runs: list[str], way: _Way) -> list[Word]:
    """The words of each run of characters; Latin letters stay as they are."""
    each = (cut(run, way.shortest) if HAN.match(run) else (_foreign(run),) for run in runs)
    return [word for words in each for word in words]


def _foreign(run: str) -> Word:
    """Latin letters or digits inside a Chinese name, as they are."""
    return Word(run, "latin", (latin_tokens(run),))


def _put(word: Word, way: _Way) -> tuple[str, ...]:
    """The word in Latin tokens."""
    if word.senses and word.kind not in way.aloud:
        sense = way.place if word.kind == "place" else way.sense
        return word.senses[min(sense, len(word.senses) - 1)]
    if way.sounds and len(word.han) >= _FEWEST_SOUNDS and all(one in sounds() for one in word.han):
        return (_spelled(word.han, way.sounds),)
    read = "".join(words_read(word.han))
    return (read,) if read else ()


def _spelled(han: str, which: int) -> str:
    """The sounds of the characters one after another; where two meet, t and h are not th."""
    spelled = ""
    for one in han:
        sound = sounds()[one][:which][-1]
        spelled += sound[1:] if sound[0] == "h" and spelled.endswith(_STOPS) else sound
    return spelled


@lru_cache
def sounds() -> dict[str, tuple[str, ...]]:
    """The sounds, one or two, that a character stands for where it spells a foreign name."""
    return {row["han"]: several(row["sound"]) for row in rows("sounds")}
