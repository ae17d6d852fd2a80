"""What Python and a notebook show of a result: what it is about, its largest shares, a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from monazite.chain.words import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.exposures.values import Share

_MOST = 3
_WHOLE = 100
"""t; from here on an amount is shown in whole tonnes."""
_HEAD_ROWS = 20
SHARES = ("country", "share", "p5", "p95")
"""The columns of `share_rows`."""


def largest(shares: Iterable[Share]) -> str:
    """The first shares, the largest first as results have them: "CHN 91%, AUS 9%, …"."""
    said = [f"{one.country} {percent(one.share)}" for one in shares]
    return ", ".join((*said[:_MOST], "…") if len(said) > _MOST else said) or "–"


def index(value: float | None) -> str:
    """An index from 0 to 1, as "0.83"; a dash where it is not known."""
    return "–" if value is None else f"{value:.2f}"


def tonnes(amount: float | None) -> str:
    """An amount in t, as "1,999 t" or "0.0628 t"; a dash where it is not known."""
    if amount is None:
        return "–"
    return f"{amount:,.0f} t" if amount >= _WHOLE else f"{amount:.3g} t"


def share_rows(shares: Iterable[Share]) -> list[tuple[str, ...]]:
    """Shares as rows of a table under `SHARES`; without a band its cells are empty."""
    return [
        (one.country, percent(one.share),
         *((percent(one.band.p5), percent(one.band.p95)) if one.band else ("", "")))
        for one in shares
    ]  # fmt: skip


def table(of: object, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as HTML under what its object says of itself: first rows, and how many more."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
        for row in rows[:_HEAD_ROWS]
    )
    more = len(rows) - _HEAD_ROWS
    tail = f"<p>… {more:,} more rows</p>" if more > 0 else ""
    return (
        f"<h4>{escape(repr(of)[1:-1])}</h4><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>{tail}"
    )
