"""Who acts in the chronicle, in the language of the page."""

from __future__ import annotations

from monazite.briefing.packaged import document
from monazite.catalogue.countries import countries
from monazite.catalogue.words import language


def actor(word: str, lang: str) -> str:
    """The actor's name; KeyError for one that has no Chinese."""
    if language(lang) == "zh":
        chinese: str = document("actors_zh")[word]
        return chinese
    known = countries().get(word)
    return known.name_en if known else word
