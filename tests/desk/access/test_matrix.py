"""Every role × every action × every way to stand to the thing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from monazite.desk.people.actions import ACTIONS
from monazite.desk.people.may import may
from monazite.desk.people.roles import OFFICIAL, ROLES
from support.access.cells import SITUATIONS, answer, cells
from support.access.page import page
from support.access.world import build

if TYPE_CHECKING:
    from monazite.desk.people.models import Person

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
    world = build()
    assert {cell.action for cell in cells(world) if answer(world, cell)} == ACTIONS.keys()


@pytest.mark.django_db
def test_an_official_without_the_second_factor_may_nothing() -> None:
    world = build()
    for who in world.actors.values():
        who.otp_device = None
    done = {(c.role, c.action) for c in cells(world) if c.kind in OFFICIAL and answer(world, c)}
    assert done == set()


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["person", "organisation", "no roles"])
def test_who_has_ended_or_holds_no_role_may_nothing_but_tokens(what: str) -> None:
    world = build()
    for who in world.actors.values():
        _end(who, what)
    done = {(c.action) for c in cells(world) if answer(world, c)}
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
    for cell in cells(world):
        thing = cell.situation.build(world, world.actors[cell.role, cell.kind])
        assert not may(AnonymousUser(), cell.action, thing)
        assert not may(None, cell.action, thing)


@pytest.mark.django_db
def test_an_unknown_action_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        may(None, "application.shred")
