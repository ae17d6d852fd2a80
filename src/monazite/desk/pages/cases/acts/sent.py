"""What a form sent, read value by value; InputError names the field that cannot be used."""

from __future__ import annotations

import re
import uuid
from datetime import date

from django.http import QueryDict

from monazite.errors import InputError

_SHOWN = 40


class Sent:
    """The values of one form; seen: the case's `event_seq` on the page that sent it."""

    def __init__(self, values: QueryDict) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """A text without spaces around it; "" where nothing was typed."""
        return (self._values.get(name) or "").strip()

    def lines(self, name: str) -> tuple[str, ...]:
        """One text for each line that says something."""
        return tuple(line for row in self.text(name).splitlines() if (line := row.strip()))

    def chosen(self, name: str) -> tuple[str, ...]:
        """The boxes that were ticked."""
        return tuple(self._values.getlist(name))

    def ticked(self, name: str) -> bool:
        """Whether a box was ticked."""
        return bool(self._values.get(name))

    def day(self, name: str) -> date | None:
        """A day, None where none was given."""
        text = self.text(name)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError as error:
            raise InputError(name, text[:_SHOWN], "a day as 2026-01-31", "day") from error

    def ident(self, name: str) -> uuid.UUID:
        """The id that a list of the page sent."""
        text = self.text(name)
        try:
            return uuid.UUID(text)
        except ValueError as error:
            raise InputError(name, text[:_SHOWN], "one of the list", "stale") from error

    def idents(self, name: str) -> tuple[uuid.UUID, ...]:
        """Every id that was ticked."""
        try:
            return tuple(uuid.UUID(text) for text in self.chosen(name))
        except ValueError as error:
            raise InputError(name, "", "some of the list", "stale") from error

    def number(self, name: str) -> int:
        """A whole number that the page itself wrote."""
        text = self.text(name)
        if not re.fullmatch("[0-9]{1,18}", text):
            raise InputError(name, text[:_SHOWN], "a number of this page", "stale")
        return int(text)

    @property
    def seen(self) -> int:
        """Which state of the case the page showed."""
        return self.number("seen")

    def document(self) -> dict[str, list[str]]:
        """Everything but the token of the page: what makes two requests the same."""
        left_out = {"csrfmiddlewaretoken", "key"}
        return {name: list(self._values.getlist(name)) for name in self._values} | {
            name: [] for name in left_out & self._values.keys()
        }
