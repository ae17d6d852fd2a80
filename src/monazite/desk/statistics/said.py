"""What stands beside a month's figures: by which numbers sums are hidden, and what waits."""

from __future__ import annotations

from collections.abc import Iterator

from monazite.catalogue.texts import say
from monazite.customs.regime import rules
from monazite.desk.statistics.models import Vintage
from monazite.law.references_said import law_words


def limits(regime: str, lang: str) -> list[str]:
    """By which numbers sums are hidden, and whose numbers they are."""
    table = rules(regime).statistics
    said = table.suppression
    numbers = {
        "firms": said.firms,
        "share": f"{said.dominant_share * 100:.0f}",
        "near": f"{said.p_percent * 100:.0f}",
    }
    found = [say("desk.statistics.limits", lang, **numbers)]
    if said.ours:
        found.append(say("desk.statistics.limits_ours", lang, law=law_words(table.law, lang)))
    return found


def waiting(vintage: Vintage, lang: str) -> Iterator[str]:
    """Which codes are told as in the vintage before, by kind of leaving."""
    for series, codes in sorted(vintage.waiting.items()):
        kind = say(f"customs.series.{series}", lang)
        yield say("desk.statistics.waiting", lang, kind=kind, codes=", ".join(codes))
