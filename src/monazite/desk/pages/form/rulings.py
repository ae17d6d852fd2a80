"""The ruling of a line in plain words, as soon as it can be said."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.law.explain import Line, explain
from monazite.law.ruling import Ruling

_HASH = 12


@dataclass(frozen=True, slots=True)
class RulingWords:
    """The answer, what it stands on, what would decide it, and under which state of the law."""

    outcome: str
    answer: str
    why: tuple[Line, ...]
    questions: tuple[str, ...]
    law: str


def words(ruling: Ruling, lang: str) -> RulingWords:
    """A ruling in the words of one language."""
    told = explain(ruling.law, ruling, lang)
    return RulingWords(
        outcome=told.outcome,
        answer=told.answer,
        why=told.why,
        questions=tuple(each.ask for each in told.questions if each.needed),
        law=ruling.law_hash[:_HASH],
    )
