from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from monazite.briefing.build import brief
from monazite.briefing.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


@cache
def built(month: str | None, lang: str = "en") -> Brief:
    return brief(month, lang)


@pytest.fixture
def may() -> Brief:
    return built("2025-05")


@pytest.fixture
def briefing() -> Callable[..., Brief]:
    return built


@pytest.fixture(scope="session")
def html() -> str:
    """The one page that the tests draw."""
    return page(built("2025-05"))
