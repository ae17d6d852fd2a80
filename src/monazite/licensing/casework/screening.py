"""The parties of an application against lists: exactly by the law's, by likeness where a site can.

No answer is ever "clear": that a name stands on no list as it is written there says nothing of
aliases, other spellings, owners, or lists that were not compared.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.law.parties import listings
from monazite.licensing.casework import likeness
from monazite.licensing.casework.likeness import LIKENESS_RESULTS, Likeness
from monazite.licensing.casework.plain import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.parties import Listing
    from monazite.licensing.application import Party

LISTED, PAUSED, PAUSE_OVER = "listed", "paused", "pause_over"
NO_EXACT_MATCH, NOT_SCREENED = "no_exact_match", "not_screened"
RESULTS = (LISTED, PAUSED, PAUSE_OVER, NO_EXACT_MATCH, NOT_SCREENED, *LIKENESS_RESULTS)
"""pause_over: the published end of a pause is past; whether the entry binds again is not known."""
ALARMING = frozenset({LISTED, PAUSED, PAUSE_OVER, likeness.POSSIBLE})
"""Answers that somebody has to look at."""
EXACT, WITH_LIKENESS = "exact", "exact and by likeness"
"""How a comparison was made: names as they are written, or also those that are like them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found of one party; a party on several lists has an answer for each entry.

    party: its place in the application, from 0; compared: the names that were; list, entry,
    measure: of the entry, "" where there is none; residual: what binds while it is paused;
    likeness: of an answer by likeness, where its comparison is kept, None of an exact one.
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
    likeness: Likeness | None = None

    @property
    def finding(self) -> tuple[object, ...]:
        """What was found, without how high it scored and in which version of a list."""
        like = self.likeness
        why = tuple(code for code in like.why if code != likeness.NEWER) if like else ()
        more = (like.entity, like.until, why) if like else ()
        return self.party, self.role, self.compared, self.result, self.list, self.entry, more

    def said(self, lang: str) -> str:
        """The answer in words; of no match, that it clears nobody."""
        values = {
            "name": self.name or say("licensing.casework.nameless", lang),
            "entry": self.entry,
            "list": _list_said(self, lang),
        }
        if self.likeness is not None:
            like = self.likeness
            values |= {
                "alias": like.alias, "expected": like.expected, "until": like.until,
                "why": " ".join(say(f"licensing.casework.why.{code}", lang) for code in like.why),
            }  # fmt: skip
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
    answers = tuple(_kept(each) for each in document["answers"])
    return Screened(document["screener"], document["lists_hash"], answers)


def _kept(document: Mapping[str, Any]) -> Answer:
    like = likeness.of_document(document.get("likeness"))
    return Answer(**{**document, "compared": tuple(document["compared"]), "likeness": like})


def _list_said(answer: Answer, lang: str) -> str:
    """The list of the law in words; one that a site holds by its own name."""
    if answer.likeness is not None or not answer.list:
        return answer.list
    return say(f"answer.{answer.list}", lang)


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
