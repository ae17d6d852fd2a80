"""What a page shows together: measures in force by place and effect, marked days once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.briefing import words
from monazite.briefing.law_part import EFFECTS
from monazite.briefing.timeline import HOME
from monazite.catalogue.texts import say
from monazite.trade.monthly.figures import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.briefing.model import Brief, Group, Headline, Line


@dataclass(frozen=True, slots=True)
class Place:
    """The home jurisdiction, or all others together, with their measures by effect."""

    name: str
    count: int
    groups: tuple[tuple[str, tuple[Line, ...]], ...]


def places(brief: Brief) -> Iterator[Place]:
    """Home first, then everywhere else; each with its measures by effect, the strongest first."""
    for home in (True, False):
        groups = [g for g in brief.law.groups if (g.jurisdiction == HOME) is home]
        if groups:
            name = (
                words.jurisdiction(HOME, brief.lang)
                if home
                else say("brief.law.abroad", brief.lang)
            )
            yield _place(name, groups, brief.lang)


def _place(name: str, groups: list[Group], lang: str) -> Place:
    by_effect = {
        say(f"brief.effect.{effect}", lang): tuple(
            line for group in groups if group.effect == effect for line in group.lines
        )
        for effect in EFFECTS
    }
    found = tuple((heading, lines) for heading, lines in by_effect.items() if lines)
    count = sum(len(group.lines) for group in groups if group.effect != "not_law")
    return Place(name, count, found)


def name_of(line: Line, lang: str) -> str:
    """A measure's title, with its jurisdiction where that is not the home one."""
    if line.jurisdiction == HOME:
        return line.title
    place = words.jurisdiction(line.jurisdiction, lang)
    return say("brief.law.place", lang, place=place, title=line.title)


def keyed(brief: Brief) -> set[str]:
    """The blocks that explain their marked days: the first of each set of marks."""
    seen: dict[tuple[str, ...], str] = {}
    for block in brief.blocks:
        if block.marks:
            seen.setdefault(tuple(mark.text for mark in block.marks), block.key)
    return set(seen.values())


def unknown(brief: Brief) -> list[tuple[str, tuple[str, ...]]]:
    """What cannot be said of the month: a sentence for each reason, with the rows that show it."""
    by_reason: dict[str, list[Headline]] = {}
    for one in brief.headlines:
        if one.figure.value is None:
            by_reason.setdefault(words.why(one.figure.reason, brief.lang), []).append(one)
    return [
        (_because(reason, found, brief.lang), sources_of(*(one.figure for one in found)))
        for reason, found in by_reason.items()
    ]


def _because(reason: str, found: list[Headline], lang: str) -> str:
    names = (say(f"brief.figure.{one.key}", lang) for one in found)
    figures = say("brief.semicolon", lang).join(names)
    return say("brief.cannot.line", lang, reason=reason, figures=figures)
