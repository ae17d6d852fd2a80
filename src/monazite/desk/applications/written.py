"""What a person writes in a service, read before anything is done with it.

The same characters are refused as in a form (`monazite.licensing.hygiene`): what lies in a decision
or on a licence reads as it is spelled.
"""

from __future__ import annotations

from collections.abc import Iterable

from monazite.errors import InputError
from monazite.law.finding import ERROR
from monazite.licensing import hygiene

TEXT_MAX = 10_000
"""Characters of an advice, of reasons, of a note."""
CONDITION_MAX = 500
"""Characters of one condition."""
_ROWS = 20


def text(field: str, given: str, most: int = TEXT_MAX) -> str:
    """What was written, as it is kept, "" where nothing was; InputError else.

    It may have several lines; no character that is unseen or turns the direction of writing.
    """
    return _read(field, given, most, lines=True)


def reason(field: str, given: str, most: int = TEXT_MAX) -> str:
    """The same, and InputError where nothing was written."""
    read = text(field, given, most)
    if not read:
        raise InputError(field, "", f"1 to {most} characters", "reason", most=most)
    return read


def once(field: str, given: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in the order given, empty ones left out; InputError for too many.

    Each is one line.
    """
    read = dict.fromkeys(_read(field, each, CONDITION_MAX, lines=False) for each in given)
    found = tuple(each for each in read if each)
    if len(found) > _ROWS:
        raise InputError(field, str(len(found)), f"at most {_ROWS}", "rows", most=_ROWS)
    return found


def _read(field: str, given: str, most: int, *, lines: bool) -> str:
    read = hygiene.clean(given)
    for problem in hygiene.problems(read, most, lines=lines):
        if problem.severity == ERROR:
            raise _unusable(field, read, most, problem)
    return read


def _unusable(field: str, read: str, most: int, problem: hygiene.Problem) -> InputError:
    shown = hygiene.shown(read)
    if problem.code == "too_long":
        return InputError(field, shown, f"at most {most} characters", "too_long", most=most)
    characters = problem.values["characters"]
    accepted = f"text without {characters}"
    return InputError(field, shown, accepted, problem.code, characters=characters)
