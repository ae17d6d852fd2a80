"""The form of an application as a table: its sections, their fields, and what a choice offers.

Pages, API, workbooks, JSON and the reference are made from it (`fields.yaml`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from monazite.catalogue.texts import say
from monazite.law.sources import REGIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

Form = dict[str, Any]
"""A form as typed: sections of fields, or lists of them; every leaf is text."""

TYPES = (
    "word",
    "text",
    "choice",
    "country",
    "date",
    "decimal",
    "count",
    "share",
    "yes_no",
    "codes",
)
"""What a field can hold."""
LIMITS = {"text": 4000, "codes": 500, "date": 40, "decimal": 40, "count": 20, "share": 40}
"""The longest text in characters by type, where the table says nothing; 200 for the others."""
ALWAYS, SOMETIMES, OPTIONAL = "always", "sometimes", "optional"
"""Whether a field must be filled in: always, where a rule says so, or as one likes."""
REGIME = "regime"
"""The vocabulary that is not in the table but in the data of the regimes."""
_OTHERS = "generic"
_LIMIT = 200
_ONE = 1
_TABLE = Path(__file__).with_name("fields.yaml")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form; limit in characters; kinds: the licences that ask, all if ()."""

    section: str
    name: str
    type: str
    limit: int
    of: str | None = None
    unit: str | None = None
    kinds: tuple[str, ...] = ()
    asked: str = OPTIONAL

    def label(self, lang: str) -> str:
        """Its name on screen."""
        return say(f"licensing.field.{self.section}.{self.name}", lang)

    def help(self, lang: str) -> str:
        """What to write in it, with an example."""
        return say(f"licensing.help.{self.section}.{self.name}", lang)

    def asked_of(self, kind: str | None) -> bool:
        """Whether this kind of licence asks it; of no known kind, what most kinds ask."""
        known = vocabularies()["kind"]
        if not self.kinds or kind in known:
            return not self.kinds or kind in self.kinds
        return 2 * len(self.kinds) > len(known)


@dataclass(frozen=True, slots=True)
class Section:
    """One record of the form, or a list of at most so many."""

    name: str
    many: bool
    most: int
    fields: tuple[Field, ...]

    def title(self, lang: str) -> str:
        """Its name on screen."""
        return say(f"licensing.section.{self.name}", lang)

    def field(self, name: str) -> Field | None:
        """The field of that name, or None."""
        return next((each for each in self.fields if each.name == name), None)


def sections() -> Mapping[str, Section]:
    """Every section by name, in the order of the form."""
    return _loaded()[0]


def vocabularies() -> Mapping[str, tuple[str, ...]]:
    """Every closed list of the table by name, in the order in which a page offers its codes."""
    return _loaded()[1]


def choices(field: Field) -> tuple[str, ...]:
    """The codes that a choice offers; () for a field that is no choice."""
    if field.type != "choice" or field.of is None:
        return ()
    return regimes() if field.of == REGIME else vocabularies()[field.of]


def also(field: Field) -> Mapping[str, tuple[str, ...]]:
    """Other words that people write for the codes of a choice, by code."""
    return _loaded()[2].get(field.of or "", {})


def choice_label(field: Field, value: str, lang: str) -> str:
    """The name on screen of one code of a choice."""
    return say(choice_key(field, value), lang)


def choice_key(field: Field, value: str) -> str:
    """The key of the text that names one code of a choice."""
    return f"licensing.choice.{field.of}.{value}"


def asked(section: Section, kind: str | None) -> tuple[Field, ...]:
    """The fields that an application of this kind is asked; of no known kind, those of most."""
    return tuple(each for each in section.fields if each.asked_of(kind))


def blank() -> Form:
    """A form with nothing typed."""
    return {name: [] if each.many else {} for name, each in sections().items()}


@lru_cache(maxsize=1)
def _loaded() -> tuple[
    Mapping[str, Section], Mapping[str, tuple[str, ...]], Mapping[str, dict[str, tuple[str, ...]]]
]:
    # CSafeLoader: the table is read at every start of a command that needs it.
    table = yaml.load(_TABLE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    offered = {name: tuple(codes) for name, codes in table["vocabularies"].items()}
    made = {name: _section(name, rows) for name, rows in table["sections"].items()}
    return MappingProxyType(made), MappingProxyType(offered), table["also"]


@lru_cache(maxsize=1)
def regimes() -> tuple[str, ...]:
    """The regimes that say what an application must hold: they have a `licensing.yaml`."""
    found = {path.parent.name for path in REGIMES.glob("*/licensing.yaml")}
    return (*sorted(found - {_OTHERS}), _OTHERS)


def _section(name: str, rows: dict[str, Any]) -> Section:
    many, most = rows.pop("many", False), rows.pop("most", _ONE)
    kinds = rows.pop("kinds", ())
    fields = (_field(name, each, {"kinds": kinds, **said}) for each, said in rows.items())
    return Section(name, many, most, tuple(fields))


def _field(section: str, name: str, said: dict[str, Any]) -> Field:
    limit = said.pop("limit", LIMITS.get(said["type"], _LIMIT))
    return Field(section, name, limit=limit, kinds=tuple(said.pop("kinds")), **said)
