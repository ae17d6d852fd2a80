"""The ruling on a statement in people's words; the same situation is ruled on once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.law.ruling import rule_on
from monazite.law.statement import assemble, readers
from monazite.law.together import TOGETHER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.law.law import Law
    from monazite.law.ruling import Ruling

_KNOWN = 4096
Wrong = tuple[tuple[str, str], ...]
"""Each field that cannot be read, or `FIELD together`, with its value."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement under one state of the law; the law itself is found by its hash."""

    law_hash: str
    said: tuple[tuple[str, str], ...]
    law: Law = field(compare=False, repr=False)


def ruled(said: Mapping[str, str], law: Law) -> tuple[Ruling | None, Wrong]:
    """The ruling, or None and every field that stands in its way."""
    return _known(_Asked(law.hash, tuple(sorted(said.items())), law))


@lru_cache(maxsize=_KNOWN)
def _known(asked: _Asked) -> tuple[Ruling | None, Wrong]:
    """The ruling, or every field that stands in its way with the value that does."""
    values, wrong = _read(asked)
    if not wrong:
        wrong = dict(_together(values))
    if wrong:
        return None, tuple(wrong.items())
    return rule_on(asked.law, assemble(values, asked.law)), ()


def _read(asked: _Asked) -> tuple[dict[str, Any], dict[str, str]]:
    read, values, wrong = readers(asked.law), {}, {}
    for name, text in asked.said:
        try:
            values[name] = read[name](text)
        except InputError as error:
            wrong[name] = error.value
    return values, wrong


def _together(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for names, check in TOGETHER:
        try:
            check(*(values.get(name) for name in names))
        except InputError as error:
            yield f"{error.field} together", error.value
