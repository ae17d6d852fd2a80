"""`monazite leverage …` as a command, over results made by hand: no test here simulates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.shock.leverage import asking, comparing
from support.leverage_results import comparison, leverage
from support.shock_plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.leverage.results import Comparison, Leverage
    from monazite.shock.leverage.schema import Lever, Package

plain()  # nothing is compiled, as in `tests/shock`


@pytest.fixture
def group() -> str:
    """The group of commands that this folder is about."""
    return "leverage"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """What was asked: levers or packages by their ids, and the options."""
    found: list[tuple[Any, dict[str, Any]]] = []

    def levers(chosen: Sequence[Lever] | None, **options: Any) -> Leverage:
        names = [one.id for one in chosen or ()]
        found.append((names, options))
        options["told"](options["draws"], 2 * options["draws"])
        return leverage(*names, draws=options["draws"])

    def packages(chosen: Sequence[Package], **options: Any) -> Comparison:
        found.append(([one.id for one in chosen], options))
        options["told"](options["draws"], 2 * options["draws"])
        return comparison()

    monkeypatch.setattr(asking, "leverage", levers)
    monkeypatch.setattr(comparing, "compare", packages)
    return found
