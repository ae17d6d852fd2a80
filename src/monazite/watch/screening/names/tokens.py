"""What a word of a name is worth: a legal form, a generic word, a place, a number, or a name."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from monazite.catalogue.countries import countries
from monazite.watch.screening.names.latin import latin_tokens
from monazite.watch.screening.names.scripts import has_han
from monazite.watch.screening.names.tables import rows, several

_NO_PLURALS = frozenset({"news", "arms", "goods", "securities"})
_SHORTEST_PLURAL = 4
TokenKind = Literal["legal", "generic", "place", "name", "number"]


@lru_cache(maxsize=1 << 18)
def kind_of(token: str) -> TokenKind:
    """What kind of word a token of a view is; of a Chinese word, by its English."""
    if any(letter.isdigit() for letter in token):
        return "number"
    return _kinds().get(token, "name")


@lru_cache
def _kinds() -> dict[str, TokenKind]:
    """Every word that is no name; a legal form before a generic word before a place."""
    kinds: dict[str, TokenKind] = dict.fromkeys(_places(), "place")
    kinds.update(dict.fromkeys(_generic(), "generic"))
    kinds.update(dict.fromkeys(_legal(), "legal"))
    return kinds


def _places() -> set[str]:
    """Words of provinces and cities, and countries of one word: Martin is no place."""
    cities = {
        word
        for row in rows("places")
        for one in several(row["latin"])
        for word in latin_tokens(one)
    }
    named = {one for land in countries().values() for one in (land.name_en, *land.aliases)}
    lands = (latin_tokens(one) for one in named if not has_han(one))
    return cities | {words[0] for words in lands if len(words) == 1}


def _generic() -> set[str]:
    """Words that thousands of firms share."""
    terms = (row["english"] for row in rows("terms") if row["kind"] == "generic")
    words = {token for cell in terms for one in several(cell) for token in one.split()}
    words |= {row["word"] for row in rows("short_words")}
    return words | {row["word"] for row in rows("generic")}


def _legal() -> set[str]:
    """Normal legal forms, word by word."""
    return {token for row in rows("legal_forms") for token in row["normal"].split()}


class _Forms(NamedTuple):
    """Words by the short or common form that stands for them; phrases by their last word."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]


@lru_cache
def _forms() -> _Forms:
    """Legal forms, abbreviations of generic words, and their plurals; longest phrases first."""
    found = _Forms(_plurals(), {})
    written = [(row["form"], row["normal"]) for row in rows("legal_forms")]
    written += [(row["short"], row["word"]) for row in rows("short_words")]
    for form, normal in written:
        words, put = tuple(form.split()), tuple(normal.split())
        if len(words) > 1:
            found.phrases.setdefault(words[-1], []).append((words, put))
        elif words != put:
            found.words[form] = put
    for phrases in found.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def _plurals() -> dict[str, tuple[str, ...]]:
    """Generic words of which one and many are both known, by the plural."""
    known = _generic()
    many = [word for word in known - _NO_PLURALS if len(word) >= _SHORTEST_PLURAL]
    ways = [(word, word.removesuffix("s")) for word in many]
    ways += [(word, word.removesuffix("ies") + "y") for word in many if word.endswith("ies")]
    return {word: (one,) for word, one in ways if word != one and one in known}


def with_normal_forms(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a firm with legal forms short (Limited as ltd), generic ones in the singular."""
    forms = _forms()
    if forms.words.keys().isdisjoint(tokens) and forms.phrases.keys().isdisjoint(tokens):
        return tokens
    normal: list[str] = []
    for token in tokens:
        normal.append(token)
        for words, short in forms.phrases.get(token, ()):
            if tuple(normal[-len(words) :]) == words:
                normal[-len(words) :] = short
                break
    return tuple(word for token in normal for word in forms.words.get(token, (token,)))
