"""The course of a story: its acts in their order, each on the day that the story names.

Days are counted back from today in working days of the offices: 1 is the last one before today, so
that nothing is done on a day off or in the future, whenever the world is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.demo.past import at, moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REGIME = "CN"
"""Whose calendar the demo's days are counted by."""
_APART, _STORIES, _LATER = 4, 40, 25
"""Minutes between two stories on a day, how many of them before it begins again, between acts."""


@dataclass(slots=True)
class Course:
    """What is still to happen in a story; acts: before each, how many working days ago it was."""

    number: int
    acts: Iterator[int]
    today: date
    ago: int = 0
    on_that_day: int = 0

    def next(self) -> tuple[datetime, int, Course] | None:
        """When it goes on, its place among others of that moment, and itself; None at its end."""
        ago = next(self.acts, None)
        if ago is None:
            return None
        self.on_that_day = self.on_that_day + 1 if ago == self.ago else 0
        self.ago = ago
        minutes = self.number % _STORIES * _APART + self.on_that_day * _LATER
        return moment(self.today, ago, minutes, REGIME), self.number, self


def run(courses: Iterable[Course]) -> None:
    """Let every act of every story happen, the earliest first, each in its own transaction."""
    coming = [found for course in courses if (found := course.next())]
    heapify(coming)
    while coming:
        when, _, course = heappop(coming)
        with at(when), transaction.atomic():
            following = course.next()
        if following:
            heappush(coming, following)
