"""A scenario as its file says it; `reading` makes one of a text, with every problem of it."""

# ruff: noqa: TC001 - pydantic reads the types when it runs

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from monazite.shock.scenarios.amounts import (
    Assumed,
    ReviewWeeks,
    Share,
    Times,
    Tonnes,
    Weeks,
)
from monazite.shock.scenarios.vocabulary import refuse
from monazite.shock.scenarios.words import (
    Country,
    Day,
    Goods,
    Licensed,
    Material,
    Measure,
    Sector,
)

if TYPE_CHECKING:
    from datetime import date

    from pydantic import ValidationInfo

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Some = Field(min_length=1)


class Part(BaseModel):
    """Anything in a scenario: its keys are known, and it does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Part):
    """What people read, in both languages."""

    en: Annotated[str, Some]
    zh: Annotated[str, Some]


class Window(Part):
    """From a day to a day, both included; no last day: to the end of the run."""

    from_: Day = Field(alias="from")
    until: Day | None = None

    @field_validator("until")
    @classmethod
    def _ends_after_it_begins(cls, until: date | None, info: ValidationInfo) -> date | None:
        first = info.data.get("from_")
        if until is not None and first is not None and until < first:
            raise refuse("window", first=first.isoformat())
        return until

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.from_ <= day and (self.until is None or day <= self.until)


class Destined(Window):
    """A window for some destinations: all where none is named, but for those left out."""

    destinations: tuple[Country, ...] = ()
    but: tuple[Country, ...] = ()

    def reaches(self, country: str, day: date) -> bool:
        """Whether it holds for a destination (ISO3) on a day."""
        return self.means(country) and self.holds(day)

    def means(self, country: str) -> bool:
        """Whether it is for a destination (ISO3), on whatever days."""
        named = not self.destinations or country in self.destinations
        return named and country not in self.but


class Patch(Destined):
    """A measure of the law data that is in force, or is not, whatever the law says of its days."""

    measure: Measure


class Added(Patch):
    """A measure put into force; effect: what it does, where its own text does nothing."""

    effect: Literal["prohibited", "licence_required"] | None = None


class Lift(Patch):
    """A measure that ends on a day, and does not come back."""

    until: None = None


class LawPatch(Part):
    """What of the law is otherwise; open: how a suspension without a known sequel is read."""

    add: tuple[Added, ...] = ()
    suspend: tuple[Patch, ...] = ()
    lift: tuple[Lift, ...] = ()
    open: Literal["revived", "still_suspended"] = "still_suspended"


class Special(Part):
    """What an office does otherwise for some destinations, goods or uses; None: as for all."""

    destinations: tuple[Country, ...] = ()
    goods: tuple[Goods, ...] = ()
    uses: tuple[Sector, ...] = ()
    granted: Share | None = None
    general_share: Share | None = None


class Friction(Destined):
    """How an office handles files under some measures; the last entry that fits a route holds.

    review_weeks: the mean of a file; throughput: files decided a week at most, as a part of what
    the covered flows were before, None: no limit; queue: a QueueReport that says these in its
    place.
    """

    group: Id
    measures: Annotated[tuple[Licensed, ...], Some]
    goods: tuple[Goods, ...] = ()
    review_weeks: ReviewWeeks | None = None
    throughput: Times | None = None
    granted: Share | None = None
    general_share: Share = 0.0
    by: tuple[Special, ...] = ()
    queue: str | None = None


class Control(Destined):
    """A measure of the scenario's own: some goods from some countries to some."""

    goods: Annotated[tuple[Goods, ...], Some]
    origins: Annotated[tuple[Country, ...], Some]


class Licence(Control):
    """Needs a licence; id: what `friction` names it by."""

    id: Id


class Quota(Control):
    """A ceiling on what may leave, t a year; shared out in proportion to what is asked."""

    tonnes_a_year: Tonnes


class Duty(Window):
    """A duty of the buyer's side on goods of some countries, a fraction of the price."""

    goods: tuple[Goods, ...] = ()
    origins: tuple[Country, ...] = ()
    destinations: Annotated[tuple[Country, ...], Some]
    rate: Times


class Campaign(Window):
    """A stretch of days in which another part of what goes round is seized."""

    seized: Share


class Hub(Part):
    """A way round: a part of what is blocked goes through a third country, some of it is seized."""

    from_: tuple[Country, ...] = Field(alias="from", min_length=1)
    through: Country
    to: tuple[Country, ...] = ()
    goods: tuple[Goods, ...] = ()
    share: Share
    weeks: Weeks
    seized: Share = 0.0
    campaigns: tuple[Campaign, ...] = ()

    def seized_on(self, day: date) -> float:
        """The part that is seized of what sets out on a day; of campaigns the last that holds."""
        held = [one.seized for one in self.campaigns if one.holds(day)]
        return held[-1] if held else self.seized


class Demand(Window):
    """Use of some sectors in some countries, times what it was."""

    sectors: tuple[Sector, ...] = ()
    countries: tuple[Country, ...] = ()
    times: Times


class Supply(Window):
    """Capacity of mines and plants that make some goods in some countries, times what it was."""

    goods: Annotated[tuple[Goods, ...], Some]
    countries: tuple[Country, ...] = ()
    times: Times


class Release(Window):
    """Tonnes out of a country's strategic stock, spread evenly over the window."""

    good: Goods
    country: Country
    tonnes: Tonnes
    until: Day


class Announced(Window):
    """Buyers fear for some goods, and hoard."""

    goods: Annotated[tuple[Goods, ...], Some]


class Party(Window):
    """Named parties that may not be served out of goods of some countries.

    measure: the list, an id of the law data or a name of one's own; share: the part of what these
    sectors buy there that the parties buy; source: on what that rests; at_least: goods made abroad
    count too where they hold so much of their value of goods of these countries, None: they do not.
    """

    measure: Annotated[str, Some]
    origins: Annotated[tuple[Country, ...], Some]
    goods: tuple[Goods, ...] = ()
    sectors: Annotated[tuple[Sector, ...], Some]
    countries: Annotated[tuple[Country, ...], Some]
    share: Share
    source: Annotated[str, Some]
    at_least: Share | None = None


class Missing(Window):
    """An input that is no good of the model is withheld: chips, equipment, software.

    share: the part of these sectors' output that stands without it; source: on what that rests.
    """

    name: Annotated[str, Some]
    sectors: Annotated[tuple[Sector, ...], Some]
    countries: Annotated[tuple[Country, ...], Some]
    share: Share
    source: Annotated[str, Some]


class Beyond(Destined):
    """Goods made abroad that hold some of one's own need a licence too; id: as of a licence.

    goods: which; containing, of: what they hold, and where that was made; at_least: of the value
    of a good, below which it is left alone; origins: where they leave, all but `of` where none is
    named.
    """

    id: Id
    goods: Annotated[tuple[Goods, ...], Some]
    containing: Annotated[tuple[Goods, ...], Some]
    of: Annotated[tuple[Country, ...], Some]
    at_least: Share
    origins: tuple[Country, ...] = ()


class Host(Window):
    """What a by-product comes out of is made in other amounts, times what it was."""

    host: Literal["alumina", "zinc", "coal_ash"]
    countries: tuple[Country, ...] = ()
    times: Times


class Finished(Window):
    """The part of what sectors cannot make that is bought finished from elsewhere instead."""

    sectors: tuple[Sector, ...] = ()
    countries: tuple[Country, ...] = ()
    share: Share


class Scenario(Part):
    """A patch over law and world; assume: knobs that this scenario fixes, for every draw."""

    id: Id
    title: Text
    summary: Text
    sources: Annotated[tuple[Annotated[str, Some], ...], Some]
    starts: Day
    weeks: Weeks
    scope: Annotated[tuple[Material, ...], Some]
    law: LawPatch = LawPatch()
    friction: tuple[Friction, ...] = ()
    bans: tuple[Control, ...] = ()
    licences: tuple[Licence, ...] = ()
    quotas: tuple[Quota, ...] = ()
    duties: tuple[Duty, ...] = ()
    hubs: tuple[Hub, ...] = ()
    demand: tuple[Demand, ...] = ()
    supply: tuple[Supply, ...] = ()
    stockpile: tuple[Release, ...] = ()
    announced: tuple[Announced, ...] = ()
    parties: tuple[Party, ...] = ()
    inputs: tuple[Missing, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    hosts: tuple[Host, ...] = ()
    finished: tuple[Finished, ...] = ()
    assume: Assumed = Field(default_factory=dict)
