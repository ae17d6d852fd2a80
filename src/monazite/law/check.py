"""What is wrong with the law data, or will be soon: schema, references, overlaps, staleness."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Literal

from monazite.catalogue.texts import LANGS, say
from monazite.errors import LawDataError
from monazite.law.build import build
from monazite.law.makers import Words, maker
from monazite.law.pauses import pauses_of, reports, sequel
from monazite.law.sources import content_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from monazite.law.law import Law
    from monazite.law.model import Limb, Measure, Review
    from monazite.law.pauses import Pause

SOON_DAYS = 30
"""A suspension that ends within so many days is warned of."""
Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend or to know: of which measure (or "data"), and what, by language."""

    level: Level
    code: str
    subject: str
    text: Words


def check(law: Law, today: date) -> tuple[Problem, ...]:
    """Staleness on a day, overlaps, and odd days; errors first. Schema and ids: `check_files`."""
    found = [
        problem
        for measure in law.measures.values()
        for problem in (
            *_stale(law, measure, today),
            *_limbs(measure),
            *_suspensions(law, measure, today),
            *_days(measure),
        )
    ]
    return tuple(sorted(found, key=lambda p: LEVELS.index(p.level)))


def check_files(root: Path, today: date) -> tuple[Problem, ...]:
    """The same for the files of a folder of regimes, read afresh; what breaks them is an error."""
    # The schema is heavy and runs only here and when the content is new.
    from monazite.law.compile import compile_law  # noqa: PLC0415

    try:
        document = compile_law(root)
    except LawDataError as error:
        return tuple(_problem("error", "data", "data", problem=text) for text in error.problems)
    return check(build(document, content_hash(root)), today)


def _stale(law: Law, measure: Measure, today: date) -> Iterator[Problem]:
    for pause in pauses_of(law, measure.id, today):
        settled = sequel(law, pause, today) or (
            measure.last_day and pause.until and measure.last_day <= pause.until
        )
        if settled or pause.until is None or pause.start > today:
            continue
        if pause.until >= today:
            yield from _ends_soon(law, measure, pause, pause.until, today)
        elif pause.relation.after_until != "lapses":
            yield from _sequel(law, measure, pause, pause.until, today)


def _ends_soon(
    law: Law, measure: Measure, pause: Pause, until: date, today: date
) -> Iterator[Problem]:
    days = (until - today).days
    if days <= SOON_DAYS:
        by = maker(law, pause.relation)
        yield _problem("warning", "ends_soon", measure.id, until=until, days=days, by=by)


def _sequel(
    law: Law, measure: Measure, pause: Pause, until: date, today: date
) -> Iterator[Problem]:
    """A suspension that has run out: read and noted, or unread and an error."""
    read = _last_review(law, pause, until, today)
    if read is None:
        by = maker(law, pause.relation)
        yield _problem("error", "stale", measure.id, until=until, by=by)
        return
    result = {lang: say(f"review.{read.result}", lang) for lang in LANGS}
    note = {"en": read.note, "zh": read.note_zh}
    yield _problem(
        "note", "read", measure.id,
        until=until, read_on=read.read_on, result=result, note=note,
    )  # fmt: skip
    if read.result == "ambiguous":
        yield from _reported(law, measure, pause, read, today)


def _last_review(law: Law, pause: Pause, until: date, today: date) -> Review | None:
    """The last reading after the suspension's end; one before it could not know the sequel."""
    found = [
        r for r in law.reviews if r.relation == pause.relation.id and until < r.read_on <= today
    ]
    return max(found, key=lambda r: r.read_on, default=None)


def _reported(
    law: Law, measure: Measure, pause: Pause, read: Review, today: date
) -> Iterator[Problem]:
    """A reported extension, on which one of the readings stands, that runs out or ran out since."""
    for report in reports(law, pause, today):
        if report.until is None or report.until < read.read_on:
            continue
        days, by = (report.until - today).days, maker(law, report)
        if days < 0:
            yield _problem("warning", "report_ran_out", measure.id, until=report.until, by=by)
        elif days <= SOON_DAYS:
            yield _problem(
                "warning", "report_ends_soon", measure.id, until=report.until, days=days, by=by
            )


def _limbs(measure: Measure) -> Iterator[Problem]:
    for first, second in combinations(measure.limbs, 2):
        if _reach(first) == _reach(second):
            for item in sorted(set(first.items) & set(second.items)):
                yield _problem(
                    "error", "limbs_overlap", measure.id,
                    first=first.id, second=second.id, item=item,
                )  # fmt: skip


def _reach(limb: Limb) -> tuple[object, ...]:
    """What tells two limbs over one item apart, beside their first days (limbs have no last)."""
    return (limb.effect, repr(limb.test), limb.departures, limb.applies_to, limb.lifts)


def _suspensions(law: Law, measure: Measure, today: date) -> Iterator[Problem]:
    for first, second in pairwise(pauses_of(law, measure.id, today)):
        if first.until is None or second.start <= first.until:
            yield _problem(
                "error", "suspensions_overlap", measure.id,
                first=first.relation.id, second=second.relation.id,
            )  # fmt: skip


def _days(measure: Measure) -> Iterator[Problem]:
    start, until, published = measure.effective_from, measure.last_day, measure.published
    if start and until and until < start:
        level: Level = "note" if "never" in measure.notes else "error"
        code = "never_operated" if level == "note" else "ends_before_start"
        yield _problem(level, code, measure.id, start=start, until=until)
    if start and published and published > start:
        yield _problem("note", "published_late", measure.id, start=start, published=published)


def _problem(level: Level, code: str, subject: str, **values: date | int | str | Words) -> Problem:
    """A problem in both languages; a value by language says itself in each."""
    text = {lang: _say(code, lang, values) for lang in LANGS}
    return Problem(level, code, subject, text)


def _say(code: str, lang: str, values: Mapping[str, date | int | str | Words]) -> str:
    said = {k: v[lang] if isinstance(v, dict) else v for k, v in values.items()}
    return say(f"problem.{code}", lang, **said)
