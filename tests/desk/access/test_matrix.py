"""Every role × every action × every way to stand to the thing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from monazite.desk.people.actions import ACTIONS
from monazite.desk.people.may import may
from monazite.desk.people.roles import OFFICIAL, ROLES
from support.access.cells import SITUATIONS, answers, cells, groups, in_passing
from support.access.page import page
from support.access.world import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.desk.people.models import Person
    from support.access.cells import Cell

PAGE = Path(__file__).parents[3] / "docs/reference/access-matrix.md"


@pytest.mark.django_db
def test_the_page_of_the_docs_says_what_the_predicates_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(build()), "run tools/build_access_matrix.py"


@pytest.mark.django_db
def test_every_action_and_every_role_has_a_cell() -> None:
    assert SITUATIONS.keys() == ACTIONS.keys()
    world = build()
    assert {cell.role for cell in cells(world)} == ROLES.keys()


@pytest.mark.django_db
def test_every_action_is_somebodys() -> None:
    allowed = {cell.action for cell, answer in answers(build()).items() if answer}
    assert allowed == ACTIONS.keys()


@pytest.mark.django_db
def test_an_official_without_the_second_factor_may_nothing() -> None:
    world = build()
    for who in world.actors.values():
        who.otp_device = None
    asked = {c: answer for c, answer in answers(world).items() if c.kind in OFFICIAL}
    assert asked
    assert {(c.role, c.action) for c, answer in asked.items() if answer} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["person", "organisation", "no roles"])
def test_who_has_ended_or_holds_no_role_may_nothing_but_tokens(what: str) -> None:
    world = build()
    for who in world.actors.values():
        _end(who, what)
    done = {cell.action for cell, answer in answers(world).items() if answer}
    assert done == ({"token.make", "token.revoke"} if what == "no roles" else set())


def _end(who: Person, what: str) -> None:
    if what == "person":
        who.is_active = False
    elif what == "organisation":
        who.organisation.active = False
    else:
        who.__dict__["held_roles"] = frozenset()


@pytest.mark.django_db
def test_nobody_is_asked_for_nothing() -> None:
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 - after Django is ready

    world = build()
    nobody = (AnonymousUser(), None)
    asked = 0
    for group in groups(world):
        found = in_passing(world, group[0], partial(_asked, group, nobody))
        assert not any(found)
        asked += len(found)
    assert asked == 2 * len(list(cells(world)))


def _asked(group: list[Cell], people: Sequence[object], _: Person, thing: object) -> list[bool]:
    return [may(who, cell.action, thing) for cell in group for who in people]


@pytest.mark.django_db
def test_an_unknown_action_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        may(None, "application.shred")
