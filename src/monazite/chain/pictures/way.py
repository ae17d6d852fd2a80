"""The way of one material in one year as a Sankey diagram, from ore to sectors."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.network.network import OBSERVED
from monazite.chain.outputs import outputs
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.settled import settled
from monazite.chain.pictures.spots import NO_TAKER, columns, gathered, runs, sizes
from monazite.chain.pictures.wording import behind, listed, place, rounded, tonnes
from monazite.chain.stages import SECTOR, USE
from monazite.chain.words import percent
from monazite.charts.chain_shapes import OTHERS, PLAIN, UNKNOWN, Heading, Stop, Stream
from monazite.charts.flow_shapes import Caption
from monazite.charts.sankey import ESTIMATE, SURE, sankey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.network.network import Network
    from monazite.chain.pictures.spots import Run, Spot

MOST = 40
"""Spots that are told apart; more are not readable."""
_THIN = 0.001
"""A run below this part of the largest column would be thinner than a hair; the table has it."""
_ROUNDING = 1e-6
_NAMED = 5


def way(network: Network, lang: str) -> Picture:
    """The picture of a network, in a language."""
    found = settled(network)
    order = columns(found.drawn)
    every = gathered(runs(found.drawn), MOST)
    rank = {column: n for n, column in enumerate(order)}
    onward = [run for run in every if rank[run.source.column] < rank[run.target.column]]
    back = sum(run.amount for run in every) - sum(run.amount for run in onward)
    size = sizes(onward)
    totals = _totals(size, order)
    chart = sankey(
        [_stop(spot, size[spot], totals, rank, lang) for spot in size],
        _streams(onward, totals, lang),
        [
            Heading(_column(column, lang), tonnes(totals[column], lang) if totals[column] else "–")
            for column in order
        ],
        _caption(network, onward, lang),
    )
    text = [*_columns(size, totals, lang), *_unsaid(network, lang)]
    least = _ROUNDING * max(totals.values(), default=0.0)
    left = size.get(NO_TAKER, 0.0)
    for key, amount in (("untaken", left), ("back", back), ("twice", found.twice)):
        if amount > least:
            text.append(say(f"chain.pictures.way.{key}", lang, amount=tonnes(amount, lang)))
    heads = ("from_stage", "from", "to_stage", "to", "tonnes", "estimate", "rows")
    rows = [_row(run, lang) for run in sorted(onward, key=lambda run: _rank(run, rank))]
    return Picture(
        chart, behind(text or [say("chain.pictures.way.empty", lang)], heads, rows, lang)
    )


def _totals(size: Mapping[Spot, float], order: Sequence[str]) -> dict[str, float]:
    totals: dict[str, float] = dict.fromkeys(order, 0.0)
    for spot, amount in size.items():
        # The same goods may be left at several stages: they add up to nothing.
        totals[spot.column] += 0.0 if spot == NO_TAKER else amount
    return totals


def _rank(run: Run, rank: Mapping[str, int]) -> tuple[int, int, float]:
    return rank[run.source.column], rank[run.target.column], -run.amount


def _column(column: str, lang: str) -> str:
    if column in (USE, SECTOR):
        return say(f"chain.pictures.way.{column}", lang)
    return words.stage(column, lang)


def _name(spot: Spot, lang: str) -> str:
    if spot == NO_TAKER:
        return say("chain.pictures.way.no_taker", lang)
    if spot.column == SECTOR and spot.name not in (OTHERS, UNKNOWN):
        return words.sector(spot.name, lang)
    return place(spot.name, lang)


def _key(spot: Spot) -> str:
    return f"{spot.column}/{spot.name}"


def _part(spot: Spot, amount: float, totals: Mapping[str, float], lang: str) -> str:
    if spot == NO_TAKER:
        return _name(spot, lang)
    share = percent(amount / (totals[spot.column] or 1.0))
    return say("chain.pictures.part", lang, name=_name(spot, lang), share=share)


def _stop(
    spot: Spot, amount: float, totals: Mapping[str, float], rank: Mapping[str, int], lang: str
) -> Stop:
    sector = spot.column == SECTOR and spot.name != OTHERS
    return Stop(
        key=_key(spot),
        column=rank[spot.column],
        group=PLAIN if sector else spot.name,
        text=_part(spot, amount, totals, lang),
        tip=_tip(spot, amount, totals, lang),
    )


def _tip(spot: Spot, amount: float, totals: Mapping[str, float], lang: str) -> str:
    if spot == NO_TAKER:
        return say("chain.pictures.way.untaken", lang, amount=tonnes(amount, lang))
    return say(
        "chain.pictures.way.stop", lang, name=_name(spot, lang), column=_column(spot.column, lang),
        amount=tonnes(amount, lang), share=percent(amount / (totals[spot.column] or 1.0)),
    )  # fmt: skip


def _streams(found: Sequence[Run], totals: Mapping[str, float], lang: str) -> list[Stream]:
    least = _THIN * max(totals.values(), default=0.0)
    return [
        Stream(
            _key(run.source), _key(run.target), run.amount, run.sure >= run.amount / 2,
            say(
                "chain.pictures.way.stream", lang, source=_name(run.source, lang),
                target=_name(run.target, lang), amount=tonnes(run.amount, lang),
                estimate=_estimated(run),
            ),
        )
        for run in found if run.amount > least
    ]  # fmt: skip


def _estimated(run: Run) -> str:
    return percent(max(run.estimated / run.amount, 0.0))


def _caption(network: Network, found: Sequence[Run], lang: str) -> Caption:
    makes = [run for run in found if run.target.column != SECTOR]
    total = sum(run.amount for run in makes) or 1.0
    sure = sum(run.sure for run in makes) / total
    estimated = sum(run.estimated for run in makes) / total
    # A network of a user's own is neither balanced nor filled up.
    own = (network.edges.basis == OBSERVED).all() and not network.unnamed
    keys = ("source_given", "sure_given", "estimate_given") if own else ("source", SURE, ESTIMATE)
    return Caption(
        title=say(
            "chain.pictures.way.title", lang, year=network.year,
            material=words.material(network.element, lang),
        ),
        source=say(
            f"chain.pictures.way.{keys[0]}", lang, sure=percent(sure),
            estimated=percent(max(estimated, 0.0)),
            unknown=percent(max(round(1.0 - sure - estimated, 6), 0.0)),
        ),
        axis="",
        labels={
            kind: say(f"chain.pictures.way.{key}", lang)
            for kind, key in zip((SURE, ESTIMATE), keys[1:], strict=True)
        },
    )  # fmt: skip


def _columns(size: Mapping[Spot, float], totals: Mapping[str, float], lang: str) -> list[str]:
    """A sentence for each column: what passes it, and its largest."""
    held: dict[str, list[Spot]] = defaultdict(list)
    for spot in sorted(size, key=lambda spot: (spot.name in (OTHERS, UNKNOWN), -size[spot])):
        held[spot.column].append(spot)
    return [
        say(
            "chain.pictures.way.column", lang, column=_column(column, lang),
            amount=tonnes(total, lang),
            parts=listed((_part(s, size[s], totals, lang) for s in _told(held[column])), lang),
        )
        for column, total in totals.items() if total
    ]  # fmt: skip


def _unsaid(network: Network, lang: str) -> list[str]:
    """A sentence for each stage that has makers, none of whom anybody says anything of."""
    return [
        say("chain.pictures.way.unsaid", lang, column=_column(stage, lang))
        for stage, output in outputs(network).items() if not output.total
    ]  # fmt: skip


def _told(spots: Sequence[Spot]) -> list[Spot]:
    """The largest, and what stands for several or for none."""
    return [spot for n, spot in enumerate(spots) if n < _NAMED or spot.name in (OTHERS, UNKNOWN)]


def _row(run: Run, lang: str) -> tuple[str, ...]:
    source, target = run.source, run.target
    return (
        _column(source.column, lang), _name(source, lang), _column(target.column, lang),
        _name(target, lang), rounded(run.amount), _estimated(run), " ".join(run.rows),
    )  # fmt: skip
