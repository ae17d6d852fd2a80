"""What has to be said beside the numbers of a profile, so that nobody reads them wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.by_sector import by_sector
from monazite.chain.exposures.exposure import exposure
from monazite.chain.magnet_cover import magnet_cover
from monazite.chain.packaged.byproducts import ceilings
from monazite.chain.packaged.rare_earths.destinations import named
from monazite.chain.stages import COMPONENT, MAGNET, REFINING, SECTOR
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.rungs import Rung
    from monazite.chain.worlds import World

RARE_EARTHS, GRAPHITE, OTHER = "REE", "GRAPHITE", "other"
PRINTED = frozenset({"USA"})
"""Countries that print what they mine and what they separate, so that the two can be compared."""
REFERENCE = "JPN"
"""A country that mines no rare earths and separates few: what a large importer looks like."""

_LEAST, _ALL = 0.001, 0.999


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know, with the figures in it and the ids of the rows they were read from.

    code: of the text `chain.note.CODE`. values: named by what they are: `…country` is ISO3,
    `…share` a fraction, `…t` tonnes, `…index` from 0 to 1, `year` a year.
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
        *_mine_only(world, country, element),
        *_magnets(world, country, rungs),
        *_by_product(element, world.year, rungs),
        *_finished(country, use),
        *_about(use),
        *_remainder(world, country, element),
        *_graphite(world, element),
    )


def of_use(use: Exposure) -> tuple[Note, ...]:
    """The notes that an exposure needs by itself, beside its numbers."""
    return (*_left_out(use.country, use), *_finished(use.country, use), *_about(use))


def _left_out(country: str, use: Exposure) -> Iterator[Note]:
    """That what is told of the country is not all of its use, which has to be said first."""
    if use.left_out is None:
        return
    values: dict[str, float | int | str] = {
        "country": country, "through_share": use.left_out.share, "rest_t": use.left_out.rest,
        "rest_country": REST,
    }  # fmt: skip
    yield Note("left_out", values, ())


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


def _magnets(world: World, country: str, rungs: tuple[Rung, ...]) -> Iterator[Note]:
    """What is known of who sends magnets to the country, where no open table tells."""
    market = next((one.market for one in rungs if one.stage == MAGNET), None)
    if market is None:
        return
    cover = magnet_cover(world.year)
    values: dict[str, float | int | str] = {
        "country": country, "year": world.year, "estimated_share": market.estimated,
    }  # fmt: skip
    if cover is None:
        yield Note("magnets", values, ())
        return
    own = cover.known_t.get(country)
    values |= {"printed_share": cover.share, "whole_t": cover.whole_t}
    if own is None:
        code = "magnets_of_others" if country in named() else "magnets_unnamed"
        yield Note(code, values, cover.rows)
    else:
        yield Note("magnets_printed", values | {"own_t": own}, cover.rows)


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
        "maker_country": maker.country, "year": year, "made_t": maker.share * first.output,
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
    rest = next((one for one in sectors if one.sector == OTHER), None)
    if rest is not None:
        values: dict[str, float | int | str] = {
            "country": country, "rest_t": rest.use, "share": rest.share,
        }  # fmt: skip
        yield Note("unexplained_rest", values, ())


def _graphite(world: World, element: str) -> Iterator[Note]:
    """That one name stands for two quantities: flake alone, or with synthetic raw material."""
    if element != GRAPHITE:
        return
    network = world.networks[element]
    refined = [node.stage == REFINING for node in network.nodes]
    synthetic = float(network.entering[refined].sum())
    values: dict[str, float | int | str] = {"year": world.year}
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
    if kind == "country":
        return words.country(str(value), lang)
    if kind == "share":
        return words.percent(float(value))
    if kind == "t":
        return f"{float(value):,.0f}"
    return f"{float(value):.2f}" if kind == "index" else str(value)
