"""A name in every way in which it may be written elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.watch.screening.names.acronyms import acronym_views
from monazite.watch.screening.names.cleaning import cleaned
from monazite.watch.screening.names.cyrillic import palladius_views
from monazite.watch.screening.names.han.titles import without_titles
from monazite.watch.screening.names.han.views import han_views
from monazite.watch.screening.names.latin import latin_tokens
from monazite.watch.screening.names.latin_chinese import pinyin_views
from monazite.watch.screening.names.numbers import with_digits
from monazite.watch.screening.names.scripts import CYRILLIC, HAN
from monazite.watch.screening.names.tokens import with_normal_forms
from monazite.watch.screening.names.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.watch.screening.entity import Kind

_APART = re.compile(r"[\s()\[\]/,;|]+")


def views(text: str, kind: Kind | None) -> tuple[View, ...]:
    """Every view of a name, the one as written first; none where it cannot be compared.

    kind None: as of a person and as of a company.
    """
    clean = cleaned(text)
    if not clean.text:
        return ()
    found = [one for each in (clean.text, *clean.otherwise) for one in _views(each, kind)]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def views_of_many(texts: Iterable[str], kinds: Iterable[Kind | None]) -> Iterator[tuple[View, ...]]:
    """The views of each name, one after the other; a kind for each."""
    return map(views, texts, kinds)


def _views(text: str, kind: Kind | None) -> list[View]:
    """The views of a cleaned name: by script, then by what it may be."""
    if text.isascii() or not HAN.search(text):
        return _latin_views(text, kind)
    if kind in {None, "person"} and (bare := without_titles(text)):
        return [*han_views(bare, "person"), *(han_views(text, kind) if kind is None else ())]
    beside = _written_twice(text)
    if beside is None:
        return han_views(text, kind)
    whole = [] if kind == "person" else han_views(text, kind)
    return [*han_views(beside[0], kind), *_latin_views(beside[1], kind), *whole]


def _written_twice(text: str) -> tuple[str, str] | None:
    """The characters and the Latin words of a name that is given in both (王武斌, Wang Wubin)."""
    parts = _APART.split(text)
    latin = [part for part in parts if part and not HAN.search(part)]
    if len(latin) < len(("given", "surname")):
        return None
    return "".join(part for part in parts if HAN.search(part)), " ".join(latin)


def _latin_views(text: str, kind: Kind | None) -> list[View]:
    """The views of a name in letters of any script but Chinese."""
    tokens = latin_tokens(text, person=kind == "person")
    if kind != "person":
        tokens = with_digits(with_normal_forms(tokens))
    if not tokens:
        return []
    found = [View("latin", tokens)]
    if kind is None and tokens != (written := latin_tokens(text, person=True)):
        found.append(View("latin", written))
    if kind is None or kind == "person":
        found += pinyin_views(tokens)
        if not text.isascii() and CYRILLIC.search(text):
            found += palladius_views(text)
    if kind != "person":
        found += acronym_views(tokens)
    return found
