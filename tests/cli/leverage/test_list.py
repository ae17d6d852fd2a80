from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.shock.leverage.reading import levers, packages

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_lever_and_package_is_listed(told: Callable[..., str], lang: str) -> None:
    text = told("list", "--lang", lang)
    names = [*(one.id for one in levers()), *(one.id for one in packages())]
    assert all(name in text for name in names)


def test_the_document_says_what_has_no_figure_and_why(
    document: Callable[..., dict[str, Any]],
) -> None:
    found = {one["id"]: one for one in document("list")["levers"]}
    assert found["cn-seven-rare-earths"]["known"]
    assert found["cn-seven-rare-earths"]["why"] is None
    assert not found["us-chips"]["known"]
    assert found["us-chips"]["why"]
    given = {one["id"]: one["gives"] for one in document("list")["packages"]}
    assert {one["side"] for one in given["busan-2025-11"]} == {"CHN", "USA"}
