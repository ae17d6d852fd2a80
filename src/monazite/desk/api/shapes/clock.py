"""The clock of a case as it comes out."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from monazite.desk.api.shapes.base import Shape


class ClockShape(Shape):
    """What the clock of a case shows today, in working days of its regime."""

    state: str = Field(description="not_started, running, stopped, no_limit or ended")
    accepted_on: date | None = Field(description="The day from which it counts.")
    limit: int | None = Field(description="null where no limit binds.")
    counted: int | None
    left: int | None = Field(description="Of the limit, never below zero.")
    over: int = Field(description="Working days beyond the limit.")
    due: date | None = Field(
        description="The day on which the limit ends as it runs now; null while it stands still."
    )
    due_in_unpublished_year: bool = Field(
        description="It ends in a year whose working days nobody has published."
    )
    unpublished: int | None = Field(
        description="This year, where its own working days are not published: nothing is counted."
    )
