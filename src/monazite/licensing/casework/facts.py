"""What routing may ask about an application: plain values, and which of them are not all known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from monazite.catalogue import countries
from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.texts import say
from monazite.law.model import OUTCOMES, UNDETERMINED
from monazite.law.movement import END_USES
from monazite.licensing.fields import vocabularies

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS_OF_WAR, OTHER_USE = "words_of_war", "other_use"
"""What the words of a use say where they are no use that the law names."""
LISTS = ("control_list", "watch_list", "unreliable_entity_list")


class Kind(NamedTuple):
    """What a fact is: its ops, the words that it may hold (any where None), how each is said."""

    ops: tuple[str, ...]
    words: frozenset[str] | None
    said: str


_WORDS = ("any_of", "other_than")


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Every fact by name."""
    known = {name: frozenset(words) for name, words in vocabularies().items()}
    country = Kind(_WORDS, frozenset(countries.countries()), "country")
    yes_no, number = Kind(("is",), None, "yes_no"), Kind(("at_least",), None, "")
    listed = Kind(_WORDS, frozenset(LISTS), "answer.{}")
    return {
        "kind": Kind(_WORDS, known["kind"], "licensing.choice.kind.{}"),
        "destination": country,
        "via": country,
        "origins": country,
        "outcomes": Kind(_WORDS, frozenset((*OUTCOMES, UNDETERMINED)), "outcome.{}"),
        "control_codes": Kind(_WORDS, None, ""),
        "materials": Kind(_WORDS, frozenset((*SYMBOLS, *GROUPS)), ""),
        "forms": Kind(_WORDS, known["form"], "licensing.choice.form.{}"),
        "technologies": Kind(_WORDS, known["technology"], "licensing.choice.technology.{}"),
        "sector": Kind(_WORDS, known["sector"], "licensing.choice.sector.{}"),
        "use": Kind(
            _WORDS,
            frozenset((*END_USES, WORDS_OF_WAR, OTHER_USE)),
            "end_use.{}",
        ),
        "military": yes_no,
        "sold_onward": yes_no,
        "shipments": number,
        "owned_by_listed": number,
        "value": Kind(("over",), known["currency"], ""),
        "listed": listed,
        "paused": listed,
    }


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts by name, each as the codes that are known of it; unknown: those not all known.

    A fact of an application is what any line, party or way of it says: `materials` are those of
    all lines. yes and no stand for a question, "120000 EUR" for an amount.
    """

    known: Mapping[str, tuple[str, ...]]
    unknown: frozenset[str]

    def values(self, fact: str) -> tuple[str, ...]:
        """What is known of a fact; nothing where nothing is."""
        return self.known.get(fact, ())

    def document(self) -> dict[str, Any]:
        """The facts as JSON."""
        known = {name: list(values) for name, values in sorted(self.known.items())}
        return {"known": known, "unknown": sorted(self.unknown)}


def of_document(document: Mapping[str, Any]) -> Facts:
    """Facts that were kept as JSON."""
    known = {name: tuple(values) for name, values in document["known"].items()}
    return Facts(known, frozenset(document["unknown"]))


def fact_word(fact: str, value: str, lang: str) -> str:
    """One value of a fact in the reader's language; what has no words of its own as it is."""
    said = kinds()[fact].said
    if value in {WORDS_OF_WAR, OTHER_USE}:
        return say(f"licensing.casework.use.{value}", lang)
    if said == "country":
        return countries.name(value, lang)
    if said == "yes_no":
        return say(f"licensing.casework.answer.{value}", lang)
    return say(said.format(value), lang) if said else value


def number(value: Decimal | int) -> str:
    """A number as a fact holds it."""
    return f"{Decimal(value).normalize():f}"
