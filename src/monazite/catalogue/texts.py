"""Sentences that a person reads, by key, in English and Chinese."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.documents import document
from monazite.catalogue.tables import DATA
from monazite.catalogue.words import LANGS, language

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LANGS", "counted", "keys", "merge", "say"]


Texts = dict[str, dict[str, str]]


def merge(parts: Iterable[tuple[str, Texts]]) -> Texts:
    """The texts of several named files as one; ValueError for a key that two of them give."""
    texts: Texts = {}
    for name, found in parts:
        if twice := texts.keys() & found.keys():
            raise ValueError(f"{name} repeats {', '.join(sorted(twice))}")
        texts |= found
    return texts


@lru_cache
def _texts() -> Texts:
    names = sorted(path.stem for path in (DATA / "texts").glob("*.yaml"))
    return merge((name, document(f"texts/{name}")) for name in names)


def keys() -> frozenset[str]:
    """Every key that can be said."""
    return frozenset(_texts())


def say(key: str, lang: str, **values: object) -> str:
    """The text with its values filled in; KeyError for a missing key or value."""
    return _texts()[key][language(lang)].format(**values)


def counted(key: str, count: int, lang: str, **values: object) -> str:
    """The text of so many things; of one thing `key.one`, where there is such a text."""
    one = f"{key}.one"
    return say(one if count == 1 and one in keys() else key, lang, count=f"{count:,}", **values)
