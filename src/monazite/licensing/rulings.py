"""The ruling of the law on each line: what its fields say, and what keeps them from being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.law.document import document
from monazite.law.ruling import rule_on
from monazite.law.statement import assemble, readers
from monazite.law.together import TOGETHER
from monazite.licensing.findings import ERROR, Finding
from monazite.licensing.statements import place_of, statement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.ruling import Ruling
    from monazite.licensing.application import Application

_KNOWN = 4096


@dataclass(frozen=True, slots=True)
class LineRuling:
    """The ruling on line `number` (from 1); None where its fields cannot be read: see findings."""

    number: int
    ruling: Ruling | None
    findings: tuple[Finding, ...] = ()

    @property
    def outcome(self) -> str | None:
        """The outcome, or None without a ruling."""
        return self.ruling.outcome if self.ruling else None

    def document(self, lang: str) -> dict[str, Any] | None:
        """The ruling as JSON with its words in one language, None without a ruling."""
        return document(self.ruling.law, self.ruling, lang) if self.ruling else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement under one state of the law; the law itself is found by its hash."""

    law_hash: str
    said: tuple[tuple[str, str], ...]
    law: Law = field(compare=False, repr=False)


def line_rulings(application: Application, on: date, law: Law) -> tuple[LineRuling, ...]:
    """The ruling on each line as if it left on the day; the same situation is ruled on once."""
    return tuple(_line(application, n, on, law) for n in range(len(application.lines)))


def ruled(said: dict[str, str], law: Law) -> Ruling | None:
    """The ruling on a statement, None where a field of it cannot be read."""
    ruling, _ = _known(_Asked(law.hash, tuple(sorted(said.items())), law))
    return ruling


def _line(application: Application, index: int, on: date, law: Law) -> LineRuling:
    said = statement(application, index, on, law)
    ruling, wrong = _known(_Asked(law.hash, tuple(sorted(said.items())), law))
    findings = tuple(_finding(index, name, value) for name, value in wrong)
    return LineRuling(index + 1, ruling, findings)


@lru_cache(maxsize=_KNOWN)
def _known(asked: _Asked) -> tuple[Ruling | None, tuple[tuple[str, str], ...]]:
    """The ruling, or every field that stands in its way with the value that does."""
    values, wrong = _read(asked)
    if not wrong:
        wrong = dict(_together(values))
    if wrong:
        return None, tuple(wrong.items())
    return rule_on(asked.law, assemble(values, asked.law)), ()


def _read(asked: _Asked) -> tuple[dict[str, Any], dict[str, str]]:
    read, values, wrong = readers(asked.law), {}, {}
    for name, text in asked.said:
        try:
            values[name] = read[name](text)
        except InputError as error:
            wrong[name] = error.value
    return values, wrong


def _together(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for names, check in TOGETHER:
        try:
            check(*(values.get(name) for name in names))
        except InputError as error:
            yield f"{error.field} together", error.value


def _finding(index: int, name: str, value: str) -> Finding:
    code, path = place_of(index, name)
    return Finding(code, ERROR, path, values={"value": value})
