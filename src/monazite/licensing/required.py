"""The papers that an application must bring, each with its law and the reason why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.licensing.application import Application
    from monazite.licensing.regime import PaperRule, Regime


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper that is asked for.

    why: the circumstance (always, agent, watch_listed, sold_onward), said by
    `licensing.required.WHY`; usual: asked for in practice, ordered by no text.
    """

    kind: str
    law: str
    why: str
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the application; watch_listed: its importer or an end user is."""

    watch_listed: bool = False


NOTHING_KNOWN = Facts()


def required_papers(
    application: Application, regime: Regime, facts: Facts = NOTHING_KNOWN
) -> tuple[RequiredPaper, ...]:
    """The papers for the kind asked for and the circumstances; none before a kind is chosen."""
    return tuple(
        RequiredPaper(rule.paper, rule.law, rule.when, rule.practice)
        for rule in regime.papers
        if application.kind in rule.kinds and _applies(rule, application, facts)
    )


def _applies(rule: PaperRule, application: Application, facts: Facts) -> bool:
    return {
        "always": True,
        "agent": any(party.role == "agent" for party in application.parties),
        "watch_listed": facts.watch_listed,
        "sold_onward": application.civil_use.sold_onward is True,
    }[rule.when]
