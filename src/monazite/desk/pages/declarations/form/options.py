"""What the lists of a declaration's form offer, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monazite.catalogue.texts import say
from monazite.customs.fields import CURRENCIES, ITEM, UNITS
from monazite.customs.regime import Rules

Offered = Mapping[str, tuple[tuple[str, str], ...]]


def offered(rules: Rules, lang: str) -> Offered:
    """By the path of the field: codes with their words; modes, ports and series of the regime."""
    return {
        "series": tuple((code, say(f"customs.series.{code}", lang)) for code in rules.series),
        "mode": tuple((code, say(f"customs.mode.{code}", lang)) for code in rules.modes),
        "port": ports(rules, lang),
        "yes_no": tuple((code, say(f"desk.pages.{code}", lang)) for code in ("yes", "no")),
        "form": _words("form", ITEM["form"].words, lang),
        "unit": _words("unit", UNITS, lang),
        "currency": _words("currency", CURRENCIES, lang),
        "technology": _words("technology", ITEM["technology"].words, lang),
    }


def ports(rules: Rules, lang: str) -> tuple[tuple[str, str], ...]:
    """Each with its name in the reader's language."""
    return tuple(
        (name, f"{port.name_zh} {name}" if lang == "zh" else name)
        for name, port in sorted(rules.ports.items())
    )


def _words(vocabulary: str, codes: Iterable[str], lang: str) -> tuple[tuple[str, str], ...]:
    return tuple((code, say(f"licensing.choice.{vocabulary}.{code}", lang)) for code in codes)
