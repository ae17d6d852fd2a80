"""`monazite respond` as a command, over an answer made by hand: no test here solves anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.shock.response import asking
from support.shock_responses import response

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.response.ask import Ask
    from monazite.shock.response.results import Response


@pytest.fixture
def group() -> str:
    """The command that this folder is about."""
    return "respond"


@pytest.fixture
def answer() -> Response:
    """What is answered; a test may ask for another."""
    return response()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, answer: Response) -> list[Ask]:
    """What was asked."""
    found: list[Ask] = []

    def respond(ask: Ask, *, told: Callable[[str, int, int | None], None], **_: Any) -> Response:
        found.append(ask)
        told("building", 0, None)
        told("solving", 0, None)
        told("solving", 3, None)
        told("regret", 0, 2)
        told("regret", 1, 2)
        told("regret", 2, 2)
        told("simulating", 64, 64)
        return answer

    monkeypatch.setattr(asking, "respond", respond)
    return found
