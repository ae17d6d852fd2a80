"""What a briefing holds: figures with their rows, law with its days, and words already chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from monazite.briefing.month import Month
    from monazite.charts.shapes import Span
    from monazite.facts import Row
    from monazite.trade.monthly.checks import ClaimCheck
    from monazite.trade.monthly.figures import Figure
    from monazite.trade.periods import Period


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the month by its key, such as `yoy_pct`."""

    key: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A change as a report printed it, and whether the packaged levels bear it out."""

    series: str
    check: ClaimCheck


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an open status, with its reason and source."""

    name: str
    state: str
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class Line:
    """One measure with its state on a day and its days; `starts` where it is not yet in force."""

    measure: str
    jurisdiction: str
    instrument: str
    title: str
    effect: str
    state: str
    since: date | None
    until: date | None
    starts: date | None
    official: bool
    confidence: str
    refs: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The measures of one jurisdiction with one effect."""

    jurisdiction: str
    effect: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A measure, or the limb or item of it named by `part`, that changed its state on a day."""

    day: date
    line: Line
    part: str
    before: str
    after: str
    because: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A suspension that runs out after the month, the days left then, and the state that followed.

    `after` is none where the day after had not come by the day up to which all is known.
    """

    line: Line
    by: str
    until: date
    days_left: int
    official: bool
    after: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A day on which controls changed, as it is marked on the charts."""

    sign: str
    day: date
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LawPart:
    """What was in force, what changed, what ends, and the rows of the timeline."""

    groups: tuple[Group, ...]
    held: tuple[Line, ...]
    open: tuple[Line, ...]
    waiting: tuple[Line, ...]
    dateless: tuple[Line, ...]
    changes: tuple[Change, ...]
    endings: tuple[Ending, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a series for a month or joined months."""

    period: Period
    figure: Figure
    note: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One series over the months that the charts look back on."""

    series: str
    to: str
    name: str
    unit: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Panels that share one chart, the days marked on it, what it says, and what of the month."""

    key: str
    panels: tuple[Panel, ...]
    marks: tuple[Marked, ...]
    message: str
    caption: str


@dataclass(frozen=True, slots=True)
class Event:
    """One report of an event."""

    row: str
    day: str
    actor: str
    kind: str
    text: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with all its reports."""

    day: str
    reports: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class StageShare:
    """One country's share of one stage in per cent, with its range, year and row."""

    material: str
    stage: str
    country: str
    figure: Figure
    low: Figure | None
    high: Figure | None
    year: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Stage:
    """All shares known of one stage of one material: the readings for one country, and others."""

    material: str
    stage: str
    name: str
    world: bool
    leader: tuple[StageShare, ...]
    others: tuple[StageShare, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One version of a thing, with its rows."""

    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources say differently, and how the page treats it."""

    what: str
    said: tuple[Said, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The month on one page, in one language."""

    month: Month
    lang: str
    known: date
    law_hash: str
    title: str
    lead: tuple[str, ...]
    headlines: tuple[Headline, ...]
    printed: tuple[PrintedChange, ...]
    law: LawPart
    blocks: tuple[Block, ...]
    chronicle: tuple[Happening, ...]
    nearest: tuple[Happening, ...]
    stages: tuple[Stage, ...]
    conflicts: tuple[Conflict, ...]
    rows: tuple[Row, ...]
