"""What hides in typed text: too long, unseen or misleading characters; for names, files, papers.

Names that read otherwise than they are spelled are how one firm passes for another: turned
writing direction, characters without width, Cyrillic or Greek letters that look Latin.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monazite.law.finding import ERROR, WARNING, Term, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NO_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    f"{_NO_CHARACTERS}]"
)
_BREAKS = re.compile(r"[\t\n\r]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_JOINERS = "\u200c\u200d"
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af]")
"""Scripts whose spelling needs the joiners: Arabic, those of India, Tibetan, Burmese, Khmer."""
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LOOK_ALIKES = {
    "cyrillic": "АВСЕНІЈКМОРЅТУХаеорсухіјѕһԁԛԝ",
    "greek": "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυ",
}
"""Letters of other scripts that nobody tells from Latin ones."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAMED = 5
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a text; values: what its words name."""

    code: str
    severity: str = ERROR
    values: Mapping[str, Value] = field(default_factory=dict)


def clean(text: str) -> str:
    """The text as it is compared and kept: NFC, one kind of line end, no space around it."""
    if text.isascii():
        return text.replace("\r\n", "\n").strip()
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


def narrow(text: str) -> str:
    """The text with full-width letters, digits and signs as plain ones: １２．５ is 12.5."""
    if text.isascii():
        return text
    return "".join(_narrow(character) for character in text)


def _narrow(character: str) -> str:
    # Not NFKC: it would make 5² into 52.
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    return " " if character == "\u3000" else character


def shown(text: str) -> str:
    """The text for a message: at most 60 characters, what cannot be seen as <U+202E>."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    if cut.isascii() and cut.isprintable():
        return cut
    return "".join(f"<{_code(each)}>" if _unseen(each) else each for each in cut)


def _unseen(character: str) -> bool:
    patterns = (_CONTROL, _BREAKS, _DIRECTION, _INVISIBLE)
    return any(pattern.match(character) for pattern in patterns)


def problems(text: str, limit: int, *, lines: bool) -> tuple[Problem, ...]:
    """Everything wrong with a text; limit in characters; lines: whether it may have several."""
    found = _length(text, limit)
    if text.isascii() and text.isprintable():
        return found
    control = _CONTROL.findall(text) + ([] if lines else _BREAKS.findall(text.strip()))
    return (
        *found,
        *_named("control_character", control),
        *_named("direction_override", _DIRECTION.findall(text)),
        *_named("invisible_character", _invisible(text)),
        *_mixed(text),
    )


def _length(text: str, limit: int) -> tuple[Problem, ...]:
    length = len(text)
    if length <= limit:
        return ()
    return (Problem("too_long", values={"limit": f"{limit:,}", "length": f"{length:,}"}),)


def _named(code: str, characters: Iterable[str]) -> tuple[Problem, ...]:
    distinct = list(dict.fromkeys(characters))
    if not distinct:
        return ()
    more = ", …" if len(distinct) > _NAMED else ""
    return (Problem(code, values={"characters": ", ".join(map(_code, distinct[:_NAMED])) + more}),)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _invisible(text: str) -> list[str]:
    return [
        found.group()
        for found in _INVISIBLE.finditer(text)
        if not _needed(found.group(), text[found.start() - 1 : found.start()])
    ]


def _needed(character: str, before: str) -> bool:
    """Whether its script spells with it: a joiner, or the variant of an ideograph."""
    if character in _JOINERS:
        return bool(_JOINED.match(before))
    variant = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return variant and bool(_IDEOGRAPH.match(before))


def _mixed(text: str) -> tuple[Problem, ...]:
    """The first word of each script that mixes Latin letters with look-alikes of the script."""
    return tuple(
        Problem("mixed_script", WARNING, _said_of(word, script, alike))
        for script, letters in _LOOK_ALIKES.items()
        for word, alike in [_first_mixed(text, letters)]
        if word
    )


def _said_of(word: str, script: str, alike: str) -> dict[str, Value]:
    return {"word": shown(word), "script": Term(key=f"licensing.script.{script}"), "letters": alike}


def _first_mixed(text: str, letters: str) -> tuple[str, str]:
    for word in _LETTERS.findall(text):
        alike = [each for each in dict.fromkeys(word) if each in letters]
        if alike and _LATIN.search(word):
            return word, ", ".join(f"{each} {_code(each)}" for each in alike[:_NAMED])
    return "", ""
