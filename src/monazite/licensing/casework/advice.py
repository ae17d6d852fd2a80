"""What the reviewing offices say, and what it comes to together, whatever the order it came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.law.finding import ERROR, Term
from monazite.licensing.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from monazite.law.finding import Value
    from monazite.licensing.casework.regime import Casework

NO_OBJECTION, WITH_CONDITIONS = "no_objection", "with_conditions"
REFUSE, NOT_OURS = "refuse", "not_ours"
POSITIONS = (NO_OBJECTION, WITH_CONDITIONS, REFUSE, NOT_OURS)
"""What an office may say: nothing against it, only so, no, or that it is no matter of its own."""
WAITING, AGREED, CONFLICT = "waiting", "agreed", "conflict"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One piece of advice.

    grounds: factors of the regime, for a refusal; key: tells it from every other one; supersedes:
    the key of the advice whose place it takes, "" where it is the first.
    """

    office: str
    position: str
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    key: str
    supersedes: str


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What the advice that stands comes to.

    state: waiting, agreed or conflict; position: what is agreed, None while there is no agreement
    and where no office was asked at all: then the licensing office reviews alone; grounds,
    conditions: everything that any office said, by office; waiting_for: the offices still to come.
    """

    state: str
    position: str | None
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    waiting_for: tuple[str, ...]


def consolidate(opinions: Iterable[Opinion], awaited: Collection[str]) -> Consolidation:
    """What all of them come to; awaited: the offices whose advice is still to come.

    Refusal against consent is a conflict. Where every office says that it is none of its matter,
    nobody spoke on what the rules sent it there for: that is a conflict too, for a person to
    settle in writing.
    """
    stands = _standing(opinions)
    state, position = _outcome([each.position for each in stands], awaited)
    return Consolidation(
        state=state,
        position=position,
        grounds=_once(ground for each in stands for ground in each.grounds),
        conditions=_once(text for each in stands for text in each.conditions),
        waiting_for=tuple(sorted(set(awaited))),
    )


def check(opinion: Opinion, casework: Casework) -> tuple[Finding, ...]:
    """Everything that keeps advice from being given as it stands."""
    return tuple(_wrong(opinion, casework))


def _standing(opinions: Iterable[Opinion]) -> list[Opinion]:
    """Each that no other takes the place of, in the order of the offices."""
    every = set(opinions)
    gone = {each.supersedes for each in every}
    return sorted(
        (each for each in every if each.key not in gone), key=lambda each: (each.office, each.key)
    )


def _outcome(positions: list[str], awaited: Collection[str]) -> tuple[str, str | None]:
    if awaited:
        return WAITING, None
    said = set(positions) - {NOT_OURS}
    if not positions:
        return AGREED, None
    if not said or (REFUSE in said and len(said) > 1):
        return CONFLICT, None
    return AGREED, WITH_CONDITIONS if WITH_CONDITIONS in said else said.pop()


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _wrong(opinion: Opinion, casework: Casework) -> Iterator[Finding]:
    position = opinion.position
    if position not in POSITIONS:
        accepted = tuple(Term(f"licensing.casework.position.{each}") for each in POSITIONS)
        yield Finding(
            "advice.position_unknown", ERROR, "position",
            values={"position": position, "accepted": accepted},
        )  # fmt: skip
        return
    if position == REFUSE and not opinion.grounds:
        yield Finding("advice.refusal_without_grounds", ERROR, "grounds", casework.factors_law)
    if position != REFUSE and opinion.grounds:
        yield Finding("advice.grounds_without_refusal", ERROR, "grounds")
    if position == WITH_CONDITIONS and not opinion.conditions:
        yield Finding("advice.conditions_missing", ERROR, "conditions")
    if position != WITH_CONDITIONS and opinion.conditions:
        yield Finding("advice.conditions_not_meant", ERROR, "conditions")
    yield from unknown_grounds("advice", opinion.grounds, casework)


def unknown_grounds(who: str, grounds: Collection[str], casework: Casework) -> Iterator[Finding]:
    """A finding for each ground that is no factor of the regime; who: advice or decision."""
    accepted = tuple(Term(f"licensing.casework.factor.{name}") for name in casework.factors)
    for n, ground in enumerate(grounds):
        if ground not in casework.factors:
            values: dict[str, Value] = {"ground": ground, "accepted": accepted}
            yield Finding(f"{who}.ground_unknown", ERROR, f"grounds[{n}]", values=values)
