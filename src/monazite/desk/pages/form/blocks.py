"""A step of the form as a page shows it: its sections with their rows, controls and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monazite.desk.pages.form.asking import asked, section_asked
from monazite.desk.pages.form.fields import Control, control, typed
from monazite.desk.pages.form.findings import Shown
from monazite.desk.pages.form.paths import Spot, spot
from monazite.desk.pages.form.rulings import RulingWords, words
from monazite.desk.pages.form.steps import ROWS_A_PAGE, STEPS, record_of, rows_of
from monazite.desk.pages.hidden import visible
from monazite.law.ruling import Ruling
from monazite.licensing.fields import Section, sections

Found = Mapping[Spot, list[Shown]]
_IN_THE_CHECKLIST = frozenset({"paper.missing", "paper.usual_missing"})
_NAMES = ("name", "description", "part", "customer", "label", "paper", "port_of_exit")


@dataclass(frozen=True, slots=True)
class Row:
    """One record; index: from 0, None where the section has but one; name: what it is about."""

    index: int | None
    key: str
    name: str
    controls: tuple[Control, ...]
    findings: tuple[Shown, ...]
    ruling: RulingWords | None

    @property
    def number(self) -> int:
        """From 1, as people count."""
        return (self.index or 0) + 1


@dataclass(frozen=True, slots=True)
class Block:
    """One section with the rows of one page; pages: how many there are."""

    name: str
    title: str
    many: bool
    rows: tuple[Row, ...]
    total: int
    full: bool
    page: int
    pages: int
    findings: tuple[Shown, ...]

    @property
    def numbers(self) -> range:
        """The numbers of its pages."""
        return range(1, self.pages + 1)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is needed to draw any part of a form; rulings: by line, from 0."""

    form: dict[str, Any]
    found: Found
    rulings: Mapping[int, Ruling]
    lang: str

    def ruling(self, section: str, index: int | None) -> RulingWords | None:
        """The ruling of a line in words, where one can be said."""
        found = self.rulings.get(index or 0) if section == "lines" else None
        return words(found, self.lang) if found else None


def indexed(findings: Iterable[Shown]) -> Found:
    """The findings by the place that they stand at."""
    places: dict[Spot, list[Shown]] = defaultdict(list)
    for each in findings:
        places[spot(each.path)].append(each)
    return places


def blocks(drawing: Drawing, step: str, page: int) -> tuple[Block, ...]:
    """The sections of a step, as far as they matter."""
    wanted = (sections()[name] for name in STEPS[step])
    return tuple(
        _block(drawing, section, page)
        for section in wanted
        if section_asked(section.name, drawing.form)
    )


def row(drawing: Drawing, section: Section, index: int | None) -> Row:
    """One record of a section."""
    record = _record(drawing.form, section, index)
    return Row(
        index=index,
        key=section.name if index is None else f"{section.name}-{index}",
        name=_name(record),
        controls=tuple(_controls(drawing, section, index, record)),
        findings=_at(drawing, section.name, index, "") if index is not None else (),
        ruling=drawing.ruling(section.name, index),
    )


def _block(drawing: Drawing, section: Section, page: int) -> Block:
    total = len(rows_of(drawing.form, section.name)) if section.many else 1
    pages = max(1, -(-total // ROWS_A_PAGE))
    page = min(max(page, 1), pages)
    shown = range((page - 1) * ROWS_A_PAGE, min(page * ROWS_A_PAGE, total))
    indexes: list[int | None] = list(shown) if section.many else [None]
    return Block(
        name=section.name,
        title=section.title(drawing.lang),
        many=section.many,
        rows=tuple(row(drawing, section, index) for index in indexes),
        total=total,
        full=total >= section.most,
        page=page,
        pages=pages,
        findings=tuple(
            each
            for each in _at(drawing, section.name, None, "")
            if each.code not in _IN_THE_CHECKLIST
        ),
    )


def _controls(
    drawing: Drawing, section: Section, index: int | None, record: dict[str, Any]
) -> Iterator[Control]:
    for field in section.fields:
        findings = _at(drawing, section.name, index, field.name)
        if findings or asked(field, record, drawing.form):
            yield control(field, index, record, findings, drawing.lang)


def _at(drawing: Drawing, section: str, index: int | None, field: str) -> tuple[Shown, ...]:
    return tuple(drawing.found.get(Spot(section, index, field), ()))


def _record(form: dict[str, Any], section: Section, index: int | None) -> dict[str, Any]:
    if index is None:
        return record_of(form, section.name)
    rows = rows_of(form, section.name)
    return rows[index] if index < len(rows) else {}


def _name(record: dict[str, Any]) -> str:
    return visible(next((typed(record[name]) for name in _NAMES if record.get(name)), ""))
