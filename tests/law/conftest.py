from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.law.ruling import rule_on
from monazite.law.statement import situation
from monazite.law.store import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.law.law import Law
    from monazite.law.ruling import Ruling


@pytest.fixture(scope="session")
def law() -> Law:
    """The packaged law."""
    return load()


@pytest.fixture(scope="session")
def ask(law: Law) -> Callable[..., Ruling]:
    """Rule on a statement; `from_` stands for the field `from`."""

    def ask_(**given: Any) -> Ruling:
        named = {name.rstrip("_"): value for name, value in given.items()}
        return rule_on(law, situation(named, law))

    return ask_
