"""The parties of an application against lists: a port, and what is compared until it is filled.

No answer is ever "clear": that a name stands on no list as it is written there says nothing of
aliases, other spellings, owners, or lists that were not compared.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol

from monazite.catalogue.texts import say
from monazite.law.parties import listings
from monazite.licensing.casework.plain import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.parties import Listing
    from monazite.licensing.application import Party

LISTED, PAUSED, PAUSE_OVER = "listed", "paused", "pause_over"
NO_EXACT_MATCH, NOT_SCREENED = "no_exact_match", "not_screened"
RESULTS = (LISTED, PAUSED, PAUSE_OVER, NO_EXACT_MATCH, NOT_SCREENED)
"""pause_over: the published end of a pause is past; whether the entry binds again is not known."""
EXACT = "exact"
"""The name of the comparison that stands here until a better one is joined to the port."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found of one party; a party on several lists has an answer for each entry.

    party: its place in the application, from 0; compared: the names that were; list, entry,
    measure: of the entry, "" where there is none; residual: what binds while it is paused.
    """

    party: int
    role: str
    name: str
    compared: tuple[str, ...]
    result: str
    list: str
    entry: str
    measure: str
    residual: str

    def said(self, lang: str) -> str:
        """The answer in words; of no match, that it clears nobody."""
        values = {
            "name": self.name or say("licensing.casework.nameless", lang),
            "entry": self.entry,
            "list": say(f"answer.{self.list}", lang) if self.list else "",
        }
        return say(f"licensing.casework.screened.{self.result}", lang, **values)


@dataclass(frozen=True, slots=True)
class Screened:
    """A comparison as it was made: by what, with which state of the lists, and every answer."""

    screener: str
    lists_hash: str
    answers: tuple[Answer, ...]

    def document(self) -> dict[str, Any]:
        """The comparison as JSON."""
        return asdict(self, dict_factory=plain)


class Screener(Protocol):
    """Whatever compares parties with lists; the issue "Watch" joins a better one here."""

    def screen(self, parties: Sequence[Party], on: date, known: date) -> Screened:
        """Each party as the lists stood on a day, with what was published by another day."""
        ...


class ExactMatch:
    """Names exactly as the law's lists have them, in either script; no likeness, no owners.

    Case, accents, punctuation and the legal form do not count. The packaged lists give no
    identifiers of their entries, so none are compared.
    """

    def __init__(self, law: Law, lists: Collection[str]) -> None:
        """The lists by name that the application's regime knows; of none, nobody is screened."""
        self._law = law
        self._lists = frozenset(lists)

    def screen(self, parties: Sequence[Party], on: date, known: date) -> Screened:
        """Each party under both of its names."""
        answers = (each for n, p in enumerate(parties) for each in self._answers(n, p, on, known))
        return Screened(EXACT, self._law.hash, tuple(answers))

    def _answers(self, number: int, party: Party, on: date, known: date) -> Iterator[Answer]:
        names = tuple(name for name in (party.name, party.name_native) if name)
        found = self._found(names, on, known)
        asked = bool(names and self._lists)
        for entry in found:
            yield _answer(number, party, names, _result(entry, on), entry)
        if not found:
            yield _answer(number, party, names, NO_EXACT_MATCH if asked else NOT_SCREENED, None)

    def _found(self, names: Iterable[str], on: date, known: date) -> list[Listing]:
        """The entries that are the party itself, each once."""
        entries = (each for name in names for each in listings(self._law, name, on, known))
        exact = (each for each in entries if each.exact and each.party.list in self._lists)
        return list({each.party: each for each in exact}.values())


def of_document(document: Mapping[str, Any]) -> Screened:
    """A comparison that was kept as JSON."""
    answers = (
        Answer(**{**each, "compared": tuple(each["compared"])}) for each in document["answers"]
    )
    return Screened(document["screener"], document["lists_hash"], tuple(answers))


def _result(entry: Listing, on: date) -> str:
    until = entry.party.paused_until
    if entry.paused:
        return PAUSED
    return PAUSE_OVER if until is not None and until < on else LISTED


def _answer(
    number: int, party: Party, names: tuple[str, ...], result: str, entry: Listing | None
) -> Answer:
    return Answer(
        party=number,
        role=party.role or "",
        name=names[0] if names else "",
        compared=names,
        result=result,
        list=entry.party.list if entry else "",
        entry=entry.party.name if entry else "",
        measure=entry.party.measure if entry else "",
        residual=entry.party.residual_while_paused if entry else "",
    )
