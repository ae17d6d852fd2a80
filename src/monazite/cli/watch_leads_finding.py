"""Run the rules that were asked for over records and over trade, with a bar on stderr."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.cli.output import BAD_INPUT, print_json
from monazite.cli.trade_progress import Progress
from monazite.errors import InputError
from monazite.watch.patterns.found import Found

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from monazite.cli.trade_options import Ways
    from monazite.trade.mirror.controls import Control
    from monazite.trade.questions import Trade
    from monazite.watch.patterns.problem import Problem
    from monazite.watch.patterns.records import Records

_QUARTER = "{year}-Q{quarter}"
_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at: a folder of records, codes of trade, the ids of rules, the day."""

    records: Path | None
    codes: str | None
    rules: str | None
    on: str | None
    store: Path | None


def found(asked: Asked, ways: Ways) -> Found:
    """The leads of both; ends the command with every problem of the records."""
    from monazite.law.dates import parse_day

    day = parse_day(asked.on, "on") if asked.on else None
    own, trades = _rules(asked.rules)
    parts: list[Found] = []
    with Progress(ways.lang, quiet=ways.json) as progress:
        if asked.records is not None:
            records = _records(asked.records, day, ways)
            parts.append(_of_records(records, own, day, progress, ways.lang))
        if asked.codes is not None:
            parts += _of_trade(asked, trades, day, progress)
    return Found(
        tuple(lead for part in parts for lead in part.leads),
        tuple(one for part in parts for one in part.not_computed),
        tuple(rule for part in parts for rule in part.rules),
    )


def _rules(text: str | None) -> tuple[Collection[str] | None, Collection[str] | None]:
    """The ids for records and for trade, None for all of them; InputError for an unknown one."""
    from monazite.catalogue.words import unknown
    from monazite.watch.patterns import trade
    from monazite.watch.patterns.rulebook import rules

    if text is None:
        return None, None
    ids = [each.strip().upper() for each in text.split(",") if each.strip()]
    known = [*rules(), *trade.rules()]
    for each in ids or [text]:
        if each not in known:
            raise unknown("rule", each, ", ".join(known), known)
    return [each for each in ids if each in rules()], [e for e in ids if e in trade.rules()]


def _records(folder: Path, day: date | None, ways: Ways) -> Records:
    """The records of a folder; ends the command where a row cannot be read."""
    from monazite.watch.patterns.reading import read

    try:
        found = read(folder, day)
    except InputError as error:
        option = {"as_of": "on"}.get(error.field, error.field)
        raise InputError(option, error.value, error.accepted) from None
    if found.problems:
        _refuse(found.problems, ways)
    return found.records


def _refuse(problems: Sequence[Problem], ways: Ways) -> None:
    """Say every problem with its remedy and end with exit code 2; nothing was kept."""
    told = [one.said(ways.lang) for one in problems]
    if ways.json:
        first = problems[0]
        error = {"field": first.column, "value": first.value, "accepted": told[0]}
        print_json({"error": error, "problems": told})
    else:
        last = say("watch.leads.refused", ways.lang, count=f"{len(told):,}")
        sys.stderr.write("\n".join([*told, last]) + "\n")
    sys.exit(BAD_INPUT)


def _of_records(
    records: Records,
    rules: Collection[str] | None,
    day: date | None,
    progress: Progress,
    lang: str,
) -> Found:
    from monazite.watch.patterns.rulebook import chosen
    from monazite.watch.patterns.running import run

    every = len(chosen(rules))
    done = iter(range(every))

    def told(rule: str) -> None:
        progress(say("watch.leads.progress", lang, rule=rule), next(done), every)

    return run(records, rules, day, progress=told)


def _of_trade(
    asked: Asked, rules: Collection[str] | None, day: date | None, progress: Progress
) -> list[Found]:
    """The leads of each code, since the controls that the law knows of it."""
    from monazite.cli import trade_controls
    from monazite.cli.trade_ask import opened
    from monazite.law.store import load
    from monazite.watch.patterns.trade import trade_leads

    trade = opened(asked.store, None, None)
    codes = [each.strip() for each in (asked.codes or "").split(",") if each.strip()]
    parts = []
    for number, code in enumerate(codes):
        progress(code, number, len(codes))
        controls = trade_controls.of_law(code)
        rows = [row for control in controls for row in _rerouted(trade, code, control)]
        found = trade.leads(code, controls=controls)
        parts.append(trade_leads(found, rows, on=day or load().compiled, only=rules))
    return parts


def _rerouted(trade: Trade, code: str, control: Control) -> list[dict[str, object]]:
    """What could have been passed on since a control that has one target, by quarter."""
    if control.target is None:
        return []
    quarters = -(-control.first_month // _MONTHS)
    first = _QUARTER.format(year=quarters // 4, quarter=quarters % 4 + 1)
    ends = {"origin": control.exporter, "target": control.target}
    rows = trade.rerouting(code, months=True, **ends).rows()
    return [{**row, **ends} for row in rows if row["quarter"] >= first]
