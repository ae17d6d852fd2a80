"""`monazite watch leads` on the screen: one lead after another, doubts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import share_bar
from monazite.watch.leads.fingerprints import SHOWN
from monazite.watch.leads.precision import worth
from monazite.watch.leads.wording import (
    agency_words,
    laws_words,
    not_computed_words,
    otherwise_words,
    reason_words,
    rule_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from monazite.cli.watch_leads_shown import Shown
    from monazite.watch.leads.item import Item
    from monazite.watch.leads.lead import Lead

_INDENT = 4
_EVIDENCE = 8
"""Records that a lead rests on which the screen names; JSON and CSV have all."""


def show(answer: Shown, top: int, lang: str) -> None:
    """The leads from the most worthwhile down, then what stands beside them."""
    screen = console()
    screen.print(Text(say("watch.leads.title", lang), style="bold"))
    if answer.received is not None:
        counts = {name: getattr(answer.received, name) for name in answer.received.__slots__}
        screen.print(Prose(say("watch.leads.received", lang, **counts), style="dim"))
    for number, item in enumerate(answer.items[:top], start=1):
        _show_item(screen, number, item, answer, lang)
    screen.print()
    for line in _beside(answer, top, lang):
        screen.print(Prose(line, style="dim"))


def _show_item(screen: Console, number: int, item: Item, answer: Shown, lang: str) -> None:
    lead, value = item.lead, worth(item, answer.precisions)
    head = Text(f"\n{number:>2} ")
    head.append(share_bar(value), style="cyan")
    head.append(f" {value:.2f}  ", style="bold")
    head.append(f"{lead.rule} {rule_words(lead.rule, lang)}", style="bold")
    head.append(f"  {visible(' '.join(lead.subject))}")
    state = item.outcome and say(f"watch.outcome.{item.outcome}", lang)
    if item.reopened:
        state = say("watch.state.reopened", lang)
    if state:
        head.append(f"  [{state}]", style="magenta")
    head.append(f"  {item.fingerprint[:SHOWN]}", style="dim")
    screen.print(head)
    for line, style in _lines(lead, lang):
        screen.print(Padding(Prose(visible(line), style=style), (0, 0, 0, _INDENT)))


def _lines(lead: Lead, lang: str) -> Iterator[tuple[str, str]]:
    """What is said of a lead, line by line, with the style of each."""
    reasons = _listed(reason_words(lead.rule, each, lang) for each in lead.reasons)
    yield say("watch.leads.reasons", lang, words=reasons), ""
    others = _listed(otherwise_words(code, lang) for code in lead.otherwise)
    yield say("watch.leads.otherwise", lang, words=others), ""
    level = next((one for each in lead.reasons if (one := each.figures.get("level"))), None)
    if level is not None:
        yield say("watch.leads.level", lang, level=level), "dim"
    named = list(lead.evidence[:_EVIDENCE])
    named += ["…"] if len(lead.evidence) > _EVIDENCE else []
    yield say("watch.leads.evidence", lang, words=", ".join(named)) + _days(lead, lang), "dim"
    whose = agency_words(lead.agency, lang)
    told = _listed(agency_words(code, lang) for code in lead.told)
    key = "watch.leads.agency" if told else "watch.leads.agency_alone"
    yield say(key, lang, lead=whose, told=told), "dim"
    if lead.law:
        yield say("watch.leads.law", lang, words=_listed(laws_words(lead, lang))), "dim"


def _days(lead: Lead, lang: str) -> str:
    if lead.first is None:
        return ""
    if lead.first == lead.last:
        return f" · {lead.first}"
    key = "watch.leads.days" if lead.last else "watch.leads.since"
    return f" · {say(key, lang, first=lead.first, last=lead.last)}"


def _beside(answer: Shown, top: int, lang: str) -> Iterator[str]:
    """What stands under the leads: how many more, precisions, what was not looked at, caution."""
    if not answer.items:
        yield say("watch.leads.none", lang)
    if len(answer.items) > top:
        every = len(answer.items)
        yield say("watch.leads.more", lang, count=f"{every - top:,}", all=every)
    judged = [each for each in answer.precisions.values() if each.judged]
    for one in judged:
        yield say(
            "watch.leads.precision", lang, rule=one.rule, judged=one.judged, right=one.right,
            **{name: f"{getattr(one, name):.2f}" for name in ("share", "low", "high")},
        )  # fmt: skip
    if judged:
        yield say("watch.leads.precision_note", lang)
    for line in dict.fromkeys(
        (one.rule, not_computed_words(one, lang)) for one in answer.not_computed
    ):
        yield say("watch.leads.not_computed", lang, rule=line[0], words=visible(line[1]))
    yield say("watch.leads.caution", lang)


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)
