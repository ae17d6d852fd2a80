"""A reference to a law as a person says it: the title in their language, and the article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys, say
from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.law.model import Measure

_ARTICLE = re.compile(r"(?P<law>\S+)(?: art\. (?P<article>[\d-]+))?")
_TO = {"en": "–", "zh": "至"}
_WORD = re.compile(r"\W+")


@lru_cache(maxsize=1024)
def law_words(ref: str, lang: str) -> str:
    """The words for a reference such as `CN-DECREE-792 art. 16`; practice is said to be practice.

    A reference that neither the law data nor the texts know stays as it is.
    """
    found = _ARTICLE.fullmatch(ref)
    measure = load().measures.get(found["law"]) if found else None
    if found is not None and measure is not None:
        return _said(measure, found["article"], lang)
    key = f"reference.{_WORD.sub('_', ref.casefold())}"
    return say(key, lang) if key in keys() else ref


def _said(measure: Measure, article: str | None, lang: str) -> str:
    """The title and the article; without one, the instrument, as announcements are called."""
    zh = lang == "zh"
    if not article:
        return measure.instrument_zh if zh else measure.instrument
    title = measure.title_zh if zh else measure.title
    return say("reference.article", lang, title=title, article=article.replace("-", _TO[lang]))
