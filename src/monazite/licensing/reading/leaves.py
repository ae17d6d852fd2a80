"""One field as typed → its value, or None, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from monazite.law.finding import ERROR
from monazite.licensing import hygiene
from monazite.licensing.hygiene import Problem
from monazite.licensing.reading import days, numbers, terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.licensing.fields import Field
    from monazite.licensing.reading.hints import Hints

_NUMBERS = {"decimal", "share"}
_JSON_NUMBER = 60
EMPTY: dict[str, Any] = {"codes": ()}
"""What a field holds where nothing is said, by type; None for the others."""

Leaf = tuple[Any, tuple[Problem, ...]]


def leaf(typed: object, field: Field, hints: Hints) -> Leaf:
    """The value of one field, and every problem of it; a text is kept with its problems."""
    if typed is None:
        return EMPTY.get(field.type), ()
    if isinstance(typed, str):
        return _text(typed, field, hints)
    if isinstance(typed, bool):
        problem = _not_text(str(typed).lower())
        return (typed, ()) if field.type == "yes_no" else _wrong(problem, field)
    if isinstance(typed, (int, float)) and field.type in _NUMBERS:
        return _wrong(Problem("number_not_text", values={"value": sketch(typed)}), field)
    if isinstance(typed, (int, float)) and field.type == "count" and typed % 1 == 0:
        # JSON makes no difference between 12 and 12.0.
        return _single(numbers.count(int(typed)))
    return _wrong(_not_text(sketch(typed)), field)


def sketch(typed: object) -> str:
    """Anything as a message shows it, bounded: a record is {…}, a number of many digits …."""
    if isinstance(typed, str):
        return hygiene.shown(typed)
    if isinstance(typed, float) or (isinstance(typed, int) and typed.bit_length() < _JSON_NUMBER):
        return repr(typed)
    if isinstance(typed, int):
        return "…"
    if isinstance(typed, Mapping):
        return "{…}"
    return "[…]" if isinstance(typed, (list, tuple)) else "…"


def _not_text(value: str) -> Problem:
    return Problem("not_text", values={"value": value})


def _wrong(problem: Problem, field: Field) -> Leaf:
    return EMPTY.get(field.type), (problem,)


def _text(typed: str, field: Field, hints: Hints) -> Leaf:
    text = hygiene.clean(typed)
    wrong = hygiene.problems(typed, field.limit, lines=field.type == "text")
    if not text and not wrong:
        return EMPTY.get(field.type), ()
    if field.type in {"word", "text"}:
        return text, wrong
    if errors := tuple(each for each in wrong if each.severity == ERROR):
        return EMPTY.get(field.type), errors
    if field.type == "codes":
        return terms.places(text, hints) if field.of == "country" else (terms.codes(text), ())
    return _single(_reader(field, hints)(text))


def _reader(field: Field, hints: Hints) -> Callable[[str], Any]:
    readers: dict[str, Callable[[str], Any]] = {
        "choice": lambda text: terms.choice(text, field, hints),
        "country": lambda text: terms.country(text, hints),
        "date": days.day,
        "decimal": numbers.decimal,
        "count": numbers.count,
        "share": numbers.share,
        "yes_no": terms.yes_no,
    }
    return readers[field.type]


def _single(read: object) -> Leaf:
    return (None, (read,)) if isinstance(read, Problem) else (read, ())
