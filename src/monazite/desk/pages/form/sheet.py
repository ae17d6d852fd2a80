"""A draft as the form's pages show it: checked once, told in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application
from monazite.desk.pages.form.asking import section_asked
from monazite.desk.pages.form.blocks import Block, Drawing, View, blocks, indexed
from monazite.desk.pages.form.findings import MISSING, Group, Shown, by_step, grouped, shown
from monazite.desk.pages.form.paths import spot
from monazite.desk.pages.form.rulings import RulingWords, words
from monazite.desk.pages.form.steps import CHECK, STEPS, record_of, rows_of, step_of
from monazite.desk.pages.hidden import visible
from monazite.law.finding import ERROR, NOTE, WARNING
from monazite.licensing.fields import sections
from monazite.licensing.precheck import Precheck

_DECIDES = frozenset({"application", "parties", "lines", "end_use"})
"""The steps on whose answers the rulings stand."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in the rail, with what is wrong in it.

    good: something is typed there and read, and nothing is wrong; needed: False where nothing has
    to be filled in, because no item needs a licence.
    """

    name: str
    title: str
    url: str
    errors: int
    missing: int
    warnings: int
    good: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many are wrong, still to be filled in, would be asked about, are worth knowing.

    needless: no item needs a licence, so nothing has to be filed.
    """

    errors: int
    missing: int
    warnings: int
    notes: int
    needless: bool

    @property
    def stops(self) -> int:
        """How many stand against filing."""
        return self.errors + self.missing

    @property
    def look(self) -> str:
        """How the headline looks."""
        if self.needless:
            return NOTE
        return ERROR if self.errors else MISSING if self.missing else "good"


@dataclass(frozen=True, slots=True)
class Overfull:
    """A section that holds more rows than are read."""

    title: str
    url: str
    count: str
    most: str


class Sheet:
    """The draft with its findings; made for one answer, then thrown away."""

    def __init__(self, application: Application, lang: str, today: Any = None) -> None:  # noqa: ANN401
        self.application = application
        self.lang = lang
        self.checked: Precheck = check(application, today)

    @cached_property
    def findings(self) -> tuple[Shown, ...]:
        """Every finding in words, in the order of the form."""
        form, ident = self.application.form, self.application.pk
        return tuple(shown(each, form, ident, self.lang) for each in self.checked.findings)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The findings by severity."""
        return grouped(self.findings)

    @cached_property
    def verdict(self) -> Verdict:
        """The counts."""
        looks = [each.look for each in self.findings]
        errors, missing, warnings, notes = map(looks.count, (ERROR, MISSING, WARNING, NOTE))
        return Verdict(errors, missing, warnings, notes, self.needless)

    @cached_property
    def needless(self) -> bool:
        """Whether no item needs a licence: then nothing else is demanded."""
        return self.checked.needs_no_licence

    @cached_property
    def ruled_on(self) -> date | None:
        """The day that the rulings are for, where there are any."""
        ruled = (each.ruling for each in self.checked.rulings if each.ruling)
        return next((each.situation.on for each in ruled), None)

    @property
    def rulings(self) -> tuple[tuple[int, str, RulingWords], ...]:
        """Of each line its number, what it is, and its ruling in words."""
        lines = self.checked.application.lines
        return tuple(
            (each.number, visible(lines[each.number - 1].description or ""), said)
            for each in self.checked.rulings
            if each.ruling and (said := words(each.ruling, self.lang))
        )

    @cached_property
    def unread(self) -> bool:
        """Whether the form is too large to be read at all."""
        return any(each.path == "" and each.code.startswith("read.") for each in self.findings)

    @cached_property
    def overfull(self) -> tuple[Overfull, ...]:
        """The sections that hold too many rows."""
        found = (
            (section, len(rows_of(self.application.form, section.name)))
            for section in sections().values()
            if section.many
        )
        return tuple(
            Overfull(
                section.title(self.lang),
                step_url(self.application, step_of(section.name)),
                f"{count:,}",
                f"{section.most:,}",
            )
            for section, count in found
            if count > section.most
        )

    @cached_property
    def drawing(self) -> Drawing:
        """What the blocks are drawn from."""
        found = indexed(self.findings)
        ruled = {each.number - 1: each.ruling for each in self.checked.rulings if each.ruling}
        return Drawing(self.application.form, found, ruled, self.checked.application, self.lang)

    @cached_property
    def rail(self) -> tuple[Stop, ...]:
        """Every step with its counts."""
        counts = by_step(self.findings)
        return tuple(
            Stop(
                name=step,
                title=step_title(step, self.lang),
                url=step_url(self.application, step),
                errors=counts[step, ERROR],
                missing=counts[step, MISSING],
                warnings=counts[step, WARNING],
                good=not self.unread and _begun(self.application.form, names),
                needed=not self.needless or step in _DECIDES,
            )
            for step, names in STEPS.items()
            if any(section_asked(name, self.application.form) for name in names)
            or counts[step, ERROR]
            or counts[step, MISSING]
        )

    def next_fault(self, step: str) -> str:
        """Where the first thing stands that is against filing: in this step, or else in another."""
        stops = [each for each in self.findings if each.stops]
        here = (each for each in stops if step_of(spot(each.path).section) == step)
        first = next(here, stops[0] if stops else None)
        return first.href if first else ""

    def blocks(self, step: str, view: View) -> tuple[Block, ...]:
        """The sections of a step."""
        return blocks(self.drawing, step, view)


def step_title(step: str, lang: str) -> str:
    """The name of a step: that of its first section."""
    if step == CHECK:
        return say("desk.pages.check.step", lang)
    return sections()[STEPS[step][0]].title(lang)


def step_url(application: Application, step: str) -> str:
    """Where a step is filled in."""
    if step == CHECK:
        return reverse("check", args=[application.pk])
    return reverse("form", args=[application.pk, step])


def _begun(form: dict[str, Any], names: Sequence[str]) -> bool:
    return any(
        any(row.values())
        for name in names
        for row in (rows_of(form, name) if sections()[name].many else [record_of(form, name)])
    )
