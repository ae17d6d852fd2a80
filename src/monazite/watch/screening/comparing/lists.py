"""The lists that are held, made ready to be compared with: index, words, whose each name is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.comparing.classes import kinds_of
from monazite.watch.screening.comparing.made_by import made_by
from monazite.watch.screening.index.hashing import hashed
from monazite.watch.screening.index.index import Index, build
from monazite.watch.screening.index.store import opened, save
from monazite.watch.screening.matching.features import Side, side_of
from monazite.watch.screening.matching.rarity import rarity
from monazite.watch.screening.names.identifiers import checked
from monazite.watch.screening.names.views import views_of_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from monazite.watch.screening.entity import Entity, Kind
    from monazite.watch.screening.index.tokens import Tokens
    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.names.view import View


@dataclass(slots=True)
class Prepared:
    """Entries of all lists, numbered on from list to list, and their names.

    first: of each list the number of its first entry. kind: of each entry. name_first: of each
    entry the number of its first name. weak: of each name whether its publisher calls it so.
    known, rare: tokens by their hash, rising, and how rare each is, 0 to 1.
    """

    held: tuple[Held, ...]
    index: Index
    side: Side
    first: NDArray[np.int64]
    kind: NDArray[np.int8]
    name_first: NDArray[np.int64]
    weak: NDArray[np.bool_]
    known: NDArray[np.uint64]
    rare: NDArray[np.float64]
    _decoded: dict[int, Entity] = field(default_factory=dict)
    _numbers: dict[tuple[str, str], list[int]] | None = None

    def entity(self, number: int) -> Entity:
        """An entry by its number."""
        if number not in self._decoded:
            which = int(np.searchsorted(self.first, number, side="right")) - 1
            row = number - int(self.first[which])
            self._decoded[number] = self.held[which].entries[row]
        return self._decoded[number]

    def rarity_of(self, tokens: Tokens) -> NDArray[np.float64]:
        """How rare these tokens are here; one that no list has is as rare as can be."""
        listed = np.ones(tokens.count)
        if len(self.known):
            value = hashed(tokens.texts()).value
            at = np.minimum(np.searchsorted(self.known, value), len(self.known) - 1)
            here = self.known[at] == value
            listed[here] = self.rare[at[here]]
        return rarity(tokens, listed)

    def with_identifier(self, kind: str, value: str) -> list[int]:
        """The entries that have this number, both in their normal form."""
        if self._numbers is None:
            self._numbers = {}
            entities = (one for held in self.held for one in held.entities())
            for number, entity in enumerate(entities):
                for one in entity.identifiers:
                    normal = checked(one.kind, one.value).value
                    if normal:
                        self._numbers.setdefault((one.kind, normal), []).append(number)
        return self._numbers.get((kind, value), [])


def prepare(
    held: Sequence[Held], cache: Path | None, progress: Callable[[int, int], None] | None = None
) -> Prepared:
    """The lists ready to be compared with; the index is kept in the cache, by their versions."""
    counts = [len(one.entries) for one in held]
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    owners = [one.entries.owners() + start for one, start in zip(held, first, strict=False)]
    owner = np.concatenate([np.zeros(0, np.int64), *owners])
    kinds = [kind for one in held for kind in one.entries.kinds()]
    versions = {one.used.list: one.used.version for one in held} | {"": made_by()}
    index = opened(cache, versions) if cache is not None else None
    if index is None:
        index = _build(held, owner, kinds, progress)
        if cache is not None and len(owner):
            save(index, cache, versions)
    most = np.log1p((index.forms.names + 0.5) / 0.5)
    listed = np.asarray(index.idf, np.float64) / most
    value = hashed(index.forms.tokens.texts()).value
    order = np.argsort(value)
    side = side_of(index.forms, rarity(index.forms.tokens, listed))
    name_first = np.searchsorted(owner, np.arange(len(kinds) + 1))
    weak = np.array([kind == "weak" for one in held for kind in one.entries.name_kinds()], np.bool_)
    return Prepared(
        tuple(held), index, side, first[:-1], kinds_of(kinds), name_first, weak, value[order],
        listed[order],
    )  # fmt: skip


def _build(
    held: Sequence[Held],
    owner: NDArray[np.int64],
    kinds: list[Kind],
    progress: Callable[[int, int], None] | None,
) -> Index:
    """The index of all names, with word of how far it is."""
    texts = [text for one in held for text in one.entries.texts()]
    told_kinds = (None if kinds[number] == "other" else kinds[number] for number in owner.tolist())
    seen = views_of_many(texts, told_kinds)
    if progress is None:
        return build(seen, owner)
    told = progress

    def counted() -> Iterator[tuple[View, ...]]:
        for number, view in enumerate(seen):
            if number % 5_000 == 0:
                told(number, len(texts))
            yield view

    return build(counted(), owner)
