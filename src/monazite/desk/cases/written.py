"""What a person writes in a service of casework, read before anything is done with it."""

from __future__ import annotations

from collections.abc import Iterable

from monazite.errors import InputError

TEXT_MAX = 10_000
"""Characters of an advice, of reasons, of a note."""
CONDITION_MAX = 500
"""Characters of one condition."""
_ROWS = 20


def text(field: str, given: str, most: int = TEXT_MAX) -> str:
    """What was written, without the spaces around it, "" where nothing was; InputError else."""
    read = given.strip()
    if "\0" in read:
        raise InputError(field, read[:80], "no NUL character", "nul")
    if len(read) > most:
        raise InputError(field, read[:80], f"at most {most} characters", "too_long", most=most)
    return read


def reason(field: str, given: str) -> str:
    """The same, and InputError where nothing was written."""
    read = text(field, given)
    if not read:
        raise InputError(field, "", f"1 to {TEXT_MAX} characters", "reason", most=TEXT_MAX)
    return read


def once(field: str, given: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in the order given, empty ones left out; InputError for too many."""
    read = tuple(dict.fromkeys(text(field, each, CONDITION_MAX) for each in given))
    found = tuple(each for each in read if each)
    if len(found) > _ROWS:
        raise InputError(field, str(len(found)), f"at most {_ROWS}", "rows", most=_ROWS)
    return found
