"""One draw on the plain engine: the compiled one would run as plain Python here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from monazite.shock.leverage.asking import leverage
from monazite.shock.leverage.comparing import compare
from monazite.shock.leverage.reading import read_package
from monazite.shock.runs import run as runs
from support.shock_leverage import BAN, PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.leverage.results import Comparison, Leverage
    from monazite.shock.leverage.schema import Package


@pytest.fixture(name="_plain")
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda _: None)


@pytest.fixture(scope="session")
def table() -> Leverage:
    """A ban, and a lever that has no figure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "find_spec", lambda _: None)
        return leverage(
            [BAN, "us-chips"], destinations=["US", "JP", "CN"], horizons=(1, 3), pause=21, draws=1
        )


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Nothing given, and the ban suspended for good."""
    folder = tmp_path_factory.mktemp("packages")
    gives = [{**PACKAGE["gives"][0], "lever": "cn-lists-2025-04"}]
    nothing = {**PACKAGE, "id": "nothing", "gives": gives}
    found = [_package(folder / "nothing.yaml", nothing), _package(folder / "one.yaml", PACKAGE)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "find_spec", lambda _: None)
        return compare(found, horizons=(1, 3), after=7, draws=1)


def _package(path: Path, document: object) -> Package:
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return read_package(path)
