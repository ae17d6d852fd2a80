"""The form as a JSON document: text is kept exactly as it was sent, or the file is refused."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.licensing.hygiene import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.fields import Form

LARGEST = 8_000_000
"""Bytes of a document; the texts of a form may be a million characters."""
DEEPEST = 16
"""Objects and lists in each other; a form needs three, and what else was sent is a finding."""
_DIGITS = 30
_KEPT_NOWHERE = re.compile("[\x00\ud800-\udfff]")
_FILE = "form"


def read_json(data: bytes) -> Form:
    """The form in a JSON document.

    Raises:
        InputError: no UTF-8, no JSON, no object; a key twice; NaN; a number that loses digits;
            a character that no database keeps; too deep or too large.
    """
    if len(data) > LARGEST:
        accepted = f"a document of at most {LARGEST:,} bytes"
        raise InputError(_FILE, f"{len(data):,} bytes", accepted, "form_large")
    form = _parsed(_decoded(data))
    if not isinstance(form, dict):
        raise _refused(type(form).__name__, "one JSON object whose keys are sections of the form")
    check_texts(form)
    return form


def write_json(form: Form) -> bytes:
    """The form as a JSON document, one field a line, in UTF-8."""
    text = json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def check_texts(form: object) -> None:
    """InputError for a form that no database keeps as it is: too deep, NUL, half a character."""
    for depth, text in _texts(form):
        if depth > DEEPEST:
            raise _refused(f"{depth} levels", f"at most {DEEPEST} objects and lists in each other")
        if found := _KEPT_NOWHERE.search(text):
            code = f"U+{ord(found.group()):04X}"
            accepted = f"text without this character; it stands in {shown(text)}"
            raise InputError(_FILE, code, accepted, "character", character=code)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        at = f"byte {broken.start + 1:,}"
        accepted = "text in UTF-8; save the file with that encoding"
        raise InputError(_FILE, at, accepted, "encoding") from broken


def _parsed(text: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_fraction,
            parse_int=_whole,
        )
    except json.JSONDecodeError as broken:
        at = f"line {broken.lineno:,}, column {broken.colno:,}"
        told = {"line": broken.lineno, "column": broken.colno}
        raise InputError(_FILE, at, f"JSON; there: {broken.msg}", "json", **told) from broken
    except RecursionError:
        raise _refused("…", f"at most {DEEPEST} objects and lists in each other") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        (twice, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        accepted = "each key once in an object"
        raise InputError(_FILE, shown(twice), accepted, "twice", name=shown(twice))
    return found


def _constant(word: str) -> None:
    raise _refused(word, "numbers as text in quotation marks; JSON has no such number")


def _fraction(text: str) -> float:
    number = float(text)
    try:
        exact = math.isfinite(number) and Decimal(repr(number)) == Decimal(text)
    except InvalidOperation:
        exact = False
    if not exact:
        raise _lossy(text)
    return number


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise _lossy(text)
    return int(text)


def _lossy(text: str) -> InputError:
    accepted = "a number in quotation marks, so that it keeps its digits"
    return InputError(_FILE, shown(text), accepted, "number", number=shown(text))


def _texts(form: object) -> Iterator[tuple[int, str]]:
    """Every key and text, with how deep it stands; a container too deep as an empty text."""
    layer, depth = [form], 0
    while layer and depth <= DEEPEST:
        depth += 1
        inside = [each for thing in layer for each in _inside(thing)]
        yield from ((depth, each) for each in inside if isinstance(each, str))
        layer = [each for each in inside if isinstance(each, (dict, list))]
    if layer:
        yield depth + 1, ""


def _inside(thing: object) -> Iterator[object]:
    if isinstance(thing, dict):
        yield from thing
        yield from thing.values()
    elif isinstance(thing, list):
        yield from thing


def _refused(value: object, accepted: str) -> InputError:
    return InputError(_FILE, value, accepted, "no_document")
