"""Chinese syllables in pinyin: what is one, and how joined ones come apart."""

from __future__ import annotations

from functools import lru_cache

from monazite.watch.screening.names.tables import rows

_LONGEST = 6
_VOWELS = frozenset("aeo")
_NEVER_BEHIND = frozenset({"a", "o"})
"""Syllables that no given name ends in: `ruo` is not ru-o."""
_SPELLED = {"lyu": "lu", "nyu": "nu", "lyue": "lue", "nyue": "nue", "lv": "lu", "nv": "nu"} | {
    "lve": "lue",
    "nve": "nue",
}
"""Other ways to write ü, and the one that stands for all of them here."""


@lru_cache
def syllables() -> frozenset[str]:
    """Every syllable as passports write it without tones, ü in all its spellings."""
    listed = {row["pinyin"] for row in rows("syllables")}
    return frozenset(listed | set(_SPELLED) | set(_SPELLED.values()))


def plain(syllable: str) -> str:
    """The syllable with u for ü."""
    return _SPELLED.get(syllable, syllable)


@lru_cache(maxsize=1 << 17)
def apart(token: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a token as syllables, at most two, the one by the rules of pinyin first.

    By those rules a syllable that begins with a, e or o follows another only after an apostrophe,
    so `linan` is li-nan before lin-an. Empty where it is no Chinese.
    """
    if not token.isascii() or len(token) > 3 * _LONGEST:
        return ()
    found = _splits(token, syllables())
    found.sort(key=lambda parts: (sum(part[0] in _VOWELS for part in parts[1:]), len(parts)))
    return tuple(dict.fromkeys(tuple(map(plain, parts)) for parts in found))[:2]


def _splits(token: str, known: frozenset[str]) -> list[list[str]]:
    """All ways to cut the token into known syllables."""
    if not token:
        return [[]]
    return [
        [token[:size], *rest]
        for size in range(1, min(_LONGEST, len(token)) + 1)
        if token[:size] in known
        for rest in _splits(token[size:], known)
        if not rest or rest[0] not in _NEVER_BEHIND
    ]
