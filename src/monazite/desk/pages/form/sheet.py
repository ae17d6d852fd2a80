"""A draft as the form's pages show it: checked once, told in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application
from monazite.desk.pages.form.asking import section_asked
from monazite.desk.pages.form.blocks import Block, Drawing, blocks, indexed
from monazite.desk.pages.form.findings import Group, Shown, by_step, grouped, shown
from monazite.desk.pages.form.steps import CHECK, STEPS, record_of, rows_of
from monazite.licensing.fields import sections
from monazite.licensing.findings import ERROR, WARNING
from monazite.licensing.precheck import Precheck


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in the rail, with what is wrong in it; begun: something is typed there."""

    name: str
    title: str
    url: str
    errors: int
    warnings: int
    begun: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many findings would bounce it, would be asked about, are worth knowing."""

    errors: int
    warnings: int
    notes: int


class Sheet:
    """The draft with its findings; made for one answer, then thrown away."""

    def __init__(self, application: Application, lang: str, today: Any = None) -> None:  # noqa: ANN401
        self.application = application
        self.lang = lang
        self.checked: Precheck = check(application, today)

    @cached_property
    def findings(self) -> tuple[Shown, ...]:
        """Every finding in words, in the order of the form."""
        ident = self.application.pk
        return tuple(shown(each, ident, self.lang) for each in self.checked.findings)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The findings by severity."""
        return grouped(self.findings)

    @cached_property
    def verdict(self) -> Verdict:
        """The counts."""
        severities = [each.severity for each in self.findings]
        errors, warnings = severities.count(ERROR), severities.count(WARNING)
        return Verdict(errors, warnings, len(severities) - errors - warnings)

    @cached_property
    def drawing(self) -> Drawing:
        """What the blocks are drawn from."""
        found = indexed(self.findings)
        ruled = {each.number - 1: each.ruling for each in self.checked.rulings if each.ruling}
        return Drawing(self.application.form, found, ruled, self.lang)

    @cached_property
    def rail(self) -> tuple[Stop, ...]:
        """Every step with its counts."""
        counts = by_step(self.checked.findings)
        return tuple(
            Stop(
                name=step,
                title=step_title(step, self.lang),
                url=step_url(self.application, step),
                errors=counts[step, ERROR],
                warnings=counts[step, WARNING],
                begun=_begun(self.application.form, names),
            )
            for step, names in STEPS.items()
            if any(section_asked(name, self.application.form) for name in names)
            or counts[step, ERROR]
        )

    def blocks(self, step: str, page: int) -> tuple[Block, ...]:
        """The sections of a step."""
        return blocks(self.drawing, step, page)


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
