"""How the proof of the record looks in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.catalogue.words import visible
from monazite.cli.output import console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.desk.running.verify import Report

_SHOWN = 50


def show_report(report: Report, lang: str) -> None:
    """Whole or broken, what was looked at, what lies after the last checkpoint, every finding."""
    screen = console()
    verdict = "whole" if report.whole else "empty" if report.empty else "broken"
    style = {"whole": "bold green", "empty": "bold yellow", "broken": "bold red"}[verdict]
    screen.print(Text(say(f"desk.cli.verify.{verdict}", lang), style=style))
    for line in _counts(report, lang):
        screen.print(Text(line))
    for finding in report.findings[:_SHOWN]:
        screen.print(Text("- " + visible(finding.message(lang))))
    if len(report.findings) > _SHOWN:
        more = len(report.findings) - _SHOWN
        screen.print(Text(counted("desk.cli.verify.more", more, lang), style="dim"))


def _counts(report: Report, lang: str) -> Iterator[str]:
    yield say(
        "desk.cli.verify.counts",
        lang,
        events=f"{report.events:,}",
        aggregates=f"{report.aggregates:,}",
        checkpoints=f"{report.checkpoints:,}",
    )
    for key, signed in report.signers.items():
        yield counted("desk.cli.verify.signed", signed, lang, fingerprint=key)
    if report.sealed_at is None:
        yield say("desk.cli.verify.never_sealed", lang)
    elif report.since is None:
        yield say("desk.cli.verify.all_sealed", lang, at=report.sealed_at[:19])
    else:
        since = report.since.isoformat(timespec="seconds")[:19]
        at = report.sealed_at[:19]
        yield counted("desk.cli.verify.after", report.after, lang, at=at, since=since)
