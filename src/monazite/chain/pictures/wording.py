"""How numbers and lists are written in pictures."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.charts.behind import Behind
from monazite.charts.chain_shapes import OTHERS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DIGITS = 3


def rounded(value: float) -> str:
    """A number with three digits that count, whole from a hundred up: 0.0123, 4.5, 390,000."""
    if not value:
        return "0"
    places = _DIGITS - 1 - floor(log10(abs(value)))
    text = f"{round(value, places):,.{max(places, 0)}f}"
    return text.rstrip("0").rstrip(".") if places > 0 else text


def tonnes(value: float, lang: str) -> str:
    """A mass in tonnes."""
    return say("chain.pictures.tonnes", lang, amount=rounded(value))


def place(name: str, lang: str) -> str:
    """A country by ISO3, or what stands for several, or for none."""
    if name in (OTHERS, UNKNOWN):
        return say(f"chain.pictures.{name}", lang)
    return words.country(name, lang)


def listed(parts: Iterable[str], lang: str) -> str:
    """Things one after another, in the punctuation of the language."""
    return say("chain.pictures.between", lang).join(parts)


def behind(
    text: Sequence[str], columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str
) -> Behind:
    """What stands behind a picture; columns are keys of `chain.pictures.head`."""
    return Behind(
        text=tuple(text),
        name=say("chain.pictures.table", lang),
        columns=tuple(say(f"chain.pictures.head.{column}", lang) for column in columns),
        rows=tuple(tuple(row) for row in rows),
    )
