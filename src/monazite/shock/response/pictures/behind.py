"""What stands behind the pictures of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.behind import Behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def behind(
    text: Iterable[str], columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str
) -> Behind:
    """Sentences and the table; columns are keys of `shock.respond.head`."""
    return Behind(
        text=tuple(text),
        name=say("chain.pictures.table", lang),
        columns=tuple(say(f"shock.respond.head.{column}", lang) for column in columns),
        rows=tuple(tuple(row) for row in rows),
    )
