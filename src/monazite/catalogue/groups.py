"""Groups of materials that announcements name: rare earths and their parts, graphite, diamond."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.catalogue.documents import document
from monazite.catalogue.words import Vocabulary, language, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `of` is the element of which it is a kind, `parent` the wider group."""

    code: str
    name_en: str
    name_zh: str
    elements: frozenset[str]
    of: str | None
    parent: str | None
    aliases: tuple[str, ...]
    source: str
    note: str


def _group(code: str, entry: dict[str, Any]) -> Group:
    return Group(
        code=code,
        name_en=entry["en"],
        name_zh=entry["zh"],
        elements=frozenset(entry.get("elements", ())),
        of=entry.get("of"),
        parent=entry.get("parent"),
        aliases=tuple(entry["aliases"]),
        source=entry.get("source", ""),
        note=entry.get("note", ""),
    )


GROUPS: Mapping[str, Group] = {
    code: _group(code, each) for code, each in document("groups").items()
}
"""Every group by code."""


@lru_cache
def _words() -> Vocabulary:
    return vocabulary(
        f"a group, one of {', '.join(GROUPS)}",
        (
            (word, code)
            for code, each in GROUPS.items()
            for word in (code, each.name_en, each.name_zh, *each.aliases)
        ),
    )


def group(word: str) -> str | None:
    """The code of the group meant by a word in either language; None if it names none."""
    return _words().find(word)


def name(code: str, lang: str) -> str:
    """The group's name in the language; InputError on `group` if there is no such group."""
    found = GROUPS[_words().read(code, "group")]
    return found.name_zh if language(lang) == "zh" else found.name_en


def wider(code: str) -> tuple[str, ...]:
    """The group and every wider one it is part of, nearest first."""
    parent = GROUPS[code].parent
    return (code,) if parent is None else (code, *wider(parent))
