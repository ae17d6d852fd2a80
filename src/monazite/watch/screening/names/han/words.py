"""Business names in Chinese cut into words that have an English, and runs that are names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from monazite.catalogue.countries import countries
from monazite.watch.screening.names.latin import latin_tokens
from monazite.watch.screening.names.scripts import has_han
from monazite.watch.screening.names.tables import rows, several

_WORD_COST = 1.0
_LETTER_COST = 1.2
_LONGEST = 12


class Word(NamedTuple):
    """A run of characters. kind: `legal`, `generic`, `brand`, `place`, or `name` if unknown.

    senses: its words in English, one way after the other; none of a name.
    """

    han: str
    kind: str
    senses: tuple[tuple[str, ...], ...] = ()


@lru_cache
def known() -> dict[str, Word]:
    """Every word with an English: terms before provinces and cities before countries."""
    words: dict[str, Word] = {}
    for land in countries().values():
        for han in (land.name_zh, *filter(has_han, land.aliases)):
            words[han] = Word(han, "place", (latin_tokens(land.name_en),))
    for row in rows("places"):
        senses = tuple(map(latin_tokens, several(row["latin"])))
        words.update({han: Word(han, "place", senses) for han in _with_ending(row)})
    for row in rows("terms"):
        senses = tuple(tuple(one.split()) for one in several(row["english"]))
        words[row["han"]] = Word(row["han"], row["kind"], senses)
    return words


def _with_ending(row: dict[str, str]) -> tuple[str, ...]:
    """A place as it is named, with and without the word for what it is."""
    han, ending = row["han"], {"province": "省", "city": "市", "county": "县"}.get(row["what"], "")
    return (han, han + ending) if ending else (han,)


@lru_cache(maxsize=65536)
def cut(text: str, shortest: int = 1) -> tuple[Word, ...]:
    """The words of a run of simplified characters, as few and as well known as can be.

    shortest: characters that a known word has at least; of one (磁) it may be part of a name.
    """
    words = known()
    best: list[tuple[float, tuple[Word, ...]]] = [(0.0, ())]
    for end in range(1, len(text) + 1):
        ways = [(best[end - 1][0] + _LETTER_COST, (*best[end - 1][1], Word(text[end - 1], "name")))]
        for start in range(max(0, end - _LONGEST), end - shortest + 1):
            word = words.get(text[start:end])
            if word is not None:
                ways.append((best[start][0] + _WORD_COST, (*best[start][1], word)))
        best.append(min(ways, key=lambda way: way[0]))
    return _runs(best[-1][1])


def _runs(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Unknown characters that touch made one name."""
    joined: list[Word] = []
    for word in words:
        if word.kind == "name" and joined and joined[-1].kind == "name":
            joined[-1] = Word(joined[-1].han + word.han, "name")
        else:
            joined.append(word)
    return tuple(joined)
