"""Values of dataclasses as JSON has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def plain(fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The `dict_factory` of `dataclasses.asdict` that makes a list of each tuple."""
    return {name: list(each) if isinstance(each, tuple) else each for name, each in fields}
