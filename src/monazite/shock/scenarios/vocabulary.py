"""The words that a scenario can use, and the nearest ones to a word that it cannot."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

from monazite.catalogue.countries import countries as every_country
from monazite.catalogue.texts import keys
from monazite.catalogue.words import nearest
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.shock.model.model import Good

_MOST_NAMED = 12
_SECTOR = "chain.sector."
FAMILIES = ("magnets", "NdFeB")
"""Names of several alloys at once, in a scope and among goods."""


class Choice(NamedTuple):
    """Which goods are meant: material and stage, either of them `*` for every one."""

    material: str
    stage: str

    def takes(self, material: str, stage: str) -> bool:
        """Whether a good is among them."""
        return fnmatchcase(material, self.material) and fnmatchcase(stage, self.stage)


def meant(goods: Sequence[Choice], good: Good) -> bool:
    """Whether a good is among those that an entry names: any, where it names none."""
    return not goods or any(one.takes(*good) for one in goods)


class Known(NamedTuple):
    """What a scenario can name: ids of the law data's measures, and of its own licences."""

    measures: tuple[str, ...]
    own: tuple[str, ...]


def refuse(code: str, **told: str) -> PydanticCustomError:
    """The error of one of our codes; its text is said later, in the reader's language."""
    # The template is never shown: `Problem` says the texts of the code.
    return PydanticCustomError(code, "refused", dict(told))


@cache
def materials() -> tuple[str, ...]:
    """Every material that some representative item is of."""
    return tuple(dict.fromkeys(row.fields["material"] for row in table("shock-items")))


@cache
def sectors() -> tuple[str, ...]:
    """Every sector that has a name."""
    return tuple(sorted(k.removeprefix(_SECTOR) for k in keys() if k.startswith(_SECTOR)))


@cache
def countries() -> tuple[str, ...]:
    """Every country by its names and its code."""
    every = every_country().values()
    return tuple(dict.fromkeys(word for c in every for word in (c.name_en, c.name_zh, c.iso3)))


def near(word: str, known: Iterable[str]) -> str:
    """The nearest known words, or some of them."""
    every = list(known)
    return ", ".join(nearest(word, every) or every[:_MOST_NAMED])
