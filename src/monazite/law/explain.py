"""A ruling told to a person in plain sentences, in English or Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.law.asked import asked_words, day_words
from monazite.law.makers import instrument, maker
from monazite.law.model import ONE_DAY, UNDETERMINED
from monazite.law.state_words import state_words
from monazite.law.status import ENDED, IN_FORCE, NEVER_OPERATED, NOT_YET, SUSPENDED
from monazite.law.words import (
    answer,
    clock_words,
    presumptions,
    question_words,
    reference,
    subject,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from monazite.law.law import Law
    from monazite.law.questions import Question
    from monazite.law.ruling import Finding, Ruling

HASH_SHOWN = 6
_ANSWERS_SHOWN = 6
_GONE = frozenset({ENDED, NEVER_OPERATED})
_ASIDE = frozenset({NOT_YET, SUSPENDED})


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the law: what it does to what, where it is written, how it stands."""

    text: str
    reference: str
    state: str
    measure: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One way to read the texts: the outcome under it, why, and where that is written."""

    name: str
    outcome: str
    because: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with what its answers make; needed: the ruling is open without it.

    Only the answers that would change the outcome are told.
    """

    ask: str
    answers: tuple[tuple[str, str], ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Sections of plain sentences; `outcome` is the code, all else are words of one language.

    waiting counts the entries that turn on what is presumed; aside holds the entries that match
    but are suspended or not yet in force; history those that ended before the day; documents
    stand by the outcome that asks for them.
    """

    outcome: str
    answer: str
    asked: str
    day: str
    why: tuple[Line, ...]
    besides: tuple[Line, ...]
    aside: tuple[Line, ...]
    readings: tuple[ReadingLine, ...]
    questions: tuple[Ask, ...]
    presumes: tuple[str, ...]
    waiting: int
    documents: tuple[tuple[str, tuple[str, ...]], ...]
    clock: str
    offence: str
    near: tuple[Line, ...]
    not_law: tuple[Line, ...]
    history: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    disclaimer: str


def explain(law: Law, ruling: Ruling, lang: str) -> Explanation:
    """The ruling in the words of one language."""
    consequences = ruling.consequences
    legal = [f for f in ruling.findings if f.atom.measure.legal and not f.near]
    other = [f for f in legal if f.matched and not f.sets]
    return Explanation(
        outcome=ruling.outcome,
        answer=_answer(ruling, lang),
        asked=asked_words(ruling.situation, lang),
        day=day_words(ruling.situation, lang),
        why=tuple(_line(f, lang) for f in _why(ruling)),
        besides=tuple(_line(f, lang) for f in other if f.status.state not in _GONE | _ASIDE),
        aside=tuple(_line(f, lang) for f in other if _is_aside(f)),
        readings=tuple(_readings(law, ruling, lang)),
        questions=tuple(_ask(law, ruling, q, lang) for q in ruling.questions),
        presumes=tuple(presumptions(ruling, lang)),
        waiting=sum(_waits(f) for f in legal),
        documents=_documents(ruling, lang),
        clock=clock_words(consequences.clock, consequences.clock_reason, lang),
        offence=consequences.offence[lang],
        near=_lines(ruling, lang, lambda f: f.near),
        not_law=_lines(ruling, lang, _is_talk),
        history=tuple(_history(ruling, lang)),
        sources=_sources(ruling),
        disclaimer=say(
            "explain.disclaimer", lang, compiled=law.compiled, hash=ruling.law_hash[:HASH_SHOWN]
        ),
    )


def _answer(ruling: Ruling, lang: str) -> str:
    outcome = say(f"outcome.{ruling.outcome}", lang)
    if ruling.outcome != UNDETERMINED:
        return outcome
    possible = _outcomes(ruling.possible, lang)
    return say("explain.answer.open", lang, outcome=outcome, possible=possible)


def _outcomes(possible: tuple[str, ...], lang: str) -> str:
    return say("explain.or", lang).join(say(f"outcome.{o}", lang) for o in possible)


def _why(ruling: Ruling) -> list[Finding]:
    """What the outcome stands on; entries that may match only where they keep it open."""
    sets = [f for f in ruling.findings if f.sets]
    certain = [f for f in sets if f.matched]
    return certain if certain and ruling.outcome != UNDETERMINED else sets


def _lines(ruling: Ruling, lang: str, chosen: Callable[[Finding], bool]) -> tuple[Line, ...]:
    return tuple(_line(f, lang) for f in ruling.findings if chosen(f))


def _line(finding: Finding, lang: str) -> Line:
    atom = finding.atom
    text = subject(atom, lang)
    if atom.effect != "none":
        effect = say(f"effect.{atom.effect}", lang)
        text = say("explain.entry", lang, effect=effect, subject=text)
    if finding.matched is None:
        text = say("explain.may", lang, entry=text)
    return Line(
        text=text,
        reference=reference(atom, lang),
        state=state_words(finding.status, lang, legal=atom.measure.legal),
        measure=atom.measure.id,
        confidence=atom.confidence,
    )


def _is_talk(finding: Finding) -> bool:
    """What is told beside the law, as long as it is not over."""
    told = finding.matched is not False and finding.status.state not in _GONE
    return told and not finding.atom.measure.legal


def _is_aside(finding: Finding) -> bool:
    """Whether it would bind if it were not suspended, or had begun."""
    return finding.status.state in _ASIDE and finding.atom.rank is not None


def _waits(finding: Finding) -> bool:
    """Whether the entry is in force and turns on a fact of the person or the purpose."""
    return finding.matched is None and not finding.sets and finding.status.state == IN_FORCE


def _readings(law: Law, ruling: Ruling, lang: str) -> Iterator[ReadingLine]:
    for view, reading in zip(ruling.views, ruling.readings, strict=True):
        because = (r.because if lang == "en" else r.because_zh for r in reading.because)
        yield ReadingLine(
            name=_reading_name(law, view.reading, lang),
            outcome=_outcomes(reading.possible, lang),
            because=say("explain.semicolon", lang).join(because),
            sources=tuple(dict.fromkeys(r.source for r in reading.because)),
        )


def _reading_name(law: Law, read: Mapping[str, str], lang: str) -> str:
    """One word where all suspensions are read alike, else a word for each with its maker."""
    if len(states := set(read.values())) <= 1:
        return say(f"reading.{next(iter(states), 'as published')}", lang)
    makers = {r.by: maker(law, r)[lang] for r in law.relations}
    parts = (
        say("explain.entry", lang, effect=makers[by], subject=say(f"reading.{state}", lang))
        for by, state in read.items()
    )
    return say("explain.semicolon", lang).join(parts)


def _ask(law: Law, ruling: Ruling, question: Question, lang: str) -> Ask:
    """The question; answers of one outcome stand together, what changes nothing is left out."""
    together: dict[str, list[str]] = {}
    for value, outcome in question.decides.items():
        if outcome != ruling.outcome:
            together.setdefault(outcome, []).append(answer(question.fact, value, lang))
    answers = tuple((_some(v, lang), say(f"outcome.{o}", lang)) for o, v in together.items())
    return Ask(question_words(law, question, lang), answers, question.needed)


def _some(names: list[str], lang: str) -> str:
    """The names, of many the first few and how many more there are."""
    shown = names[:_ANSWERS_SHOWN]
    if len(names) > len(shown):
        shown.append(say("explain.more", lang, count=len(names) - len(shown)))
    return say("explain.comma", lang).join(shown)


def _documents(ruling: Ruling, lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The papers by the outcome that asks for them."""
    found: dict[str, list[str]] = {}
    for paper in ruling.consequences.documents:
        found.setdefault(paper.outcome, []).append(paper.words[lang])
    return tuple((say(f"outcome.{o}", lang), tuple(papers)) for o, papers in found.items())


def _history(ruling: Ruling, lang: str) -> Iterator[str]:
    """The measures that matched and were over before the day, each once."""
    seen = {
        f.atom.measure.id: f
        for f in reversed(ruling.findings)
        if f.matched and f.status.state in _GONE
    }
    for finding in reversed(seen.values()):
        status, name = finding.status, instrument(finding.atom.measure)[lang]
        if status.state == NEVER_OPERATED or status.since is None:
            yield say("explain.past.never", lang, measure=name)
        else:
            yield say("explain.past", lang, measure=name, last=status.since - ONE_DAY)


def _sources(ruling: Ruling) -> tuple[tuple[str, str], ...]:
    """Where the entries are written that the outcome stands on: measure and first source."""
    measures = {f.atom.measure.id: f.atom.measure for f in _why(ruling)}
    return tuple((name, m.sources[0][0]) for name, m in measures.items())
