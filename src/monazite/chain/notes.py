"""What has to be said beside the numbers of a profile, so that nobody reads them wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.by_sector import by_sector
from monazite.chain.exposures.exposure import exposure
from monazite.chain.magnet_cover import magnet_cover
from monazite.chain.network.network import BALANCED, ESTIMATED, OBSERVED
from monazite.chain.outputs import outputs
from monazite.chain.own_year import is_packaged, of_all, of_use_in
from monazite.chain.packaged.byproducts import ceilings
from monazite.chain.packaged.rare_earths.destinations import named
from monazite.chain.stages import COMPONENT, MAGNET, MAKE, REFINING, SECTOR, USE
from monazite.chain.sums.sums import with_sum
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.network.network import Network
    from monazite.chain.own_year import OtherYears
    from monazite.chain.rungs import Rung
    from monazite.chain.worlds import World

RARE_EARTHS, GRAPHITE, UNEXPLAINED = "REE", "GRAPHITE", "unexplained"
PRINTED = frozenset({"USA"})
"""Countries that print what they mine and what they separate, so that the two can be compared."""
REFERENCE = "JPN"
"""A country that mines no rare earths and separates few: what a large importer looks like."""

_LEAST, _ALL = 0.001, 0.999


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know, with the figures in it and the ids of the rows they were read from.

    code: of the text `chain.note.CODE`. values: named by what they are: `…country` is ISO3,
    `…countries` and `…tables` (of packaged rows) several with spaces between them, `…share` a
    fraction, `…t` tonnes, `…index` from 0 to 1, `year` a year.
    """

    code: str
    values: Mapping[str, float | int | str]
    rows: tuple[str, ...]

    def text(self, lang: str) -> str:
        """The note as sentences in the language."""
        said = {name: _said(name, value, lang) for name, value in self.values.items()}
        return say(f"chain.note.{self.code}", lang, **said)


def notes(
    world: World, country: str, element: str, use: Exposure, rungs: tuple[Rung, ...]
) -> tuple[Note, ...]:
    """The notes of a country (ISO3) and the element whose network was walked."""
    return (
        *_left_out(country, use),
        *(() if use.use or use.left_out else (no_use(world, use),)),
        *_mine_only(world, country, element),
        *_magnets(world, use, rungs),
        *_magnets_estimated(rungs),
        *_by_product(element, world.year, rungs),
        *_of_shares(use),
        *_remainder(world, country, element),
        *_other_years(world.year, of_use_in(world, use)),
        *(_graphite(world.networks[element]) if element == GRAPHITE else ()),
    )


def no_use(world: World, use: Exposure) -> Note:
    """Why nothing can be said of a use of which no amount is known."""
    if use.stage == SECTOR and not world.estimates and _uses(world, use):
        return Note("use_unprinted", {"country": use.country}, ())
    return Note("no_use", {}, ())


def _uses(world: World, use: Exposure) -> bool:
    """Whether the country is known to use the material, however much."""
    networks = with_sum(world, use.material).networks
    own = networks.get(use.material)
    return any(
        (node.kind, node.country) == (USE, use.country) and (own or node.material == use.material)
        for network in ([own] if own else networks.values())
        for node in network.nodes
    )


def of_outputs(network: Network) -> tuple[Note, ...]:
    """How much of what the makers of a network put out is printed, and how much estimated."""
    edges = network.edges
    made = np.array([network.nodes[at].kind == MAKE for at in edges.source], dtype=np.bool_)
    by_basis = np.bincount(edges.basis[made], edges.amount[made], ESTIMATED + 1)
    unknown = sum(one.unknown for one in outputs(network).values())
    whole = float(by_basis.sum()) + unknown
    # A network of a user's own is as it was given.
    if not whole or ((edges.basis == OBSERVED).all() and not network.unnamed):
        return ()
    weight: dict[str, float] = {}
    for at in np.flatnonzero(made):
        for row in edges.rows[at]:
            weight[row] = weight.get(row, 0.0) + float(edges.amount[at])
    values: dict[str, float | int | str] = {
        "year": network.year, "printed_share": float(by_basis[OBSERVED]) / whole,
        "moved_share": float(by_basis[BALANCED]) / whole,
        "estimated_share": float(by_basis[ESTIMATED]) / whole, "unknown_share": unknown / whole,
    }  # fmt: skip
    rows = tuple(sorted(weight, key=lambda row: (-weight[row], row)))
    return (Note("outputs", values, rows),)


def of_years(network: Network) -> tuple[Note, ...]:
    """How much of all use rests on figures of other years, and what of graphite is counted."""
    return (*_other_years(network.year, of_all(network)), *_graphite(network))


def of_use(use: Exposure) -> tuple[Note, ...]:
    """The notes that an exposure needs by itself, beside its numbers."""
    return (*_left_out(use.country, use), *_of_shares(use))


def _of_shares(use: Exposure) -> tuple[Note, ...]:
    """What has to be said of shares; nothing where they are of a small part of the use."""
    if use.left_out is not None and use.left_out.main:
        return ()
    return (*_finished(use.country, use), *_about(use))


def _left_out(country: str, use: Exposure) -> Iterator[Note]:
    """That what is told of the country is not all of its use, which has to be said first."""
    if use.members:
        yield from _group(use)
        return
    if use.left_out is None:
        return
    values: dict[str, float | int | str] = {
        "country": country, "through_share": use.left_out.share, "rest_t": use.left_out.rest,
        "rest_country": REST,
    }  # fmt: skip
    yield Note("left_out", values, ())


def _group(use: Exposure) -> Iterator[Note]:
    """Who stands for a group, of whose members nothing is known, and of whom not all."""
    used = [one.country for one in use.members if one.use > 0]
    left = [one.country for one in use.members if one.left_out is not None]
    unknown = [one.country for one in use.members if not one.use and one.left_out is None]
    values: dict[str, float | int | str] = {
        "country": use.country, "year": use.year, "count": len(use.members), "known": len(used),
    }  # fmt: skip
    yield Note("group", values, ())
    if unknown:
        yield Note("group_unknown", values | {"unknown_countries": " ".join(unknown)}, ())
    if use.left_out is not None:
        values |= {
            "left_countries": " ".join(left), "left": len(left),
            "through_share": use.left_out.share, "rest_t": use.left_out.rest, "rest_country": REST,
        }  # fmt: skip
        yield Note("group_left_out", values, ())


def _finished(country: str, use: Exposure) -> Iterator[Note]:
    """Components that come in unseen: only what is built in at home is counted."""
    built = any(at.stage == COMPONENT for at in use.made)
    if use.stage == SECTOR and built and use.finished is None:
        yield Note("finished_unknown", {"country": country}, ())


def _mine_only(world: World, country: str, element: str) -> Iterator[Note]:
    """That a country mines rare earths does not make the separated oxides that it uses its own."""
    if element != RARE_EARTHS or country not in PRINTED:
        return
    from monazite.chain.mine_only import score  # noqa: PLC0415 - loads ibis

    own, other = score(country, world.year), score(REFERENCE, world.year)
    here, there = (_separated(world, one) for one in (country, REFERENCE))
    top = next((one for one in here.ultimate if one.country != country), None)
    if own is None or other is None or top is None or own.separated_t is None:
        return
    if own.mine_only is None or own.at_stage is None or other.at_stage is None:
        return
    values: dict[str, float | int | str] = {
        "country": country, "other_country": REFERENCE, "year": world.year,
        "mined_t": own.mined_t or 0.0, "separated_t": own.separated_t,
        "mine_index": own.mine_only, "stage_index": own.at_stage, "other_index": other.at_stage,
        "top_country": top.country, "share": top.share, "other_share": _on(there, top.country),
    }  # fmt: skip
    yield Note("mine_only", values, own.rows)


def _separated(world: World, country: str) -> Exposure:
    return exposure(world, country, RARE_EARTHS, stage=REFINING, draws=0)


def _on(found: Exposure, country: str) -> float:
    return next((one.share for one in found.ultimate if one.country == country), 0.0)


def _magnets(world: World, use: Exposure, rungs: tuple[Rung, ...]) -> Iterator[Note]:
    """What is known of who sends magnets to the country, where no open table tells."""
    country, places = use.country, {one.country for one in use.members} or {use.country}
    market = _magnet_market(rungs)
    if market is None:
        return
    cover = magnet_cover(world.year)
    values: dict[str, float | int | str] = {"country": country, "year": world.year}
    if cover is None:
        yield Note("magnets", values, ())
        return
    own = [cover.known_t[one] for one in sorted(places & cover.known_t.keys())]
    values |= {"printed_share": cover.share, "whole_t": cover.whole_t}
    if own:
        yield Note("magnets_printed", values | {"own_t": sum(own)}, cover.rows)
    else:
        code = "magnets_unnamed" if places.isdisjoint(named()) else "magnets_of_others"
        yield Note(code, values, cover.rows)


def _magnets_estimated(rungs: tuple[Rung, ...]) -> Iterator[Note]:
    """How much of the magnets of a country passed an estimate."""
    market = _magnet_market(rungs)
    if market is not None and market.estimated > _LEAST:
        yield Note("magnets_estimated", {"estimated_share": market.estimated}, ())


def _magnet_market(rungs: tuple[Rung, ...]) -> Exposure | None:
    return next((one.market for one in rungs if one.stage == MAGNET), None)


def _by_product(element: str, year: int, rungs: tuple[Rung, ...]) -> Iterator[Note]:
    """How much of a by-product the host of its largest maker could give."""
    first = rungs[0] if rungs else None
    if first is None or not first.makers:
        return
    maker = first.makers[0]
    could = ceilings(element, year).get(maker.country)
    if could is None or could.ceiling.low is None or could.ceiling.high is None:
        return
    values: dict[str, float | int | str] = {
        "maker_country": maker.country, "year": year, "made_t": maker.share * (first.output or 0.0),
        "host_t": could.made.value, "could_t": could.ceiling.value,
        "least_t": could.ceiling.low, "most_t": could.ceiling.high,
    }  # fmt: skip
    yield Note(f"by_product_{could.host}", values, could.ceiling.rows)


def _remainder(world: World, country: str, element: str) -> Iterator[Note]:
    """That a use is what nobody can account for, where a gap says so."""
    known = {(one.material, one.country) for one in world.gaps if one.why == "unexplained_rest"}
    if (element, country) not in known:
        return
    sectors = by_sector(world.networks[element], country, "")
    rest = next((one for one in sectors if one.sector == UNEXPLAINED), None)
    if rest is not None:
        values: dict[str, float | int | str] = {
            "country": country, "rest_t": rest.use, "share": rest.share,
        }  # fmt: skip
        yield Note("unexplained_rest", values, ())


def _other_years(year: int, found: OtherYears) -> Iterator[Note]:
    """That figures of other years, or of none in particular, stand where this one has none."""
    if found.share > _LEAST:
        values: dict[str, float | int | str] = {
            "year": year, "held_share": found.share, "held_tables": " ".join(found.tables),
        }  # fmt: skip
        yield Note("other_years", values, found.rows)


def _graphite(network: Network) -> Iterator[Note]:
    """That one name stands for two quantities: flake alone, or with synthetic raw material."""
    if network.element != GRAPHITE or not is_packaged(network):
        return
    refined = [node.stage == REFINING for node in network.nodes]
    synthetic = float(network.entering[refined].sum())
    values: dict[str, float | int | str] = {"year": network.year}
    if synthetic:
        yield Note("graphite_all", values | {"synthetic_t": synthetic}, ())
    else:
        yield Note("graphite_flake", values, ())


def _about(use: Exposure) -> Iterator[Note]:
    """What trade statistics do not show, what was filled in, and what nobody knows."""
    if use.finished is not None and use.finished > _LEAST:
        yield Note("finished", {"share": use.finished}, ())
    if use.guessed > _LEAST and use.estimated <= _LEAST:
        yield Note("use_estimated", {"share": use.guessed}, ())
    if use.estimated > _ALL:
        yield Note("estimated_all", {}, ())
    elif use.estimated > _LEAST:
        yield Note("estimated", {"share": use.estimated}, ())
    if use.unknown > _LEAST:
        yield Note("unknown", {"share": use.unknown}, ())


def _said(name: str, value: float | str, lang: str) -> str:
    kind = name.rpartition("_")[2]
    if kind == "countries":
        names = (words.country(each, lang) for each in str(value).split())
        return say("chain.pictures.between", lang).join(names)
    if kind == "tables":
        told = (say(f"chain.held.{each}", lang) for each in str(value).split())
        return say("chain.note.between", lang).join(told)
    if kind == "country":
        return words.country(str(value), lang)
    if kind == "share":
        return words.percent(float(value))
    if kind == "t":
        return f"{float(value):,.0f}"
    return f"{float(value):.2f}" if kind == "index" else str(value)
