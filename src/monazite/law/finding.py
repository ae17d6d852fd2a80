"""A finding: one thing that is wrong or may be asked, where it stands, its law and its cure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol, TypedDict

from monazite.catalogue import countries
from monazite.catalogue.texts import say
from monazite.law.references_said import law_words

if TYPE_CHECKING:
    from collections.abc import Mapping

ERROR = "error"
"""It stops what was asked for."""
WARNING = "warning"
"""It goes on; an officer will probably ask."""
NOTE = "note"
"""Worth knowing before one goes on."""
SEVERITIES = (ERROR, WARNING, NOTE)


_BETWEEN = {"en": ", ", "zh": "、"}


class Said(Protocol):
    """Something inside a finding that is said in the reader's language."""

    def said(self, lang: str) -> str:
        """Its words."""
        ...


@dataclass(frozen=True, slots=True)
class Term:
    """A word inside a finding, said in the reader's language: a text's key, or a country's ISO2."""

    key: str = ""
    country: str = ""

    def said(self, lang: str) -> str:
        """The word itself."""
        return countries.name(self.country, lang) if self.country else say(self.key, lang)


Value = str | Said | tuple[Said, ...]
"""What the words of a finding name; several terms are said as a list."""


class FindingDocument(TypedDict):
    """A finding as JSON, with its words in one language."""

    code: str
    severity: str
    path: str
    law: str
    law_text: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked fact; each room has its own kind, with the texts that say it.

    code: what it is, such as `line.quantity_not_positive`; path: the field it stands at, as in the
    form (`lines[2].quantity`, lists from 0; "" for the whole); law: the text it rests on ("" for
    arithmetic and plain reading); values: what its words name.
    """

    TEXTS: ClassVar[str]
    """The room of the texts: `ROOM.finding.CODE` and `ROOM.cure.CODE`."""

    code: str
    severity: str
    path: str
    law: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)

    def message(self, lang: str) -> str:
        """What is wrong, in one sentence that names the value."""
        return say(f"{self.TEXTS}.finding.{self.code}", lang, **_said(self.values, lang))

    def cure(self, lang: str) -> str:
        """What to do about it."""
        return say(f"{self.TEXTS}.cure.{self.code}", lang, **_said(self.values, lang))

    def law_text(self, lang: str) -> str:
        """The law that it rests on, as a person names it; "" where it rests on none."""
        return law_words(self.law, lang)

    def document(self, lang: str) -> FindingDocument:
        """The finding as JSON."""
        return {
            "code": self.code,
            "severity": self.severity,
            "path": self.path,
            "law": self.law,
            "law_text": self.law_text(lang),
            "message": self.message(lang),
            "cure": self.cure(lang),
        }


def _said(values: Mapping[str, Value], lang: str) -> dict[str, str]:
    return {name: _word(value, lang) for name, value in values.items()}


def _word(value: Value, lang: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return _BETWEEN[lang].join(term.said(lang) for term in value)
    return value.said(lang)
