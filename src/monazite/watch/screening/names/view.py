"""One way to see a name."""

from __future__ import annotations

from typing import Literal, NamedTuple

ViewKind = Literal[
    "latin", "pinyin", "joined", "palladius", "wade-giles", "cantonese", "terms", "acronym", "han"
]


class View(NamedTuple):
    """Tokens of small Latin letters or digits (of `han`: characters), in the order of the name.

    weight: at most 1; what a match by this view is worth against one by the name as written.
    """

    kind: ViewKind
    tokens: tuple[str, ...]
    weight: float = 1.0
