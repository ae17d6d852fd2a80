"""Reads a form: never raises for what was typed, and never stops at the first fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from monazite.catalogue.words import visible
from monazite.law.finding import ERROR, Value
from monazite.licensing.application import (
    Application,
    CivilUse,
    Claim,
    Contract,
    EndUse,
    Line,
    OnwardSale,
    Paper,
    Part,
    Party,
    Transport,
)
from monazite.licensing.fields import Section, sections
from monazite.licensing.findings import Finding
from monazite.licensing.reading.bounds import CHARACTERS, within
from monazite.licensing.reading.hints import Hints
from monazite.licensing.reading.leaves import leaf, sketch

if TYPE_CHECKING:
    from monazite.licensing.fields import Field

_RECORDS: dict[str, type] = {
    "parties": Party,
    "lines": Line,
    "end_use": EndUse,
    "contract": Contract,
    "transport": Transport,
    "civil_use": CivilUse,
    "product_tree": Part,
    "onward_sales": OnwardSale,
    "papers": Paper,
    "claims": Claim,
}
_HEAD = "application"
_STRAY = 50
_KEY = 60


@dataclass(frozen=True, slots=True)
class Read:
    """What a form says, and what of it cannot be read; rows keep the numbers they have in it."""

    application: Application
    findings: tuple[Finding, ...]
    _unread: frozenset[str] = field(default_factory=frozenset, repr=False)

    def unread(self, path: str) -> bool:
        """Whether something stands there that could not be read: it is not missing, it is wrong.

        True too where the row or the section that holds it could not be read.
        """
        section, _, _ = path.partition("[")
        holders = {path, path.rpartition(".")[0], section.partition(".")[0], ""}
        return not self._unread.isdisjoint(holders)


@dataclass(slots=True)
class _Reading:
    """The findings so far; stray keys are named up to a number and counted beyond it."""

    findings: list[Finding] = field(default_factory=list)
    hints: Hints = field(default_factory=Hints)
    stray: int = 0

    def find(self, code: str, path: str, severity: str = ERROR, **values: Value) -> None:
        self.findings.append(Finding(f"read.{code}", severity, path, values=values))

    def found_stray(self, code: str, path: str, key: object, known: Mapping[str, object]) -> None:
        self.stray += 1
        if self.stray <= _STRAY:
            near = self.hints.near(sketch(key), known) or known
            self.find(code, path, typed=sketch(key), accepted=", ".join(near))


def read(form: object) -> Read:
    """The values of a form and every finding of its reading, in the order of the form."""
    reading = _Reading()
    if not isinstance(form, Mapping):
        reading.find("not_a_form", "", value=sketch(form))
        return _done(Application(), reading)
    if not within(form):
        reading.find("too_large", "", limit=f"{CHARACTERS:,}")
        return _done(Application(), reading)
    said = {name: _section(form.get(name), each, reading) for name, each in sections().items()}
    for key in form:
        if key not in said:
            reading.found_stray("unknown_section", _key(key), key, said)
    if reading.stray > _STRAY:
        reading.find("more_unknown", "", count=f"{reading.stray - _STRAY:,}")
    return _done(Application(**said.pop(_HEAD), **said), reading)


def _done(application: Application, reading: _Reading) -> Read:
    unread = frozenset(each.path for each in reading.findings if each.severity == ERROR)
    return Read(application, tuple(reading.findings), unread)


def _key(key: object) -> str:
    return visible(key if isinstance(key, str) else sketch(key))[:_KEY]


def _section(typed: object, section: Section, reading: _Reading) -> Any:  # noqa: ANN401 - by section
    if section.many:
        return _rows(typed, section, reading)
    values = _record(typed, section, section.name, reading)
    return values if section.name == _HEAD else _RECORDS[section.name](**values)


def _rows(typed: object, section: Section, reading: _Reading) -> tuple[object, ...]:
    if typed is None:
        return ()
    if not isinstance(typed, (list, tuple)):
        reading.find("not_a_list", section.name, value=sketch(typed))
        return ()
    if len(typed) > section.most:
        most, count = f"{section.most:,}", f"{len(typed):,}"
        reading.find("too_many_rows", section.name, most=most, count=count)
    record = _RECORDS[section.name]
    return tuple(
        record(**_record(row, section, f"{section.name}[{number}]", reading, blank="blank_row"))
        for number, row in enumerate(islice(typed, section.most))
    )


def _record(
    typed: object, section: Section, path: str, reading: _Reading, blank: str = ""
) -> dict[str, Any]:
    if typed is not None and not isinstance(typed, Mapping):
        reading.find("not_a_record", path, value=sketch(typed))
        typed = {}
    elif blank and not _said(typed):
        reading.find(blank, path)
    said: Mapping[object, object] = typed or {}
    values = {each.name: _leaf(said.get(each.name), each, path, reading) for each in section.fields}
    for key in said:
        if key not in values:
            reading.found_stray("unknown_field", f"{path}.{_key(key)}", key, values)
    return values


def _said(typed: object) -> bool:
    return isinstance(typed, Mapping) and any(
        each.strip() if isinstance(each, str) else each is not None for each in typed.values()
    )


def _leaf(typed: object, declared: Field, path: str, reading: _Reading) -> Any:  # noqa: ANN401 - by field
    value, problems = leaf(typed, declared, reading.hints)
    for each in problems:
        reading.find(each.code, f"{path}.{declared.name}", each.severity, **each.values)
    return value
