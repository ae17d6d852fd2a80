"""Two runs side by side in a terminal, with what the second brings more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.shock_compare_over import LETTERS, said
from monazite.cli.shock_run_view import title
from monazite.cli.trade_numbers import UNKNOWN
from monazite.shock.pictures.likely import likely, who
from monazite.shock.pictures.losing import alone, largest, millions
from monazite.shock.pictures.prices import highest, moved
from monazite.shock.pictures.wording import amount, banded, capital, goods, meter, percent, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from monazite.cli.shock_compare_over import Shared
    from monazite.shock.results.comparison import Comparison
    from monazite.shock.results.outcome import Outcome

    Key = tuple[str | None, str | None, str | None]

_SHOWN = 8


class _Part(NamedTuple):
    """A table: which rows a run asks for, their names, a run's cell, and that of the difference."""

    name: str
    rows: Callable[[Outcome], Sequence[Key]]
    named: Callable[[Key, str], str]
    cell: Callable[[Outcome, Key, str], str]
    difference: Callable[[Comparison, Key, str], str]


def show(found: Mapping[str, Outcome], difference: Comparison, on: Shared, lang: str) -> None:
    """The lowest month of each meter, first halts and losses of users, the quotes of goods."""
    screen = console()
    screen.print(Prose(say("shock.cli.compare.title", lang), style="bold"))
    for letter, name in zip(LETTERS, found, strict=True):
        screen.print(Prose(say("shock.cli.compare.letter", lang, letter=letter, title=name)))
    for line in said(on, lang):
        screen.print(Prose(line))
    for part in _PARTS:
        title(screen, f"shock.cli.compare.{part.name}", lang, weeks=difference.weeks)
        table = _side_by_side(part, found, difference, lang)
        none = say("shock.cli.compare.none", lang)
        screen.print(table if table.row_count else Prose(none))
    for line in dict.fromkeys(line for run in found.values() for line in alone(run, lang)):
        screen.print(Prose(line, style="dim"))
    screen.print()
    for line in dict.fromkeys(line for run in found.values() for line in remarks(run, lang)):
        screen.print(Prose(line, style="dim"))


def _side_by_side(
    part: _Part, found: Mapping[str, Outcome], difference: Comparison, lang: str
) -> Table:
    """A row for each thing that any of the runs asks for."""
    table = Table(box=None, pad_edge=False)
    table.add_column("", ratio=1)
    for name in (*LETTERS, say("shock.cli.compare.difference", lang)):
        table.add_column(name, justify="right")
    for key in dict.fromkeys(key for run in found.values() for key in part.rows(run)):
        cells = [part.cell(run, key, lang) for run in found.values()]
        table.add_row(Prose(part.named(key, lang)), *cells, part.difference(difference, key, lang))
    return table


def _meters(found: Outcome) -> list[Key]:
    names = list(dict.fromkeys(one.meter for one in found.months))
    return [(name, None, None) for name in names[:_SHOWN]]


def _lowest(found: Outcome, key: Key, lang: str) -> str:
    known = [
        (one.flow_t, one.month)
        for one in found.months
        if one.meter == key[0] and one.whole and one.flow_t is not None
    ]
    if not known:
        return UNKNOWN
    low, month = min(known, key=lambda pair: pair[0].p50)
    told = {"amount": banded(low, lang, amount), "month": month}
    return say("shock.cli.compare.month", lang, **told)


def _moved(found: Comparison, key: Key, lang: str) -> str:
    """The month in which they differ most."""
    known = [
        (one.flow_t, one.month)
        for one in found.months
        if one.meter == key[0] and one.whole and one.flow_t is not None
    ]
    if not known:
        return UNKNOWN
    most, month = max(known, key=lambda pair: abs(pair[0].p50))
    told = {"amount": banded(most, lang, amount), "month": month}
    return say("shock.cli.compare.month", lang, **told)


def _halting(found: Outcome) -> list[Key]:
    return [who(one) for one in likely(found, _SHOWN)]


def _halt(found: Outcome, key: Key, lang: str) -> str:
    for one in found.halts:
        if who(one) == key:
            told = {"week": one.first_week.p50.date, "draws": percent(one.draws)}
            return say("shock.cli.compare.halt", lang, **told, part=percent(one.share_halting.p50))
    return UNKNOWN


def _later(found: Comparison, key: Key, lang: str) -> str:
    for one in found.halts:
        if (one.sector, one.country, one.good) == key and one.weeks_later is not None:
            return say("shock.cli.compare.later", lang, weeks=banded(one.weeks_later, lang))
    return UNKNOWN


def _moving(found: Outcome) -> list[Key]:
    names = dict.fromkeys(one.good for one in found.prices)
    far = {good: moved([one for one in found.prices if one.good == good]) for good in names}
    return [(good, None, None) for good in sorted(far, key=lambda good: -far[good])[:_SHOWN]]


def _quote(found: Outcome, key: Key, lang: str) -> str:
    one = highest([one for one in found.prices if one.good == key[0]])
    if one is None or one.spot is None:
        return UNKNOWN
    told = {"amount": banded(one.spot, lang), "month": one.month}
    return say("shock.cli.compare.quote", lang, **told)


def _dearer(found: Comparison, key: Key, lang: str) -> str:
    """The month in which the quotes differ most."""
    known = [(one.spot, one.month) for one in found.prices if one.good == key[0] and one.spot]
    if not known:
        return UNKNOWN
    most, month = max(known, key=lambda pair: abs(pair[0].p50))
    return say("shock.cli.compare.quote", lang, amount=banded(most, lang), month=month)


def _losing(found: Outcome) -> list[Key]:
    users = [one for one in found.losses if one.sector is not None and one.country is not None]
    rows = largest(users, _SHOWN)
    return [(None, None, None), *((one.sector, one.country, one.good) for one in rows)]


def _lost(found: Outcome | Comparison, key: Key, lang: str) -> str:
    for one in found.losses:
        if (one.sector, one.country, one.good) == key and one.lost_musd is not None:
            return millions(one.lost_musd, lang)
    return UNKNOWN


def _user(key: Key, lang: str) -> str:
    sector, country, good = key
    return user(sector, country, lang, good)


_PARTS = (
    _Part("months", _meters, lambda key, lang: capital(meter(key[0] or "", lang)), _lowest, _moved),
    _Part("halts", _halting, _user, _halt, _later),
    _Part("prices", _moving, lambda key, lang: goods(key[0] or "", lang), _quote, _dearer),
    _Part("losses", _losing, _user, _lost, _lost),
)
