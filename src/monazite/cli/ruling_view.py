"""How a ruling looks in a terminal: the answer, why, what would change it, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.output import console
from monazite.law.explain import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.law.explain import Ask, Explanation, Line, ReadingLine
    from monazite.law.law import Law
    from monazite.law.ruling import Ruling

# A sign and a colour for each outcome; the word always stands beside them.
_SIGNS = {
    "prohibited": ("✕", "bold white on red"),
    "refused_in_principle": ("✕", "bold white on red"),
    "licence_required": ("!", "bold black on yellow"),
    "quota": ("!", "bold black on yellow"),
    "ordinary_licence": ("!", "bold black on cyan"),
    "registration": ("!", "bold black on cyan"),
    "duty_only": ("○", "bold white on blue"),
    "reporting_only": ("○", "bold white on blue"),
    "not_controlled": ("✓", "bold black on green"),
    "undetermined": ("?", "bold white on magenta"),
}
_NEAR_SHOWN = 2
_SHOWN = 8
_ANSWERS = 160
_CERTAIN = "found"
Content = Text | Table


def show(law: Law, ruling: Ruling, lang: str) -> None:
    """Print the explanation of a ruling."""
    told = explain(law, ruling, lang)
    screen = console()
    sign, style = _SIGNS[told.outcome]
    screen.print(Text(f" {sign} {told.answer.upper()} ", style=style))
    screen.print(Text(told.asked, style="bold"))
    screen.print(Text(told.day, style="dim"))
    screen.print()
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for head, contents in _sections(told, lang):
        for number, content in enumerate(_short(head, contents, lang)):
            grid.add_row(say(f"explain.head.{head}", lang) if number == 0 else "", content)
    screen.print(grid)
    screen.print()
    screen.print(Text(told.disclaimer, style="dim"))


def _short(head: str, contents: list[Content], lang: str) -> list[Content]:
    """A section that a person can take in; the rest stands in --json."""
    if len(contents) <= _SHOWN or head == "documents":
        return contents
    rest = say("explain.more", lang, count=len(contents) - _SHOWN)
    return [*contents[:_SHOWN], Text(rest, style="dim")]


def _sections(told: Explanation, lang: str) -> Iterator[tuple[str, list[Content]]]:
    """The headings with their contents; one without contents is left out by the grid."""
    yield "why", [_entry(line, lang) for line in told.why]
    yield "besides", [_entry(line, lang) for line in told.besides]
    yield "aside", [_entry(line, lang, style="dim") for line in told.aside]
    if len(told.readings) > 1:
        yield "readings", [_readings(told.readings, lang)]
    yield "decide", [_question(ask, lang) for ask in told.questions if ask.needed]
    yield "change", [_question(ask, lang) for ask in told.questions if not ask.needed]
    yield "presumed", list(_presumed(told, lang))
    yield "documents", list(_documents(told, lang))
    yield "clock", [Text(told.clock)]
    yield "offence", [_offence(told.offence, lang)]
    yield "near", list(_near(told.near, lang))
    yield "not_law", [_entry(line, lang, style="italic") for line in told.not_law]
    if told.history:
        yield "history", [Text(say("explain.semicolon", lang).join(told.history), style="dim")]
    yield "sources", [Text(ref, style="dim") for ref in dict.fromkeys(r for _, r in told.sources)]


def _entry(line: Line, lang: str, style: str = "") -> Text:
    drawn = Text(line.text, style=style)
    drawn.append(f"\n{line.reference} · {line.state}", style="dim")
    if line.confidence != _CERTAIN:
        drawn.append(f" · {say(f'confidence.{line.confidence}', lang)}", style="italic dim")
    return drawn


def _readings(readings: Iterable[ReadingLine], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in ("reading", "outcome", "because"):
        table.add_column(say(f"explain.head.{head}", lang), overflow="fold")
    for one in readings:
        because = Text(one.because)
        because.append("".join(f"\n{source}" for source in one.sources), style="dim")
        table.add_row(Text(one.name, style="bold"), one.outcome, because)
    return table


def _question(ask: Ask, lang: str) -> Text:
    drawn = Text(ask.ask)
    for number, (answers, outcome) in enumerate(ask.answers):
        drawn.append(say("explain.semicolon", lang) if number else " ", style="dim")
        drawn.append(f"{_shortened(answers)} → ", style="dim").append(outcome, style="bold")
    return drawn


def _shortened(answers: str) -> str:
    return answers if len(answers) <= _ANSWERS else f"{answers[:_ANSWERS]}…"


def _offence(offence: str, lang: str) -> Text:
    """The offence in short: its first sentence, and where the rest stands."""
    first, stop, rest = offence.partition(say("explain.stop", lang))
    drawn = Text(first + stop.rstrip(), style="dim")
    return drawn.append(f" {say('explain.rest', lang)}") if rest else drawn


def _presumed(told: Explanation, lang: str) -> Iterator[Text]:
    if told.presumes:
        yield Text(say("explain.semicolon", lang).join(told.presumes))
    if told.presumes and told.waiting:
        yield Text(say("explain.waiting", lang, count=told.waiting), style="dim")


def _documents(told: Explanation, lang: str) -> Iterator[Text]:
    if not told.documents:
        yield Text(say("explain.none_needed", lang))
    for outcome, papers in told.documents:
        if len(told.documents) > 1:
            yield Text(outcome, style="dim")
        for paper in papers:
            yield Text(f"• {paper}")


def _near(near: tuple[Line, ...], lang: str) -> Iterator[Text]:
    for line in near[:_NEAR_SHOWN]:
        yield Text(f"{line.text} · {line.reference} · {line.state}", style="dim")
    if len(near) > _NEAR_SHOWN:
        yield Text(say("explain.more", lang, count=len(near) - _NEAR_SHOWN), style="dim")
