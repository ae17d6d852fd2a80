"""The gate reads the risk that is stored, and never waits for a model."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from monazite.desk.gate import services
from monazite.desk.gate.facts import known
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.risk.scoring import score_waiting
from monazite.desk.gate.services.checking import read_for, under
from support.scored import in_force

if TYPE_CHECKING:
    from pathlib import Path

    from support.at_gate import Gate

QUERIES = {"sqlite": 11, "postgresql": 7}
"""Of a lodging on one licence line, the savepoint of the test's own transaction among them."""
_SERVED = """
import sys
from support import desk_site
desk_site.ready()
import monazite.desk.gate.services, monazite.desk.urls, monazite.desk.running.worker
heavy = ("lightgbm", "numba", "scipy", "monazite.watch.targeting.model")
print(*[name for name in heavy if name in sys.modules])
"""


def risk(g: Gate, own: Declaration | None, replaces: Declaration | None) -> int | None:
    found = read_for(g.declarant, g.document())
    at = under("CN")
    told = known(
        found.declaration, g.w.exporter.pk, at.day, at.rules, {}, own, replaces
    )  # fmt: skip
    return told.facts.risk


def scored(g: Gate, monkeypatch: pytest.MonkeyPatch, share: float, version: str) -> Declaration:
    row = services.lodge(g.declarant, g.document(item_quantity="1", item_mass_kg="1"), "page")
    in_force(monkeypatch, share, version)
    score_waiting()
    return Declaration.objects.get(pk=row.pk)


def test_the_risk_is_its_own_else_of_the_one_that_it_replaces(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    unscored = services.lodge(g.declarant, g.document(), "page")
    low = Declaration(risk=5)
    high = scored(g, monkeypatch, 0.9, "v1")
    assert risk(g, None, None) is None
    assert risk(g, unscored, None) is None
    assert risk(g, unscored, high) == 90
    assert risk(g, None, high) == 90
    assert risk(g, low, high) == 5


def test_a_lodging_loads_nothing_and_asks_no_more(
    g: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("lightgbm", "numba", "monazite.watch.targeting.store"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "current").write_text("v1\n", encoding="utf-8")
    documents = [g.document(item_quantity="1", item_mass_kg="1") for _ in range(2)]
    services.lodge(g.declarant, documents[0], "page")
    with override_settings(MODEL_ROOT=tmp_path), CaptureQueriesContext(connection) as asked:
        services.lodge(g.declarant, documents[1], "page")
    assert len(asked) <= QUERIES[connection.vendor]
    assert not [one["sql"] for one in asked if "gate_score" in one["sql"]]


@pytest.mark.slow
def test_what_serves_and_works_imports_no_model() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SERVED], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert done.stdout.strip() == ""
