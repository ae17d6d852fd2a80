"""How the law commands look in a terminal: lists, one measure, its status, changes, problems."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.countries import name as country_name
from monazite.catalogue.texts import counted, say
from monazite.cli.output import console
from monazite.law.state_words import state_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from monazite.law.status import Status

Document = dict[str, Any]
_STYLES = {
    "in_force": "green",
    "suspended": "yellow",
    "not_yet": "cyan",
    "ambiguous": "magenta",
    "ended": "dim",
    "never_operated": "dim",
    "unknown": "dim",
}
_LEVELS = {"error": "bold red", "warning": "yellow", "note": "dim"}


def show_list(found: list[Document], known: date, lang: str) -> None:
    """The measures of a list, one a line, with their status in words and colour."""
    table = _table("id", "status", "effect", "title", lang=lang)
    for one in found:
        state = Text(say(f"status.{one['status']}", lang), style=_STYLES[one["status"]])
        table.add_row(one["id"], state, _effects(one, lang), one["title"])
    screen = console()
    screen.print(table)
    screen.print(Text(counted("law.count", len(found), lang, known=known), style="dim"))


def show_measure(one: Document, found: Status, lang: str) -> None:
    """One measure in full."""
    screen = console()
    screen.print(Text(f"{one['id']}  {one['instrument']}", style="bold"))
    screen.print(Text(one["title"]))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for head, lines in _facts(one, found, lang):
        for number, line in enumerate(lines):
            grid.add_row(say(f"law.head.{head}", lang) if number == 0 else "", line)
    screen.print(grid)


def show_status(one: Document, found: Status, *, legal: bool, lang: str) -> None:
    """The status in one line, then every reading with its source."""
    screen = console()
    title = one["title"]
    if one["limb"]:
        title = f"{title} · {say('law.limb', lang, limb=one['limb'])}"
    state = state_words(found, lang, legal=legal)
    text = say("law.status", lang, title=title, state=state)
    screen.print(Text(text, style=f"bold {_STYLES[found.state]}"))
    screen.print(Text(f"{one['instrument']} · {one['on']}", style="dim"))
    operated = "operated" if found.operated else "not_operated"
    if found.published:
        screen.print(Text(say(f"law.{operated}", lang)))
    if found.readings:
        screen.print(_readings(one["readings"], lang))
    screen.print(Text(one["source"], style="dim"))


def show_changes(found: list[Document], lang: str) -> None:
    """The changes of state by day, each with its cause."""
    screen = console()
    if not found:
        screen.print(say("law.no_change", lang))
        return
    table = _table("day", "measure", "change", "because", lang=lang)
    for one in found:
        part = one["limb"] or one["item"]
        name = f"{one['measure']} ({part})" if part else one["measure"]
        before, after = (say(f"status.{one[key]}", lang) for key in ("before", "after"))
        turn = say("law.turn", lang, before=before, after=after)
        table.add_row(one["day"], name, Text(turn, style=_STYLES[one["after"]]), one["because"])
    screen.print(table)


def show_problems(found: list[Document], day: date, lang: str) -> None:
    """Every problem with its level, and how many there are."""
    screen = console()
    if not found:
        screen.print(say("law.check.clean", lang, day=day))
        return
    for (level, text), subjects in _together(found).items():
        line = Text(say(f"problem.level.{level}", lang), style=_LEVELS[level])
        line.append(f"  {say('explain.comma', lang).join(subjects)}", style="bold")
        screen.print(line.append(f"\n    {text}", style="not bold"))
    count = Counter(one["level"] for one in found)
    counts = {
        f"{level}s": counted(f"law.check.{level}", count[level], lang)
        for level in ("error", "warning", "note")
    }
    screen.print(say("law.check.summary", lang, day=day, **counts))


def _together(found: Iterable[Document]) -> dict[tuple[str, str], list[str]]:
    """The measures of which the same is said, by level and text."""
    together: dict[tuple[str, str], list[str]] = {}
    for one in found:
        together.setdefault((one["level"], one["text"]), []).append(one["subject"])
    return together


def _table(*heads: str, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in heads:
        table.add_column(say(f"law.head.{head}", lang), overflow="fold")
    return table


def _readings(readings: Iterable[Document], lang: str) -> Table:
    table = _table("reading", "status", "because", lang=lang)
    for one in readings:
        because = Text(one["because"]).append(f"\n{one['source']}", style="dim")
        state = Text(say(f"status.{one['status']}", lang), style=_STYLES[one["status"]])
        table.add_row(say(f"reading.{one['reading']}", lang), state, because)
    return table


def _facts(one: Document, found: Status, lang: str) -> Iterator[tuple[str, list[str]]]:
    comma = say("explain.comma", lang)
    yield "status", [state_words(found, lang, legal=one["legal"])]
    yield "days", [comma.join(_days(one, lang))]
    yield "effect", [_effects(one, lang)]
    yield "kinds", [comma.join(say(f"law.kind.{kind}", lang) for kind in one["kinds"])]
    ways = (_where("from", one["departures"], lang), _where("to", one["destinations"], lang))
    yield "where", [comma.join(ways)]
    yield "limbs", [_limb(limb, lang) for limb in one["limbs"]]
    yield "items", [_item(item) for item in one["items"]]
    if one["parties"]:
        count = counted("law.parties", len(one["parties"]), lang)
        yield "parties", [count, *(_party(party, lang) for party in one["parties"])]
    yield "relations", [_relation(relation, lang) for relation in one["relations"]]
    if one["commitments"]:
        yield "commitments", [comma.join(one["commitments"])]
    if one["notes"]:
        yield "notes", [one["notes"]]
    yield "sources", [_source(source, lang) for source in one["sources"]]


def _party(party: Document, lang: str) -> str:
    name = party["name"] if lang == "en" else party["name_zh"] or party["name"]
    paused = ""
    if party["paused_from"]:
        until = party["paused_until"] or say("law.open_end", lang)
        paused = say("law.party_paused", lang, first=party["paused_from"], last=until)
    return f"{name} ({party['country']}){paused}"


def _source(source: Document, lang: str) -> str:
    return f"{source['ref']} ({say('confidence.' + source['confidence'], lang)})"


def _effects(one: Document, lang: str) -> str:
    if not one["legal"]:
        return say("law.not_law", lang)
    return say("explain.comma", lang).join(
        say(f"effect.{effect}", lang) for effect in one["effects"]
    )


def _days(one: Document, lang: str) -> Iterator[str]:
    if one["published"]:
        yield say("law.published", lang, day=one["published"])
    if one["effective_from"]:
        yield say("law.starts", lang, day=one["effective_from"])
    else:
        yield say("law.day_unknown", lang)
    if one["last_day"]:
        yield say("law.last", lang, day=one["last_day"])


def _where(way: str, where: Document, lang: str) -> str:
    names = say("explain.comma", lang).join(country_name(c, lang) for c in where["countries"])
    return say(f"law.{way}.{where['mode']}", lang, countries=names)


def _limb(limb: Document, lang: str) -> str:
    effect = say(f"effect.{limb['effect']}", lang)
    starts = say("law.starts", lang, day=limb["effective_from"])
    return f"({limb['id']}) {limb['name']} · {effect} · {starts}"


def _item(item: Document) -> str:
    codes = " ".join(item["control_codes"])
    return " · ".join(part for part in (item["id"], codes, item["description"]) if part)


def _relation(one: Document, lang: str) -> str:
    text = say(
        f"law.relation.{one['kind']}", lang,
        by=one["by"], target=one["target"], start=one["from"],
    )  # fmt: skip
    if one["until"]:
        text = say("law.relation.until", lang, relation=text, until=one["until"])
    return text if one["official"] else say("law.relation.reported", lang, relation=text)
