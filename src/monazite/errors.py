"""The errors that a caller can mend; problems in users' data are values, not errors."""

from __future__ import annotations

from typing import TypedDict


class ErrorDocument(TypedDict):
    """The JSON form of an input error: the field, the value given, what would be accepted."""

    field: str
    value: str
    accepted: str


class MonaziteError(Exception):
    """Something Monazite cannot do as asked."""


class InputError(MonaziteError):
    """A value that cannot be used; names the field, the value and what would be accepted.

    code: what is wrong, for pages that say it in the reader's language, with the figures `told`.
    """

    def __init__(
        self, field: str, value: object, accepted: str, code: str = "", **told: object
    ) -> None:
        self.code = code
        self.told = told
        self.field = field
        self.value = "" if value is None else str(value)
        self.accepted = accepted.removeprefix("accepted: ")
        wrong = f"{self.value!r} cannot be used; accepted: " if self.value else ""
        super().__init__(f"{field}: {wrong}{self.accepted}")

    def document(self) -> ErrorDocument:
        """The error as the JSON object of the command line."""
        return {"field": self.field, "value": self.value, "accepted": self.accepted}


class LawDataError(MonaziteError):
    """The law data break their own rules; every problem is listed, one a line."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))
