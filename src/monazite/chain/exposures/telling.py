"""An exposure told from what was found of it: shares sorted, bands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.exposures import labels
from monazite.chain.exposures.bands import Band, quantiles
from monazite.chain.exposures.labels import Label
from monazite.chain.exposures.values import Exposure, Form, MadeAt, Share
from monazite.chain.stages import SECTOR, STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.chain.exposures.cover import Cover
    from monazite.chain.exposures.left_out import LeftOut
    from monazite.chain.exposures.raw import Asker, Raw

_SMALLEST = 1e-9
"""Shares below it are left out: they are what solving leaves behind."""

Shares = dict[Label, Share]


def tell(
    raw: Raw,
    asker: Asker,
    material: str,
    year: int,
    cover: Cover,
    elements: tuple[Exposure, ...],
    covered: float,
    left: LeftOut | None,
) -> Exposure:
    """The exposure of an asker's use of a material; elements and covered are those of an alloy."""
    shares, plain = _banded(raw), raw.plain.shares
    direct = _of(shares, labels.DIRECT)
    return Exposure(
        country=asker.country,
        material=material,
        year=year,
        stage=asker.stage,
        sector=asker.sector,
        use=raw.use,
        direct=direct,
        direct_unknown=_rest(direct, raw),
        ultimate=_of(shares, labels.ULTIMATE),
        unknown=plain.get(Label(labels.UNKNOWN), 0.0),
        made=_made(shares, plain, asker.stage),
        owned=_owned(shares, ""),
        unowned=_unowned(shares, ""),
        forms=_forms(plain),
        finished=plain.get(Label(labels.FINISHED)),
        estimated=plain.get(Label(labels.ESTIMATED), 0.0),
        guessed=plain.get(Label(labels.GUESSED), 0.0),
        left_out=left,
        cover=cover,
        grounds=raw.plain.grounds,
        elements=elements,
        covered=covered,
        worst=_worst(elements),
        members=(),
    )


def _banded(raw: Raw) -> Shares:
    """Every share above nothing, with its band where there are draws."""
    sheet = raw.sheet
    bands = quantiles(sheet.draws).T if len(sheet.draws) else [None] * len(sheet.labels)
    return {
        label: Share(label.country, float(value), None if band is None else Band(*map(float, band)))
        for label, value, band in zip(sheet.labels, sheet.value, bands, strict=True)
        if value > _SMALLEST
    }


def _of(shares: Shares, kind: str, stage: str = "") -> tuple[Share, ...]:
    """The shares of one kind and stage."""
    return _sorted(one for label, one in shares.items() if label[:2] == (kind, stage))


def _rest(direct: tuple[Share, ...], raw: Raw) -> float:
    rest = 1.0 - sum(one.share for one in direct)
    return rest if raw.use > 0 and rest > _SMALLEST else 0.0


def _made(shares: Shares, plain: Mapping[Label, float], until: str) -> tuple[MadeAt, ...]:
    """By stage up to the one that was asked about."""
    stages = STAGES if until == SECTOR else STAGES[: STAGES.index(until) + 1]
    return tuple(
        MadeAt(
            stage=stage,
            shares=_of(shares, labels.MADE, stage),
            owned=_owned(shares, stage),
            unowned=_unowned(shares, stage),
            later=plain[Label(labels.LATER, stage)],
            unknown=plain[Label(labels.LOST, stage)],
        )
        for stage in stages
        if Label(labels.LATER, stage) in plain
    )


def _owned(shares: Shares, stage: str) -> tuple[Share, ...]:
    return tuple(one for one in _of(shares, labels.OWNED, stage) if one.country)


def _unowned(shares: Shares, stage: str) -> float:
    return sum((one.share for one in _of(shares, labels.OWNED, stage) if not one.country), 0.0)


def _arrived(plain: Mapping[Label, float]) -> dict[Label, list[Share]]:
    """The forms in which a use came, each with who stands behind it."""
    found: dict[Label, list[Share]] = {}
    for label, share in plain.items():
        if label.kind == labels.ARRIVED:
            behind = found.setdefault(label._replace(behind=""), [])
            if label.behind:
                behind.append(Share(label.behind, share, None))
    return found


def _forms(plain: Mapping[Label, float]) -> tuple[Form, ...]:
    found = [
        Form(label.stage, label.country, plain[label], _sorted(behind))
        for label, behind in _arrived(plain).items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, one.stage, one.seller)))


def _sorted(shares: Iterable[Share]) -> tuple[Share, ...]:
    """Largest first, then by alphabet."""
    return tuple(sorted(shares, key=lambda one: (-one.share, one.country)))


def _worst(elements: tuple[Exposure, ...]) -> str:
    """The element of which most stands on one country abroad."""
    abroad = {
        one.material: max(share.share for share in one.ultimate if share.country != one.country)
        for one in elements
        if any(share.country != one.country for share in one.ultimate)
    }
    return max(sorted(abroad), key=lambda name: abroad[name], default="")
