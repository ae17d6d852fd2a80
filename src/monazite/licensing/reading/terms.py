"""Words with a meaning, as people write them: choices, countries, yes and no, lists of codes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue import countries
from monazite.catalogue.words import LANGS, Vocabulary, vocabulary
from monazite.law.finding import Term
from monazite.licensing.fields import Field, also, choice_key, choice_label, choices
from monazite.licensing.hygiene import Problem, narrow, shown

if TYPE_CHECKING:
    from monazite.licensing.reading.hints import Hints

_OFFERED = 8
_EXAMPLES = ("JP", "DE")
_SEPARATORS = re.compile(r"[,;，；、\s]+")
_BETWEEN_COUNTRIES = re.compile(r"[,;，；、\n]+")


def choice(text: str, field: Field, hints: Hints) -> str | Problem:
    """The code that a code, a name in either language, or another word for it means."""
    known = spellings(field)
    found = known.find(text)
    if found is not None:
        return found
    near = [known.spelled[each] for each in hints.near(text, known.spelled)]
    codes = dict.fromkeys(near) or choices(field)[:_OFFERED]
    accepted = tuple(Term(key=choice_key(field, code)) for code in codes)
    return Problem("not_a_choice", values={"value": shown(text), "accepted": accepted})


@lru_cache
def spellings(field: Field) -> Vocabulary:
    """Every word for every code of a choice; ValueError where a word means two of them."""
    pairs = [
        (word, code)
        for code in choices(field)
        for word in (
            code,
            code.replace("_", " "),
            *(choice_label(field, code, lang) for lang in LANGS),
            *also(field).get(code, ()),
        )
    ]
    return vocabulary(f"a {field.of}", pairs)


def country(text: str, hints: Hints) -> str | Problem:
    """The ISO2 code of a country given as a code or a name; an area of statistics is none."""
    found = countries.find(text)
    if found is not None and countries.countries()[found].iso3 not in countries.unspecified():
        return found
    near = [countries.find(each) or "" for each in hints.near(text, _names())]
    accepted = tuple(Term(country=each) for each in dict.fromkeys(near or _EXAMPLES))
    return Problem("not_a_country", values={"value": shown(text), "accepted": accepted})


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    left_out = countries.unspecified()
    kept = [each for each in countries.countries().values() if each.iso3 not in left_out]
    return tuple(name for each in kept for name in (each.name_en, each.name_zh))


_YES = vocabulary(
    "yes or no",
    [(word, "yes") for word in ("yes", "y", "true", "是", "有")]
    + [(word, "no") for word in ("no", "n", "false", "否", "不是", "无", "没有")],
)


def yes_no(text: str) -> bool | Problem:
    """Whether a text says yes."""
    found = _YES.find(text)
    if found is None:
        return Problem("not_yes_or_no", values={"value": shown(text)})
    return found == "yes"


def codes(text: str) -> tuple[str, ...]:
    """The words of a list, in any of the ways in which lists are written."""
    return tuple(each for each in _SEPARATORS.split(narrow(text)) if each)


def places(text: str, hints: Hints) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The countries of a list, and a problem for each word that is none."""
    words = [each.strip() for each in _BETWEEN_COUNTRIES.split(text) if each.strip()]
    read = [country(word, hints) for word in words]
    return (
        tuple(each for each in read if isinstance(each, str)),
        tuple(each for each in read if isinstance(each, Problem)),
    )
