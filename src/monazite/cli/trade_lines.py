"""The sentences of the trade commands: streaks, printed changes, sums, conflicts, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.cli.trade_marks import quantity, rows, shown
from monazite.trade.monthly.published import CENT

if TYPE_CHECKING:
    from monazite.trade.monthly.checks import ClaimCheck, Conflict, SumCheck
    from monazite.trade.monthly.claims import Verdict
    from monazite.trade.monthly.figures import Figure
    from monazite.trade.monthly.implied import Implied
    from monazite.trade.monthly.published import Interval
    from monazite.trade.monthly.streaks import Streak
    from monazite.trade.periods import Period


def streak_line(one: Streak, lang: str) -> str:
    """How many months in a row, exactly or at least, and why no more can be said."""
    key, reason = "trade.streak.exact", ""
    if not one.exact:
        key, reason = "trade.streak.least", say(f"trade.reason.{one.stopped_by}", lang)
    return say(
        key,
        lang,
        basis=say(f"trade.basis.{one.basis}", lang),
        direction=say(f"trade.direction.{one.direction}", lang),
        months=one.months,
        since=one.since.text,
        reason=reason,
    )


def level_line(period: Period, figure: Figure, lang: str) -> str:
    """A level that a claim speaks of, or why it is unknown, with its rows."""
    line = say("trade.verdict.level", lang, period=period.text, value=shown(figure, lang))
    return _with_rows(line, figure.sources, lang)


def claim_line(one: ClaimCheck, lang: str) -> str:
    """A printed change with its row and what its levels say of it."""
    figure = one.claim.figure
    line = say(
        "trade.claim.line",
        lang,
        what=say(f"trade.figure.{one.claim.measure}", lang),
        period=one.claim.period.text,
        basis=say(f"trade.basis.{one.claim.basis}", lang),
        claimed=shown(figure, lang),
        verdict=verdict_text(one.verdict, lang),
    )
    return _with_rows(line, figure.sources, lang)


def implied_line(one: Implied, lang: str) -> str:
    """An implied level with the interval that rounding leaves, beside a published one."""
    key = "trade.implied.alone" if one.published is None else "trade.implied.beside"
    line = say(
        key,
        lang,
        period=one.period.text,
        value=shown(one.figure, lang),
        between=between(one.figure.interval, lang),
        published=shown(one.published, lang) if one.published else "",
    )
    return _with_rows(line, one.figure.sources, lang)


def sum_line(one: SumCheck, lang: str) -> str:
    """A published figure to date beside the sum of its releases."""
    line = say(
        "trade.sum.line",
        lang,
        period=one.period.text,
        published=shown(one.published, lang),
        computed=shown(one.computed, lang),
        verdict=say(f"trade.sum.{one.state}", lang),
    )
    return _with_rows(line, one.published.sources, lang)


def conflict_line(one: Conflict, lang: str) -> str:
    """Every reading of a conflict with its rows."""
    readings = [_with_rows(shown(each, lang), each.sources, lang) for each in one.readings]
    both = say("trade.conflict.and", lang).join(readings)
    return say(f"trade.conflict.{one.kind}", lang, period=one.period.text, readings=both)


def verdict_text(verdict: Verdict, lang: str) -> str:
    """The verdict in words, with the computed change and its interval or the reason for none."""
    said = say(f"trade.verdict.{verdict.state}", lang)
    if verdict.computed is None or verdict.interval is None:
        return because(said, verdict.reason, lang)
    computed, low, high = (
        quantity(value.quantize(CENT), "%", lang)
        for value in (verdict.computed, verdict.interval.low, verdict.interval.high)
    )
    if low == high:
        return say("trade.verdict.exact", lang, verdict=said, computed=computed)
    return say("trade.verdict.computed", lang, verdict=said, computed=computed, low=low, high=high)


def because(said: str, reason: str | None, lang: str) -> str:
    """A verdict with its reason, if it has one."""
    if reason is None:
        return said
    why = say(f"trade.reason.{reason}", lang)
    return say("trade.verdict.why", lang, verdict=said, reason=why)


def between(interval: Interval | None, lang: str) -> str:
    """An interval in brackets, or nothing where it is not known."""
    if interval is None:
        return ""
    low, high = (f"{end.quantize(CENT):,}" for end in (interval.low, interval.high))
    return say("trade.between", lang, low=low, high=high)


def _with_rows(line: str, sources: tuple[str, ...], lang: str) -> str:
    return say("trade.with_rows", lang, line=line, rows=rows(sources)) if sources else line
