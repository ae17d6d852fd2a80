"""Ways in which the same name comes to be written otherwise, drawn at random.

Own words for what clerks, scanners, romanisations and people who hide do to a name. The public
perturbation engine that screening is measured with is not used here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_NEAR = dict(zip("qwertyuiopasdfghjklzxcvbnm", (
    "wa", "qes", "wrd", "etf", "ryg", "tuh", "yij", "uok", "ipl", "ol", "qsz", "awdx", "sefc",
    "drgv", "fthb", "gyjn", "hukm", "jil", "kop", "asx", "zsdc", "xdfv", "cfgb", "vghn", "bhjm",
    "njk",
), strict=True))  # fmt: skip
_SOUNDS = (
    ("mohammed", "muhammad"), ("mohammed", "mohamed"), ("ahmed", "ahmad"), ("hussein", "husayn"),
    ("youssef", "yusuf"), ("khaled", "khalid"), ("sergei", "sergey"), ("andrey", "andrei"),
    ("aleksandr", "alexander"), ("dmitry", "dmitri"), ("evgeny", "yevgeni"), ("yuri", "iouri"),
    ("ou", "u"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("kh", "h"), ("gh", "g"), ("y", "i"),
    ("ei", "ey"), ("ie", "i"), ("ee", "i"), ("z", "s"), ("v", "w"), ("th", "t"), ("dj", "j"),
    ("q", "k"), ("ks", "x"), ("iy", "y"), ("ya", "ia"), ("yu", "iu"), ("sh", "s"), ("oo", "u"),
    ("ah", "a"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ov", "off"), ("j", "y"),
)  # fmt: skip
_PRINT = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("cl", "d"), ("i", "l"), ("s", "5"),
    ("b", "8"), ("e", "c"),
)  # fmt: skip
_TITLES = (
    "Dr",
    "Mr",
    "Mrs",
    "Prof.",
    "Sheikh",
    "Haji",
    "Gen.",
    "Eng.",
    "Sayyid",
    "Mullah",
    "Capt.",
)
_FORMS = {
    "ltd": "Limited", "limited": "Ltd", "inc": "Incorporated", "inc.": "Incorporated",
    "co.,": "Company", "corp.": "Corporation", "llc": "Limited Liability Company",
    "gmbh": "Gesellschaft mit beschränkter Haftung", "ag": "Aktiengesellschaft", "plc": "p.l.c.",
    "s.a.": "SA", "srl": "S.R.L.", "&": "and", "international": "Intl", "group": "Grp",
    "technology": "Tech", "import": "Imp", "trading": "Trdg", "brothers": "Bros",
}  # fmt: skip


def typed(text: str, draw: random.Random) -> str:
    """One letter missed, doubled, changed for its neighbour, or two that changed places."""
    at = draw.randrange(len(text))
    how = draw.randrange(4)
    if how == 0:
        return text[:at] + text[at + 1 :]
    if how == 1:
        return text[:at] + text[at] + text[at:]
    if how == 2 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    near = _NEAR.get(text[at].lower(), _ALPHABET)
    return text[:at] + draw.choice(near) + text[at + 1 :]


def sounded(text: str, draw: random.Random) -> str:
    """A romanisation or a spelling that sounds the same."""
    return _one_of(text, _SOUNDS, draw)


def scanned(text: str, draw: random.Random) -> str:
    """A letter that a scanner took for another."""
    return _one_of(text, _PRINT, draw)


def without_vowels(text: str, draw: random.Random) -> str:
    """Vowels left out inside words, of all or of one."""
    words = text.split(" ")
    every = draw.random() < 0.7
    only = draw.randrange(len(words))
    return " ".join(
        word[0] + re.sub("[aeiou]", "", word[1:-1]) + word[-1]
        if len(word) > 3 and (every or at == only)
        else word
        for at, word in enumerate(words)
    )


def turned(text: str, draw: random.Random) -> str:
    """The words in another order, perhaps with a comma."""
    words = text.split(" ")
    if len(words) < 2:
        return text
    if draw.random() < 0.5:
        return " ".join(reversed(words))
    return f"{words[-1]}{draw.choice((',', ''))} {' '.join(words[:-1])}"


def shortened(text: str, draw: random.Random) -> str:
    """Given names as initials."""
    words = text.split(" ")
    if len(words) < 2:
        return text
    dot = draw.choice((".", ""))
    if draw.random() < 0.5:
        return " ".join([words[0][:1] + dot, *words[1:]])
    return " ".join([*(word[:1] + dot for word in words[:-1]), words[-1]])


def dropped(text: str, draw: random.Random) -> str:
    """A word in the middle left out."""
    words = text.split(" ")
    if len(words) < 3:
        return text
    at = draw.randrange(1, len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :])


def added(text: str, draw: random.Random) -> str:
    """A title before, or a generation behind."""
    if draw.random() < 0.75:
        return f"{draw.choice(_TITLES)} {text}"
    return f"{text} {draw.choice(('Jr.', 'II', 'Sr.'))}"


def spaced(text: str, draw: random.Random) -> str:
    """Two words written as one, with a hyphen, or one word as two."""
    words = text.split(" ")
    if len(words) > 1 and draw.random() < 0.7:
        at = draw.randrange(len(words) - 1)
        pair = words[at] + draw.choice(("", "-")) + words[at + 1]
        return " ".join([*words[:at], pair, *words[at + 2 :]])
    at = draw.randrange(len(words))
    if len(words[at]) > 5:
        cut = draw.randrange(2, len(words[at]) - 2)
        words[at] = f"{words[at][:cut]} {words[at][cut:]}"
    return " ".join(words)


def cut(text: str, draw: random.Random) -> str:
    """The end cut off, as a narrow field does."""
    least = max(8, len(text) * 2 // 3)
    return text[: draw.randrange(least, len(text))].rstrip() if len(text) > least else text


def cased(text: str, draw: random.Random) -> str:
    """All large, all small, or without marks between words."""
    return draw.choice((text.upper(), text.lower(), re.sub("[-'.,]", " ", text)))


def formed(text: str, draw: random.Random) -> str:
    """A legal form or common word of a firm written otherwise, or left out."""
    words = text.split(" ")
    known = [at for at, word in enumerate(words) if word.lower().strip(",") in _FORMS]
    if not known:
        return text
    at = draw.choice(known)
    other = _FORMS[words[at].lower().strip(",")]
    words[at : at + 1] = [] if draw.random() < 0.4 and len(words) > 2 else [other]
    return " ".join(words)


OF_PERSONS: Mapping[Callable[[str, random.Random], str], float] = {
    typed: 3, sounded: 3, scanned: 1, without_vowels: 1, turned: 2, shortened: 1.5, dropped: 1.5,
    added: 1, spaced: 1, cut: 0.7, cased: 1,
}  # fmt: skip
OF_FIRMS: Mapping[Callable[[str, random.Random], str], float] = {
    typed: 3, sounded: 1.5, scanned: 1, without_vowels: 0.7, formed: 5, dropped: 0.5, spaced: 1,
    cut: 1, cased: 1,
}  # fmt: skip


def slipped(text: str, draw: random.Random, *, person: bool) -> str:
    """The name with one slip, now and then two."""
    ways = OF_PERSONS if person else OF_FIRMS
    for way in draw.choices([*ways], [*ways.values()], k=2 if draw.random() < 0.25 else 1):
        text = way(text, draw) or text
    return text


def _one_of(text: str, pairs: tuple[tuple[str, str], ...], draw: random.Random) -> str:
    """One of the replacements that can be made, either way round, at one place."""
    lower = text.lower()
    ways = [pair for one, other in pairs for pair in ((one, other), (other, one))]
    ways = [(old, new) for old, new in ways if old in lower]
    if not ways or len(lower) != len(text):
        return text
    old, new = draw.choice(ways)
    at = lower.index(old)
    return text[:at] + (new.title() if text[at].isupper() else new) + text[at + len(old) :]
