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


def _read(names: Iterable[str]) -> Texts:
    return merge((name, document(f"texts/{name}")) for name in sorted(names))


@lru_cache
def _texts() -> Texts:
    """What stands at the top: read at the first word said."""
    return _read(path.stem for path in (DATA / "texts").glob("*.yaml"))


@lru_cache
def _room(name: str) -> Texts:
    """The texts of one room: in a folder of its own, read when its first text is said."""
    return _read(f"{name}/{path.stem}" for path in (DATA / "texts" / name).glob("*.yaml"))


@lru_cache
def _rooms() -> frozenset[str]:
    return frozenset(path.name for path in (DATA / "texts").iterdir() if path.is_dir())


def _found(key: str) -> dict[str, str]:
    room = key.partition(".")[0]
    return (_room(room) if room in _rooms() else _texts())[key]


@lru_cache
def keys() -> frozenset[str]:
    """Every key that can be said."""
    return frozenset(_texts()).union(*map(_room, _rooms()))


def say(key: str, lang: str, **values: object) -> str:
    """The text with its values filled in; KeyError for a missing key or value.

    A key begins with its room's name where the room has a folder of texts.
    """
    return _found(key)[language(lang)].format(**values)


def counted(key: str, count: int, lang: str, **values: object) -> str:
    """The text of so many things; of one thing `key.one`, where there is such a text."""
    one = f"{key}.one"
    return say(one if count == 1 and _known(one) else key, lang, count=f"{count:,}", **values)


def _known(key: str) -> bool:
    try:
        return bool(_found(key))
    except KeyError:
        return False
