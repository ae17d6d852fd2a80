"""Numbers in names of firms and vessels, brought to digits."""

from __future__ import annotations

import re

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_MORE = "fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_CARDINAL = {word: number for number, word in enumerate(f"{_ONES} {_MORE}".split())}
_TEN = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vii": 7, "viii": 8, "ix": 9, "xii": 12, "xiii": 13}
"""Those that are no other word, as xi and vi are."""
_WORDS = {
    **{word: number for word, number in _CARDINAL.items() if number > 1},
    **_TEN,
    **_ROMAN,
    **{word: number for number, word in enumerate(_ORDINALS.split(), 2)},
}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def with_digits(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words with numbers in digits: forty four, 2nd and iii as 44, 2 and 3.

    `one` and `first` stay words: they are more often a name's than a number's.
    """
    if _WORDS.keys().isdisjoint(tokens) and not any(token[0].isdigit() for token in tokens):
        return tokens
    put: list[str] = []
    tens = 0
    for token in tokens:
        if tens and 0 < _CARDINAL.get(token, 0) < len("123456789") + 1:
            put[-1] = str(tens + _CARDINAL[token])
            tens = 0
            continue
        tens = _TEN.get(token, 0)
        number = _WORDS.get(token)
        put.append(_plain(token) if number is None else str(number))
    return tuple(put)


def _plain(token: str) -> str:
    """An ordinal in digits without its ending, without noughts in front."""
    ordinal = _ORDINAL.fullmatch(token)
    digits = ordinal[1] if ordinal else token
    if digits == "1" and ordinal:
        return "first"
    return digits.lstrip("0") or "0" if digits.isdigit() else digits
