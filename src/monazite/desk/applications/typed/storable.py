"""What a draft keeps: text as typed, even where it cannot be read; and its limits.

Refused is only what a database cannot give back as it was: numbers with a point, NUL, halves of
characters, and forms of another shape or beyond all measure.
"""

from __future__ import annotations

import hashlib
from typing import Any

from monazite.desk.events.canonical import canonical
from monazite.errors import InputError
from monazite.licensing.fields import Form, sections

TEXT_MAX = 20_000
"""Characters of one field; the form's own limits are findings, this one is a wall."""
BYTES_MAX = 1_500_000
"""Of the whole form as JSON."""
_WHOLE_MAX = 10**15
_DEPTH_MAX = 4


def storable(form: object) -> Form:
    """The form, if it can be kept; InputError naming the first place that cannot."""
    if not isinstance(form, dict):
        raise InputError("form", type(form).__name__, "an object with the sections of the form")
    for name, content in form.items():
        _shape(name, content)
        _keep(name, content, 0)
    if form and not sections().keys() & form.keys():
        raise InputError("form", ", ".join(form)[:80], "a section of the form", "no_form")
    size = len(canonical(form).encode())
    if size > BYTES_MAX:
        raise InputError("form", f"{size} bytes", f"at most {BYTES_MAX} bytes", "form_large")
    return form


def form_sha256(form: Form) -> str:
    """The form's name: SHA-256 of its canonical JSON."""
    return hashlib.sha256(canonical(form).encode()).hexdigest()


def _shape(name: object, content: object) -> None:
    known = sections().get(str(name))
    if known is None:
        return
    if known.many:
        if not isinstance(content, list) or not all(isinstance(row, dict) for row in content):
            raise InputError(known.name, type(content).__name__, "a list of objects")
    elif not isinstance(content, dict):
        raise InputError(known.name, type(content).__name__, "an object")


def _keep(path: str, content: Any, depth: int) -> None:  # noqa: ANN401 - JSON of a stranger
    if depth > _DEPTH_MAX:
        raise InputError(path[:200], "", f"at most {_DEPTH_MAX} levels")
    if isinstance(content, dict):
        for key, inner in content.items():
            keepable(path[:200], key)
            _keep(f"{path}.{key}", inner, depth + 1)
    elif isinstance(content, list):
        for number, inner in enumerate(content):
            _keep(f"{path}[{number}]", inner, depth + 1)
    else:
        _leaf(path[:200], content)


def _leaf(path: str, content: object) -> None:
    if isinstance(content, str):
        keepable(path, content)
    elif isinstance(content, int):
        if abs(content) >= _WHOLE_MAX:
            raise InputError(path, "a number beyond 15 digits", "text")
    elif content is not None:
        raise InputError(path, content, 'text, such as "12.5"')


def keepable(path: str, content: object) -> None:
    """InputError for a text that no draft keeps: too long, NUL, half of a character."""
    if not isinstance(content, str) or len(content) > TEXT_MAX:
        accepted = f"text of at most {TEXT_MAX} characters"
        raise InputError(path, "", accepted, "too_long", most=TEXT_MAX)
    if "\0" in content or not _whole(content):
        raise InputError(path, "", "text without NUL and without halves of characters", "nul")


def _whole(content: str) -> bool:
    try:
        content.encode()
    except UnicodeEncodeError:
        return False
    return True
