"""What a form's page sent: the fields that were changed in it, and what shall happen."""

from __future__ import annotations

import json
from collections.abc import Container
from dataclasses import dataclass

from django.http import QueryDict

from monazite.desk.pages.form.blocks import Block
from monazite.errors import InputError

_ACTS = frozenset({"add", "claims", "copy", "remove", "under"})


@dataclass(frozen=True, slots=True)
class Act:
    """What a button does to the rows of a section."""

    what: str
    section: str
    row: int


def changes(sent: QueryDict) -> dict[str, str]:
    """The fields whose text differs from what the page was drawn with, by path."""
    base = _base(sent.get("base", ""))
    typed = {path: _lines(str(sent[path])) for path in sent if "." in path}
    return {path: text for path, text in typed.items() if base.get(path) != text}


def base(blocks: tuple[Block, ...], unsaved: Container[str] = ()) -> str:
    """What the page is drawn with, to be sent back with it, but the paths that are not saved."""
    drawn = (f for block in blocks for row in block.rows for f in row.controls)
    return json.dumps(
        {f.path: _lines(f.value) for f in drawn if f.path not in unsaved},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def version(sent: QueryDict) -> int:
    """The version that the page was drawn with."""
    text = sent.get("version", "")
    if not (text.isascii() and text.isdigit() and len(text) < len("1234567890")):
        raise InputError("version", text[:20], "the number of a version", "stale")
    return int(text)


def number(text: str | None, otherwise: int) -> int:
    """A small number from a request, or another one where it is none."""
    return (
        int(text)
        if text and text.isascii() and text.isdigit() and len(text) < len("12345")
        else otherwise
    )


def act(sent: QueryDict) -> Act | None:
    """What the pressed button does: `add:lines`, `copy:lines:2`, `remove:lines:2`."""
    what, _, rest = sent.get("act", "").partition(":")
    section, _, row = rest.partition(":")
    return Act(what, section, number(row, 0)) if what in _ACTS else None


def _base(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _lines(text: str) -> str:
    """One kind of line end: browsers send another than they were given."""
    return text.replace("\r\n", "\n")
