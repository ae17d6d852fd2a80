"""A step of the form as a page shows it: its sections with their rows, controls and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from typing import Any

from monazite.desk.pages.form.asking import asked, section_asked
from monazite.desk.pages.form.fields import Control, control
from monazite.desk.pages.form.files import File
from monazite.desk.pages.form.findings import MISSING, Shown
from monazite.desk.pages.form.known import known
from monazite.desk.pages.form.outline import Outline, outline
from monazite.desk.pages.form.paths import Spot, spot
from monazite.desk.pages.form.proof import chart_of
from monazite.desk.pages.form.rulings import RulingWords, words
from monazite.desk.pages.form.steps import (
    ROWS_A_PAGE,
    STEPS,
    pages_named,
    record_of,
    rows_of,
)
from monazite.desk.pages.pictures.bars import Bars
from monazite.law.finding import ERROR, WARNING
from monazite.law.ruling import Ruling
from monazite.licensing.application import Application
from monazite.licensing.fields import Section, sections

Found = Mapping[Spot, list[Shown]]
_IN_THE_LIST = frozenset({"paper.missing", "paper.usual_missing"})
"""Findings that stand in the list of papers as lines of their own."""
_OPEN_MOST = 3
"""So many rows stand open; of more, those that have a fault."""
_LOOKS = (ERROR, MISSING, WARNING)


@dataclass(frozen=True, slots=True)
class Row:
    """One record; index: from 0, None where the section has but one; open: its fields are shown."""

    index: int | None
    key: str
    outline: Outline | None
    open: bool
    controls: tuple[Control, ...]
    findings: tuple[Shown, ...]
    ruling: RulingWords | None
    file: File | None
    chart: Bars | None

    @property
    def number(self) -> int:
        """From 1, as people count."""
        return (self.index or 0) + 1

    @property
    def look(self) -> str:
        """That of the gravest finding in it; good where there is none to act on."""
        looks = {each.look for each in self.findings}
        looks |= {each.look for control in self.controls for each in control.findings}
        return next((look for look in _LOOKS if look in looks), "good")


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
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its pages that are named, 0 for those left out."""
        return pages_named(self.page, self.pages)

    @property
    def lacks(self) -> bool:
        """Whether it is the claims, and some that are asked for are not made."""
        return any(each.code == "claim.missing" for each in self.findings)


@dataclass(frozen=True, slots=True)
class View:
    """What of a step is shown: page, from 1; opened: keys of rows to show open; files: by hash."""

    page: int = 1
    opened: frozenset[str] = frozenset()
    files: Mapping[str, File] = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is needed to draw any part of a form; rulings: by line, from 0."""

    form: dict[str, Any]
    found: Found
    rulings: Mapping[int, Ruling]
    application: Application
    lang: str

    def ruling(self, section: str, index: int | None) -> RulingWords | None:
        """The ruling of a line in words, where one can be said."""
        found = self.rulings.get(index or 0) if section == "lines" else None
        return words(found, self.lang) if found else None

    def chart(self, section: str, index: int | None) -> Bars | None:
        """A line's quantity beside what is needed, where it is at fault."""
        if section != "lines" or index is None:
            return None
        found = _at(self, section, index, "quantity")
        faulty = any(each.code.startswith("bill.") for each in found)
        return chart_of(self.application, [index + 1], self.lang) if faulty else None


def indexed(findings: Iterable[Shown]) -> Found:
    """The findings by the place that they stand at."""
    places: dict[Spot, list[Shown]] = defaultdict(list)
    for each in findings:
        places[spot(each.path)].append(each)
    return places


def blocks(drawing: Drawing, step: str, view: View) -> tuple[Block, ...]:
    """The sections of a step, as far as they matter."""
    wanted = (sections()[name] for name in STEPS[step])
    return tuple(
        _block(drawing, section, view)
        for section in wanted
        if section_asked(section.name, drawing.form)
    )


def _row(drawing: Drawing, section: Section, index: int | None, view: View) -> Row:
    """One record of a section."""
    record = _record(drawing.form, section, index)
    file = view.files.get(str(record.get("sha256", "")).strip().casefold())
    key = section.name if index is None else f"{section.name}-{index}"
    found = Row(
        index=index,
        key=key,
        outline=None if index is None else outline(section, record, file, drawing.lang),
        open=key in view.opened,
        controls=tuple(_controls(drawing, section, index, record)),
        findings=_at(drawing, section.name, index, "") if index is not None else (),
        ruling=drawing.ruling(section.name, index),
        file=file,
        chart=drawing.chart(section.name, index),
    )
    return replace(found, open=found.open or found.look in {ERROR, MISSING})


def _block(drawing: Drawing, section: Section, view: View) -> Block:
    total = len(rows_of(drawing.form, section.name)) if section.many else 1
    pages = max(1, -(-total // ROWS_A_PAGE))
    page = min(max(view.page, 1), pages)
    shown = range((page - 1) * ROWS_A_PAGE, min(page * ROWS_A_PAGE, total))
    indexes: list[int | None] = list(shown) if section.many else [None]
    rows = tuple(_row(drawing, section, index, view) for index in indexes)
    return Block(
        name=section.name,
        title=section.title(drawing.lang),
        many=section.many,
        rows=_few_open(rows) if section.name != "papers" else rows,
        total=total,
        full=total >= section.most,
        page=page,
        pages=pages,
        findings=tuple(
            each for each in _at(drawing, section.name, None, "") if each.code not in _IN_THE_LIST
        ),
    )


def _few_open(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """A few rows stand open whether or not they have faults."""
    return rows if len(rows) > _OPEN_MOST else tuple(replace(row, open=True) for row in rows)


def _controls(
    drawing: Drawing, section: Section, index: int | None, record: dict[str, Any]
) -> Iterator[Control]:
    for field in section.fields:
        findings = _at(drawing, section.name, index, field.name)
        if findings or asked(field, record, drawing.form):
            yield control(
                field, index, record, findings, drawing.lang, known(field, drawing.form, index)
            )


def _at(drawing: Drawing, section: str, index: int | None, field: str) -> tuple[Shown, ...]:
    return tuple(drawing.found.get(Spot(section, index, field), ()))


def _record(form: dict[str, Any], section: Section, index: int | None) -> dict[str, Any]:
    if index is None:
        return record_of(form, section.name)
    rows = rows_of(form, section.name)
    return rows[index] if index < len(rows) else {}
