"""The ladder of stages: who makes a material, or made what a country uses, from ore to use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.outputs import outputs
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import behind, listed, place
from monazite.chain.words import percent
from monazite.charts.chain_shapes import OTHERS, PLAIN, UNKNOWN, Rung
from monazite.charts.flow_shapes import Caption
from monazite.charts.ladder import ladder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.exposures.values import Exposure, MadeAt, Share
    from monazite.chain.network.network import Network
    from monazite.chain.outputs import Output

_NAMED = 7
"""Countries that have a colour; the rest of a stage is added up."""

_LEAST = 0.005
_ROWS = 5


class Part(NamedTuple):
    """A part of a stage: a country by ISO3, `UNKNOWN`, or `PLAIN` for what did not pass it."""

    stage: str
    name: str
    share: float
    low: float | None
    high: float | None
    rows: tuple[str, ...]
    """Ids of the packaged rows behind it alone; none where only the whole has them."""


def world_ladder(network: Network, lang: str) -> Picture:
    """Who makes what part of the world's output of each stage; the largest maker stands first."""
    parts = [
        part for stage, output in outputs(network).items() for part in _of_world(stage, output)
    ]
    material = words.material(network.element, lang)
    caption = Caption(
        title=say("chain.pictures.ladder.world", lang, material=material, year=network.year),
        source=say("chain.pictures.ladder.world_source", lang),
        axis="",
        labels={},
    )
    nobody = say("chain.pictures.unknown", lang)
    return _picture(parts, _largest(parts), caption, [], lang, unknown=nobody)


def user_ladder(exposure: Exposure, who: str, lang: str) -> Picture:
    """Where what somebody uses was made; the other country that it stands on most comes first.

    who: the country, company or product in words.
    """
    parts = [part for stage in exposure.made for part in _of_stage(stage)]
    abroad = [share.country for share in exposure.ultimate if share.country != exposure.country]
    order = list(dict.fromkeys([*abroad[:1], *_largest(parts)]))
    caption = Caption(
        title=say(
            "chain.pictures.ladder.user", lang, who=who,
            material=words.material(exposure.material, lang), year=exposure.year,
        ),
        source=_source(exposure, lang),
        axis="",
        labels={},
    )  # fmt: skip
    rows = listed((ground.row for ground in exposure.grounds[:_ROWS]), lang)
    said = say("chain.pictures.ladder.grounds", lang, count=len(exposure.grounds), rows=rows)
    nobody = say("chain.pictures.origin_unknown", lang)
    return _picture(parts, order, caption, [said] if rows else [], lang, unknown=nobody)


def _of_world(stage: str, output: Output) -> list[Part]:
    countries = [
        Part(stage, one.country, one.share, None, None, output.makers[one.country].rows)
        for one in output.shares
    ]
    nobody = [Part(stage, UNKNOWN, output.unknown_share, None, None, ())]
    return [*countries, *(nobody if output.unknown_share else ())]


def _source(exposure: Exposure, lang: str) -> str:
    """What the bars are; what the lines below them are, where any is drawn; of a group for whom."""
    said = say("chain.pictures.ladder.user_source", lang)
    if any(share.band for stage in exposure.made for share in stage.shares):
        said = say("chain.pictures.ladder.ranged", lang, source=said)
    if not exposure.members:
        return said
    left = sum(one.left_out is not None for one in exposure.members)
    return say(
        "chain.pictures.ladder.members_left" if left else "chain.pictures.ladder.members", lang,
        source=said, left=left, known=sum(one.use > 0 for one in exposure.members),
        count=len(exposure.members),
    )  # fmt: skip


def _of_stage(stage: MadeAt) -> list[Part]:
    countries = [_part(stage.stage, share) for share in stage.shares]
    left = ((PLAIN, stage.later), (UNKNOWN, stage.unknown))
    return [*countries, *(Part(stage.stage, name, share, None, None, ()) for name, share in left)]


def _part(stage: str, share: Share) -> Part:
    low, high = (share.band.p5, share.band.p95) if share.band else (None, None)
    return Part(stage, share.country, share.share, low, high, ())


def _largest(parts: Iterable[Part]) -> list[str]:
    """Countries by what they make in all stages together, every stage counting alike."""
    held: dict[str, float] = defaultdict(float)
    for part in parts:
        if part.name not in (UNKNOWN, PLAIN):
            held[part.name] += part.share
    return sorted(held, key=lambda name: (-held[name], name))


def _picture(
    parts: Sequence[Part],
    order: Sequence[str],
    caption: Caption,
    notes: Sequence[str],
    lang: str,
    *,
    unknown: str,
) -> Picture:
    """The picture; unknown: the words for a part of which nobody knows whose it is."""
    stages = list(dict.fromkeys(part.stage for part in parts))
    shown = {stage: _gathered(stage, parts, order[:_NAMED]) for stage in stages}
    chart = ladder(
        [_rung(part, unknown, lang) for stage in stages for part in shown[stage]], caption
    )
    text = [
        say(
            "chain.pictures.ladder.stage", lang, stage=words.stage(stage, lang),
            parts=listed((_said(part, unknown, lang) for part in _told(shown[stage])), lang),
        )
        for stage in stages
    ]  # fmt: skip
    heads = ("stage", "country", "share", "low", "high", "rows")
    rows = [
        (
            words.stage(part.stage, lang), _name(part, unknown, lang), f"{part.share:.4f}",
            *("" if end is None else f"{end:.4f}" for end in (part.low, part.high)),
            " ".join(part.rows),
        )
        for part in parts if part.share > 0
    ]  # fmt: skip
    return Picture(chart, behind([*text, *notes], heads, rows, lang))


def _gathered(stage: str, parts: Iterable[Part], named: Sequence[str]) -> list[Part]:
    """The parts of a stage as they are drawn: the first always, then others, then what is left."""
    own = {part.name: part for part in parts if part.stage == stage}
    first = [own.get(name, Part(stage, name, 0.0, None, None, ())) for name in named[:1]]
    rest = [own[name] for name in named[1:] if name in own]
    apart = {*named, PLAIN, UNKNOWN}
    others = sum(part.share for name, part in own.items() if name not in apart)
    left = [own[name] for name in (PLAIN, UNKNOWN) if name in own]
    return [*first, *rest, Part(stage, OTHERS, others, None, None, ()), *left]


def _told(parts: Iterable[Part]) -> list[Part]:
    """What a sentence names, the largest country first; the table has what rounds to nothing."""
    left = (OTHERS, PLAIN, UNKNOWN)
    told = [part for part in parts if part.share >= _LEAST]
    return sorted(told, key=lambda part: (part.name in left, -part.share))


def _name(part: Part, unknown: str, lang: str) -> str:
    if part.name == PLAIN:
        return say("chain.pictures.ladder.beside", lang)
    if part.name == UNKNOWN:
        return unknown
    return place(part.name, lang)


def _said(part: Part, unknown: str, lang: str) -> str:
    name, share = _name(part, unknown, lang), percent(part.share)
    if part.low is None or part.high is None:
        return say("chain.pictures.part", lang, name=name, share=share)
    return say(
        "chain.pictures.part_between", lang, name=name, share=share, low=percent(part.low),
        high=percent(part.high),
    )  # fmt: skip


def _rung(part: Part, unknown: str, lang: str) -> Rung:
    return Rung(
        stage=words.stage(part.stage, lang), group=part.name, name=_name(part, unknown, lang),
        share=part.share, low=part.low, high=part.high, text=percent(part.share),
        tip=_said(part, unknown, lang),
    )  # fmt: skip
