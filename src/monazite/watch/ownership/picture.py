"""A picture of who owns whom, with the holdings behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.behind import Behind
from monazite.charts.flow_shapes import Caption
from monazite.charts.owner_shapes import COUNTS, IDLE, LISTED, REACHED, Holding, Party
from monazite.charts.owners import owners
from monazite.watch.ownership import words
from monazite.watch.ownership.graph import OPEN
from monazite.watch.ownership.shares import fraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.charts.render import Chart
    from monazite.watch.ownership.owned import Found, Owned

_DRAWN = 28
"""Parties that a page can show: the nearest to the listed ones, with whom they are held by."""


def picture(found: Found, lang: str) -> tuple[Chart, Behind]:
    """The parties that listed ones own something of, and who holds them.

    The first ones of the answer are drawn, with everybody on their way from a listed party.
    """
    drawn = _chosen(found)
    holdings = _holdings(found, drawn, lang)
    about = {"rule": words.rule(found.rule.id, lang), "on": found.on.isoformat()}
    caption = Caption(
        title=say("watch.ownership.chart.title", lang, **about),
        source=say(
            "watch.ownership.chart.source", lang, shown=_counted(drawn.values()),
            all=_counted(found.parties), share=words.percent(found.terms.threshold),
        ),
        axis="",
        labels={key: say(f"watch.ownership.chart.{key}", lang) for key in (COUNTS, IDLE)},
    )  # fmt: skip
    parties = [_party(one, lang) for one in drawn.values()]
    return owners(parties, holdings, caption), _behind(found, drawn, holdings, lang)


def _chosen(found: Found) -> Mapping[str, Owned]:
    """What is drawn: party by party with everybody on the way to it, as long as there is room."""
    known = {one.party: one for one in found.parties}
    drawn: dict[str, Owned] = {}
    for one in found.parties:
        if one.state == LISTED:
            continue
        names = [*(step.owner for step in one.steps), *_owners(found, one.party), one.party]
        new = {name: known[name] for name in names if name in known and name not in drawn}
        if len(drawn) + len(new) <= _DRAWN or not drawn:
            drawn |= new
    return drawn


def _owners(found: Found, party: str) -> Iterator[str]:
    network = found.network
    for owner, _ in network.owners_of(network.numbers[party]):
        yield network.ids[owner]


def _holdings(found: Found, drawn: Mapping[str, Owned], lang: str) -> list[Holding]:
    """The holdings between the parties drawn, several of one pair added up, the nearest first."""
    network = found.network
    shares: dict[tuple[str, str], list[int]] = {}
    for name in drawn:
        for owner, part in network.owners_of(network.numbers[name]):
            if (other := network.ids[owner]) in drawn and other != name:
                shares.setdefault((other, name), []).append(part)
    far = {name: len(one.way) for name, one in drawn.items()}
    pairs = sorted(shares, key=lambda pair: (far[pair[0]], pair[0], far[pair[1]], pair[1]))
    return [_holding(drawn[a], drawn[b], shares[a, b], lang) for a, b in pairs]


def _holding(owner: Owned, owned: Owned, of: Sequence[int], lang: str) -> Holding:
    share = None if OPEN in of else fraction(sum(of))
    said = words.percent(share) if share is not None else "?"
    about = {"owner": owner.party, "owned": owned.party}
    tip = (
        say("watch.ownership.chart.tip_open", lang, **about)
        if share is None
        else say("watch.ownership.chart.tip", lang, share=said, **about)
    )
    counts = owner.state in (LISTED, REACHED) and owned.state != LISTED and share is not None
    return Holding(
        owner.party, owned.party, None if share is None else float(share), counts, said, tip
    )


def _party(one: Owned, lang: str) -> Party:
    state = say(f"watch.ownership.state.{one.state}", lang)
    text = state if one.state == LISTED else f"{state} · {words.held(one)}"
    tip = one.party if one.state == LISTED else _told(one, lang)
    return Party(one.party, one.state, one.party, text, tip)


def _told(one: Owned, lang: str) -> str:
    return say(
        "watch.ownership.chart.party", lang, party=one.party, state=words.state(one, lang),
        held=words.held(one), integrated=words.percent(one.integrated),
    )  # fmt: skip


def _counted(parties: Iterable[Owned]) -> int:
    return sum(one.state != LISTED for one in parties)


def _behind(
    found: Found, drawn: Mapping[str, Owned], holdings: Sequence[Holding], lang: str
) -> Behind:
    """What the rule says, how each reached party is reached, and the holdings as a table."""
    said = [*words.head(found, lang), words.counted(found, lang)]
    for one in drawn.values():
        if one.way:
            way = words.way(one)
            said.append(say("watch.ownership.chart.reached", lang, party=one.party, way=way))
    heads = ("owner", "owned", "share", "counts_head")
    return Behind(
        text=tuple(said),
        name=say("watch.ownership.chart.table", lang),
        columns=tuple(say(f"watch.ownership.chart.{name}", lang) for name in heads),
        rows=tuple(
            (
                one.owner, one.owned, one.text,
                say(f"watch.ownership.chart.{COUNTS if one.counts else IDLE}", lang),
            )
            for one in holdings
        ),
    )  # fmt: skip
