"""A rule that looks for a pattern: what it rests on, whose it is, and its dated parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.law.status import ENDED, NEVER_OPERATED, NOT_YET, SUSPENDED, status
from monazite.law.store import load
from monazite.watch.leads.lead import Lead
from monazite.watch.patterns.found import NotComputed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from monazite.watch.leads.lead import Reason

Stated = str | tuple[str, ...]
"""A value as the file writes it: a number as text, or a list of words."""
_CALLER = "the caller"
"""The source of a value that was given for this run."""
_NOT_IN_FORCE = frozenset({NOT_YET, ENDED, NEVER_OPERATED, SUSPENDED})


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter is from a day on, with where that comes from; since: None for always."""

    since: date | None
    value: Stated
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file tells of it.

    law: reference → confidence. agency: who leads; told: who else hears of it. needs: tables and
    columns without which it says nothing. reasons, otherwise, cannot: codes it may use. sweep: the
    values of a parameter that the documentation compares. precision, recall: what it reaches on
    the records that `making` writes, held by a test.
    """

    id: str
    name: str
    law: Mapping[str, str]
    agency: str
    told: tuple[str, ...]
    needs: tuple[str, ...]
    parameters: Mapping[str, tuple[Value, ...]]
    reasons: frozenset[str]
    otherwise: frozenset[str]
    cannot: frozenset[str]
    sweep: Mapping[str, tuple[str, ...]]
    precision: float
    recall: float

    def on(self, day: date, settings: Mapping[str, str] | None = None) -> RuleOn:
        """The rule on a day, with the caller's own values of parameters; InputError field NAME."""
        own = dict(settings or {})
        for name in own:
            if name not in self.parameters:
                raise InputError("parameter", name, f"one of {', '.join(self.parameters)}")
        values = {name: _on(dated, day) for name, dated in self.parameters.items()}
        values |= {name: _stated(name, text, values[name].value) for name, text in own.items()}
        return RuleOn(self, day, values, _in_force(self.law, day))


@dataclass(frozen=True, slots=True)
class RuleOn:
    """A rule on a day: its parameters, and what of its law is in force then."""

    rule: Rule
    on: date
    values: Mapping[str, Value]
    law: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The id of the rule."""
        return self.rule.id

    @property
    def agency(self) -> str:
        """Who leads on what it finds."""
        return self.rule.agency

    @property
    def told(self) -> tuple[str, ...]:
        """Who else is told."""
        return self.rule.told

    def exact(self, name: str) -> Decimal:
        """A parameter as it is written."""
        return Decimal(str(self.values[name].value))

    def number(self, name: str) -> float:
        """A parameter as a number."""
        return float(self.exact(name))

    def count(self, name: str) -> int:
        """A parameter that counts things or days."""
        return int(self.exact(name))

    def words(self, name: str, day: date | None = None) -> frozenset[str]:
        """A parameter that is a list of words; as it was on another day, where one is given."""
        value = self.values[name]
        own = value.source == _CALLER
        return frozenset((_on(self.rule.parameters[name], day) if day and not own else value).value)

    def lead(
        self,
        subject: Iterable[str],
        score: float,
        reasons: Iterable[Reason],
        otherwise: Iterable[str],
        evidence: Iterable[str],
        first: date | None = None,
        last: date | None = None,
    ) -> Lead:
        """A lead of the rule; ValueError for a code that its file does not name, or for none."""
        why, else_ = tuple(reasons), tuple(otherwise)
        self._named({reason.code for reason in why}, self.rule.reasons, "reasons")
        self._named(else_, self.rule.otherwise, "otherwise")
        return Lead(
            "patterns", self.id, tuple(sorted(subject)), min(max(score, 0.0), 1.0), why, else_,
            tuple(dict.fromkeys(evidence)), first, last, self.agency, self.told, self.law,
        )  # fmt: skip

    def cannot(
        self, code: str, subject: Iterable[str] = (), **figures: Decimal | float | str | None
    ) -> NotComputed:
        """What the rule could not judge; ValueError for a code that its file does not name."""
        self._named({code}, self.rule.cannot, "cannot")
        return NotComputed(self.id, code, tuple(sorted(subject)), figures)

    def _named(self, used: Iterable[str], known: frozenset[str], where: str) -> None:
        codes = set(used)
        if not codes or codes - known:
            raise ValueError(f"{self.id} {where}: {sorted(codes - known) or 'none'}")


def _on(dated: tuple[Value, ...], day: date) -> Value:
    """The value with the latest first day that is not after the day; before all, the first."""
    past = [one for one in dated if one.since is None or one.since <= day]
    return past[-1] if past else dated[0]


def _stated(name: str, text: str, instead_of: Stated) -> Value:
    """A value that the caller gives, of the kind that the file has."""
    source, confidence = _CALLER, "stated"
    if isinstance(instead_of, tuple):
        words = tuple(word for each in text.split(",") if (word := each.strip()))
        return Value(None, words, source, confidence)
    try:
        finite = Decimal(text).is_finite()
    except ArithmeticError:
        finite = False
    if not finite:
        raise InputError(name, text, "a number such as 30 or 0.5")
    return Value(None, text, source, confidence)


def _in_force(law: Mapping[str, str], day: date) -> tuple[str, ...]:
    """The references whose text is in force on the day; one of no measure that we hold stays."""
    held = load()
    return tuple(
        ref
        for ref in law
        if (measure := ref.partition(" art. ")[0]) not in held.measures
        or status(held, measure, day, day).state not in _NOT_IN_FORCE
    )
