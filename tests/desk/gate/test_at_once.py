"""Many at once on the same line: nothing over, nothing lost, every replay answered alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from monazite.desk.gate import services
from monazite.desk.gate.manifest_source import from_message
from monazite.desk.gate.models import Declaration
from monazite.desk.licences import services as licences
from support.at_gate import Gate, gate, licensed
from support.offices import person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

CLIENTS = 8


@pytest.fixture
def g(transactional_db: None, settings: Settings, tmp_path: Path) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return gate()


def together(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each returned, all begun at once, each on a connection of its own."""

    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(run, acts))


def lodging(g: Gate, document: dict[str, Any]) -> Callable[[], Declaration]:
    return lambda: services.lodge(g.declarant, document, "api")


@pytest.mark.slow
def test_a_hot_line_is_never_overdrawn_and_every_replay_is_answered_alike(g: Gate) -> None:
    documents = [g.document(item_quantity="70", item_mass_kg="70") for _ in range(20)]
    made = together([lodging(g, each) for each in documents + documents])
    first, again = made[:20], made[20:]
    assert [each.pk for each in first] == [each.pk for each in again]
    states = [each.state for each in first]
    assert (states.count("cleared"), states.count("refused")) == (14, 6)
    assert g.sums == (980, 0, 14)


@pytest.mark.slow
def test_one_reference_at_once_is_one_declaration(g: Gate) -> None:
    document = g.document()
    made = together([lodging(g, document)] * CLIENTS)
    assert len({each.pk for each in made}) == 1
    assert g.sums == (100, 0, 1)


@pytest.mark.slow
def test_of_two_declarations_at_once_one_has_the_single_licence(g: Gate) -> None:
    single = replace(g, licence=licensed(g.w, "single"))
    made = together([lodging(single, single.document()) for _ in range(CLIENTS)])
    assert sorted(each.state for each in made) == ["cleared"] + ["refused"] * (CLIENTS - 1)
    assert single.sums == (100, 0, 1)


@pytest.mark.slow
def test_nothing_is_set_aside_after_a_suspension(g: Gate) -> None:
    officer = person(g.w.licensing, "licensing_officer")
    order = licences.propose_order(officer, g.licence.pk, "suspend", ["security"], "Why.", "page")
    acts: list[Callable[[], Any]] = [lodging(g, g.document(item_quantity="1")) for _ in range(12)]
    acts.insert(4, lambda: licences.sign_order(g.w.chief, order.pk, "page"))
    together(acts)
    kinds = list(g.line.movements.model.objects.filter(line=g.line).values_list("at", flat=True))
    g.licence.refresh_from_db()
    assert g.licence.suspended_since is not None
    assert services.lodge(g.declarant, g.document(), "api").state == "refused"
    cleared = Declaration.objects.filter(state="cleared").count()
    assert len(kinds) == cleared + 1


@pytest.mark.slow
def test_of_manifests_and_declarations_at_once_one_has_the_single_licence(g: Gate) -> None:
    single = replace(g, licence=licensed(g.w, "single"))

    def manifest(number: int) -> Callable[[], Any]:
        source = from_message(f"M-{number}", [single.document()])
        return lambda: services.lodge_manifest(g.declarant, source, "each", "api")

    acts: list[Callable[[], Any]] = [lodging(single, single.document()) for _ in range(4)]
    together([each for pair in zip(acts, map(manifest, range(4)), strict=True) for each in pair])
    states = sorted(Declaration.objects.values_list("state", flat=True))
    assert states == ["cleared"] + ["refused"] * (CLIENTS - 1)
    assert single.sums == (100, 0, 1)
