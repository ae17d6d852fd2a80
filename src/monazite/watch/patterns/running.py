"""Run rules over records: leads, and what could not be computed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from monazite.watch.patterns.found import NO_COLUMN, NO_TABLE, Found, NotComputed
from monazite.watch.patterns.rulebook import chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.records import Records
    from monazite.watch.patterns.rule import Rule, RuleOn

    Finder = Callable[[Records, RuleOn], Iterable[Lead | NotComputed]]


def run(
    records: Records,
    rules: Collection[str] | None = None,
    on: date | None = None,
    settings: Mapping[str, Mapping[str, str]] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Found:
    """The leads of the rules of these ids, of all without any.

    on: the day of the law and of the parameters, that of the records otherwise. settings: id →
    parameter → the caller's value. progress: called with the id of each rule before it runs.
    InputError for a rule or a parameter that is not there.
    """
    own = settings or {}
    chosen(own)
    day = on or records.as_of
    bound = tuple(rule.on(day, own.get(rule.id)) for rule in chosen(rules))
    found: list[Lead | NotComputed] = []
    for rule in bound:
        if progress:
            progress(rule.id)
        missing = tuple(_missing(records, rule.rule))
        found += missing or finder(rule.rule)(records, rule)
    leads = [each for each in found if not isinstance(each, NotComputed)]
    order = {rule.id: at for at, rule in enumerate(bound)}
    leads.sort(key=lambda lead: (order[lead.rule], -lead.score, lead.subject))
    return Found(
        tuple(leads), tuple(each for each in found if isinstance(each, NotComputed)), bound
    )


def finder(rule: Rule) -> Finder:
    """The function of a rule; its module is loaded when it is first asked for."""
    module = importlib.import_module(f"monazite.watch.patterns.rules.{rule.name}")
    find: Finder = module.find
    return find


def _missing(records: Records, rule: Rule) -> Iterator[NotComputed]:
    """What the records do not hold that the rule needs."""
    for need in rule.needs:
        name, _, column = need.partition(".")
        rows = getattr(records, name)
        if not rows:
            yield NotComputed(rule.id, NO_TABLE, figures={"table": name})
        elif column and not any(_states(getattr(row, column)) for row in rows):
            yield NotComputed(rule.id, NO_COLUMN, figures={"table": name, "column": column})


def _states(value: object) -> bool:
    return value is not None and value not in ("", (), {})
