"""Rows that a layout sets aside: totals, headings and details, told in the side file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from monazite.trade.reading.containers.raw import as_words
from monazite.trade.reading.faults import Fault, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt
    import pyarrow as pa

    from monazite.trade.reading.blocks import SetAside
    from monazite.trade.reading.containers.raw import Raw


def set_aside(raw: Raw, rules: Sequence[SetAside]) -> tuple[Raw, list[pa.Table]]:
    """The rows that no rule sets aside, and the others, each with its first reason."""
    left = np.ones(len(raw), np.bool_)
    found = []
    for rule in rules:
        if rule.column in raw.columns:
            hit = _hit(raw.columns[rule.column], rule) & left
            left &= ~hit
            if hit.any():
                found.append(Fault(rule.reason, rule.column, (rule.column,), np.flatnonzero(hit)))
    if not found:
        return raw, []
    return raw.take(np.flatnonzero(left)), [told(fault, raw) for fault in found]


def _hit(column: pa.Array, rule: SetAside) -> npt.NDArray[np.bool_]:
    """The rows that a rule means, judged once for each distinct cell."""
    coded = as_words(column)
    meant = _meant(rule)
    texts = [*coded.dictionary.to_pylist(), None]
    table = np.array([meant((text or "").strip()) for text in texts], np.bool_)
    return np.asarray(table[np.asarray(coded.indices.fill_null(len(texts) - 1))])


def _meant(rule: SetAside) -> Callable[[str], bool]:
    if rule.among is not None:
        words = {word.casefold() for word in rule.among}
        return lambda text: text.casefold() in words
    if rule.not_among is not None:
        words = {word.casefold() for word in rule.not_among}
        return lambda text: text.casefold() not in words
    if rule.matches is not None:
        form = re.compile(rule.matches)
        return lambda text: form.search(text) is not None
    return lambda text: len(text) < (rule.shorter_than or 0)
