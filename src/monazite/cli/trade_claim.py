"""`monazite trade claim`: what is asked, with the levels given or packaged, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from monazite.catalogue.texts import say
from monazite.catalogue.words import unknown as unknown_word
from monazite.errors import InputError
from monazite.trade.monthly.claims import check_change, check_claim, check_run
from monazite.trade.monthly.documents import run_document, verdict_document
from monazite.trade.monthly.figures import UNITS, Basis, Figure, Measure
from monazite.trade.monthly.levels import base_period, level
from monazite.trade.monthly.published import amount, amount_rounding, number
from monazite.trade.monthly.series import Series, load
from monazite.trade.periods import Period, parse, parse_month

if TYPE_CHECKING:
    from monazite.trade.monthly.claims import Way

_ASKS = (
    "--figure, --before and --change; or --month and --change for packaged levels; "
    "or --months and --since for months in a row"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a claim speaks of: a measure of a series to a destination, against which month."""

    series: Series
    to: str
    measure: Measure
    basis: Basis


@dataclass(frozen=True, slots=True)
class Printed:
    """Numbers as an article prints them; none where the command line does not give one."""

    figure: str | None
    before: str | None
    change: str | None


def scope(series: str, to: str, measure: str, basis: str) -> Scope:
    """The scope in the words of the command line; InputError for a word that is none."""
    return Scope(
        load(series),
        to,
        cast("Measure", _one_of("measure", measure, tuple(UNITS))),
        cast("Basis", _one_of("basis", basis, ("yoy", "mom"))),
    )


def answer_run(
    asked: Scope, months: int | None, since: str | None, direction: str, lang: str | None
) -> dict[str, Any]:
    """The answer to "so many months in a row"; shown too where a language is given."""
    if months is None or since is None:
        raise InputError("months" if months is None else "since", None, _ASKS)
    way = cast("Way", _one_of("direction", direction, ("up", "down")))
    start = parse_month(since, "since")
    run = check_run(
        asked.series, start, months, way,
        basis=asked.basis, measure=asked.measure, to=asked.to,
    )  # fmt: skip
    if lang is not None:
        from monazite.cli.trade_view import show_run

        question = say(
            "trade.run.title",
            lang,
            series=say(f"trade.series.{asked.series.name}", lang),
            basis=say(f"trade.basis.{asked.basis}", lang),
            direction=say(f"trade.direction.{way}", lang),
            months=months,
            since=start.text,
        )
        show_run(run, question, lang)
    return run_document(run)


def answer_printed(printed: Printed, lang: str | None) -> dict[str, Any]:
    """The answer to a printed change between printed figures."""
    if printed.figure is None or printed.change is None:
        raise InputError("change" if printed.change is None else "figure", None, _ASKS)
    verdict = check_claim(printed.figure, printed.change, printed.before)
    if lang is not None:
        from monazite.cli.trade_view import show_verdict

        show_verdict(verdict, (), lang)
    return verdict_document(verdict)


def answer_month(asked: Scope, month: str, printed: Printed, lang: str | None) -> dict[str, Any]:
    """The answer to a printed change of a month; packaged levels stand in for those not given."""
    if printed.change is None:
        raise InputError("change", None, _ASKS)
    period = parse(month, "month")
    earlier = base_period(period, asked.basis)
    now = _level(asked, period, printed.figure, "figure")
    base = _level(asked, earlier, printed.before, "before")
    verdict = check_change(now, number(printed.change, "change"), base)
    if lang is not None:
        from monazite.cli.trade_view import show_verdict

        show_verdict(verdict, ((period, now), (earlier, base)), lang)
    return {
        **verdict_document(verdict),
        "figure": {"period": period.text, **now.document()},
        "before": {"period": earlier.text, **base.document()},
    }


def _level(asked: Scope, period: Period, text: str | None, field: str) -> Figure:
    """The packaged level, or the one of the command line with the rounding its digits show."""
    if text is None:
        return level(asked.series, period, asked.to, asked.measure)
    value = amount(text, field)
    unit = UNITS[asked.measure]
    return Figure(value, unit, (), "reported", None, amount_rounding(value))


def _one_of(field: str, word: str, known: tuple[str, ...]) -> str:
    if word not in known:
        raise unknown_word(field, word, " or ".join(known), known)
    return word
