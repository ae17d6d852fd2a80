"""Every cell of the matrix: a role, an action, how the person stands to the thing, and the answer.

A thing is built anew for each person who stands so to it and taken back, so that no cell changes
another; predicates only read, and all of them are asked of the one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from django.db import transaction

from monazite.desk.people.actions import ACTIONS
from monazite.desk.people.may import may
from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN, OPERATOR, Person
from monazite.desk.people.predicates import Grant
from monazite.desk.people.roles import ADMIN, OPERATES, roles_in
from support.access.world import World, application, declaration, naming, paper, token
from support.desk_people import organisation, person

Build = Callable[[World, Person], object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Situation:
    """How a person stands to a thing; kinds: of organisations whose people can stand so."""

    name: str
    build: Build
    kinds: tuple[str, ...] = (EXPORTER, AGENCY, FOREIGN, OPERATOR)


@dataclass(frozen=True, slots=True)
class Cell:
    """One question to the predicates; build makes its thing."""

    action: str
    role: str
    kind: str
    situation: Situation


def _own(*, filed: bool) -> Build:
    return lambda world, who: application(world, who.organisation, filed=filed)


def _others(*, filed: bool) -> Build:
    return lambda world, who: application(  # noqa: ARG005 - each builder is asked alike
        world, world.other[EXPORTER], filed=filed
    )


def _naming(how: str) -> Build:
    return lambda world, who: naming(world, who, how)


_APPLICATIONS = (
    Situation("own draft", _own(filed=False), (EXPORTER,)),
    Situation("own filed", _own(filed=True), (EXPORTER,)),
    Situation("another firm's draft", _others(filed=False)),
    Situation("another firm's filed", _others(filed=True)),
    Situation("names the office", _naming("office"), (AGENCY,)),
    Situation("names the person as reviewer", _naming("reviewer"), (AGENCY,)),
    Situation("names the firm as party", _naming("party"), (FOREIGN,)),
)

_FOR_INTAKE = Situation("names the office for intake", _naming("intake"), (AGENCY,))
_FOR_REVIEW = Situation("names the office for review", _naming("reviewing"), (AGENCY,))
_FILES = (*_APPLICATIONS, _FOR_INTAKE, _FOR_REVIEW)
"""How one stands to a case, and to a licence: as to its application."""


def _with_paper(situation: Situation, *, secret: bool) -> Situation:
    def build(world: World, who: Person) -> object:
        made = situation.build(world, who)
        return paper(made, secret=secret)  # type: ignore[arg-type]

    word = "secret" if secret else "open"
    return Situation(f"{word}: {situation.name}", build, situation.kinds)


_OPEN = tuple(_with_paper(each, secret=False) for each in _APPLICATIONS)
_SECRET = tuple(_with_paper(each, secret=True) for each in _APPLICATIONS)
_PAPERS = (*_OPEN, *_SECRET)
_ORGANISATIONS = (
    Situation("own", lambda _, who: who.organisation),
    Situation("another", lambda world, who: world.other[_kind(who)]),
    Situation("one without admin", lambda *_: organisation(EXPORTER)),
    Situation("another of operators", lambda world, _: world.other[OPERATOR], (OPERATOR,)),
)
_PEOPLE = (
    Situation("oneself", lambda _, who: who),
    Situation("colleague", lambda world, who: world.colleague[_kind(who)]),
    Situation("somebody elsewhere", lambda world, who: world.stranger[_outside(who)]),
    Situation("new admin elsewhere", lambda *_: person(ADMIN, at=organisation(EXPORTER))),
)


def _kind(who: Person) -> str:
    return who.organisation.kind


def _outside(who: Person) -> str:
    return EXPORTER if _kind(who) == OPERATOR else _kind(who)


def _another_role(who: Person) -> str:
    possible = [role for role in roles_in(_kind(who)) if role not in who.held_roles]
    return possible[0] if possible else OPERATES


def _grant_elsewhere(world: World, who: Person) -> Grant:
    stranger = world.stranger[_outside(who)]
    return Grant(stranger, roles_in(stranger.organisation.kind)[0])


_GRANTS = (
    Situation("to oneself", lambda _, who: Grant(who, _another_role(who))),
    Situation("to a colleague", lambda world, who: Grant(world.colleague[_kind(who)], _fit(who))),
    Situation(
        "of another kind of organisation",
        lambda world, who: Grant(world.colleague[_kind(who)], _odd(who)),
    ),
    Situation("elsewhere", _grant_elsewhere),
    Situation("first admin elsewhere", lambda *_: Grant(person(at=organisation(EXPORTER)), ADMIN)),
    Situation(
        "first other role elsewhere",
        lambda *_: Grant(person(at=organisation(EXPORTER)), "signatory"),
    ),
)


def _fit(who: Person) -> str:
    return roles_in(_kind(who))[0]


def _odd(who: Person) -> str:
    return "chief" if _kind(who) != AGENCY else "signatory"


def _holder(world: World, who: Person) -> Person:
    return person(_fit(who), at=world.own[_kind(who)])


def _shared(world: World, who: Person) -> Grant:
    role = min(who.held_roles, default=_fit(who))
    person(role, at=world.own[_kind(who)])
    return Grant(who, role)


_ENDS = (
    Situation("one's own, held by others too", _shared),
    Situation(
        "one's own, the last", lambda _, who: Grant(who, min(who.held_roles, default=_fit(who)))
    ),
    Situation("a colleague's", lambda world, who: Grant(_holder(world, who), _fit(who))),
    Situation("elsewhere", _grant_elsewhere),
)


_TOKENS = (
    Situation("own", lambda _, who: token(who)),
    Situation("colleague's", lambda world, who: token(world.colleague[_kind(who)])),
    Situation("somebody's elsewhere", lambda world, who: token(world.stranger[_outside(who)])),
)
_GATE = (
    Situation("own", lambda world, who: declaration(world, who.organisation), (EXPORTER,)),
    Situation("another firm's", lambda world, _: declaration(world, world.other[EXPORTER])),
    Situation("lies before the office", lambda world, who: declaration(
        world, world.other[EXPORTER], before=who.organisation
    ), (AGENCY,)),
    Situation("the office was asked", lambda world, who: declaration(
        world, world.other[EXPORTER], asked=who.organisation
    ), (AGENCY,)),
)  # fmt: skip
"""How one stands to what belongs to a firm and lies before offices: a declaration stands for all."""
_NOTHING = (Situation("anywhere", lambda *_: None),)

SITUATIONS: dict[str, tuple[Situation, ...]] = {
    "application.create": _NOTHING,
    **{f"application.{name}": _APPLICATIONS for name in (
        "read", "read_secret", "read_as_party", "save", "discard", "split", "amend", "file", "withdraw",
    )},
    "paper.upload": _APPLICATIONS,
    "paper.read": _PAPERS,
    "paper.read_secret": _SECRET,
    "reviewer.name": (*_APPLICATIONS, _FOR_INTAKE),
    "ruling.renew": _APPLICATIONS,
    **{f"case.{name}": _FILES for name in (
        "read", "take_in", "return", "accept", "assign", "route", "ask", "hold", "release", "refer",
        "hand_back", "reopen", "close", "answer", "reconsider",
    )},
    "advice.give": _FILES,
    "advice.read_all": _FILES,
    "conflict.settle": _FILES,
    "decision.propose": _FILES,
    "decision.sign": _FILES,
    "note.write": _FILES,
    **{f"licence.{name}": _FILES for name in ("read", "order", "sign", "change", "surrender")},
    "figures.read": _NOTHING,
    **dict.fromkeys((
        "declaration.lodge", "manifest.lodge", "ledger.report", "offline.carry", "offline.merge",
        "statistics.read", "statistics.prepare", "statistics.release", "batch.write", "quota.set",
        "usage.read", "usage.sums",
    ), _NOTHING),
    **dict.fromkeys((
        "declaration.read", "declaration.amend", "declaration.cancel", "declaration.work",
        "challenge.issue", "challenge.answer", "challenge.ask", "challenge.judge",
        "challenge.sign", "sample.report", "manifest.read", "batch.read", "lead.read",
        "lead.work", "duty.report", "duty.read",
    ), _GATE),
    "event.read": (*_APPLICATIONS, *_ORGANISATIONS),
    "organisation.add": _NOTHING,
    "organisation.read": _ORGANISATIONS,
    "organisation.end": _ORGANISATIONS,
    "person.add": _ORGANISATIONS,
    "person.end": _PEOPLE,
    "person.link": _PEOPLE,
    "role.grant": _GRANTS,
    "role.end": _ENDS,
    "factor.reset": _PEOPLE,
    "token.make": _PEOPLE,
    "token.revoke": _TOKENS,
}  # fmt: skip
"""The ways to stand to the things of each action; an action that is missing here fails a test."""


def cells(world: World) -> Iterator[Cell]:
    """All of them, in the order of actions, roles and situations."""
    for action in ACTIONS:
        for role, kind in world.actors:
            for situation in SITUATIONS[action]:
                if kind in situation.kinds:
                    yield Cell(action, role, kind, situation)


def groups(world: World) -> list[list[Cell]]:
    """All of them, together those of one person and one situation: they have the same thing."""
    found: dict[tuple[str, str, Situation], list[Cell]] = {}
    for cell in cells(world):
        found.setdefault((cell.role, cell.kind, cell.situation), []).append(cell)
    return list(found.values())


def answers(world: World) -> dict[Cell, bool]:
    """What the predicates say to each."""
    found: dict[Cell, bool] = {}
    for group in groups(world):
        found |= in_passing(world, group[0], partial(_asked, group))
    return found


def _asked(group: list[Cell], who: Person, thing: object) -> dict[Cell, bool]:
    return {cell: may(who, cell.action, thing) for cell in group}


def in_passing(world: World, cell: Cell, ask: Callable[[Person, Any], T]) -> T:
    """What is answered about the cell's thing; nothing of it stays."""
    who = world.actors[cell.role, cell.kind]
    with transaction.atomic():
        found = ask(who, cell.situation.build(world, who))
        transaction.set_rollback(True)
    return found
