"""What a line of a licence allows, in words: the same on paper, on its page and to the public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from monazite.catalogue.texts import counted, say


def limits(line: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    """How much, within which stretch, how often; line: as the licence's terms have it."""
    return tuple(_limits(line, lang))


def number(text: object) -> str:
    """An amount with its thousands apart, and no more places than it has."""
    plain = Decimal(str(text)).normalize()
    return f"{plain:,f}"


def _limits(line: Mapping[str, Any], lang: str) -> Iterator[str]:
    by = line["controlled_by"]
    amounts = {
        "unit": say(f"licensing.choice.unit.{line['unit']}", lang),
        "currency": line["currency"],
    }
    if by in {"quantity", "both"}:
        yield say("desk.licence.limit.quantity", lang, most=number(line["quantity"]), **amounts)
    if by in {"value", "both"}:
        yield say("desk.licence.limit.value", lang, most=number(line["value"]), **amounts)
    if by == "open":
        yield say("desk.licence.limit.open", lang)
    for what in ("quantity", "value"):
        if (most := line[f"sub_period_{what}"]) is not None:
            key = f"desk.licence.limit.stretch_{what}"
            yield say(key, lang, most=number(most), days=line["sub_period_days"], **amounts)
    if line["uses_max"] is not None:
        yield counted("desk.licence.limit.uses", line["uses_max"], lang)
