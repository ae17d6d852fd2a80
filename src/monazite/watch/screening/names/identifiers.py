"""Numbers that are one party's: brought to one form, or why they cannot be what they are called."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Letters of a unified social credit code; I, O, S, V and Z are left out (GB 32100-2015)."""
_NOT_IN_NUMBERS = re.compile(r"[^0-9A-Z]")
_PREFIX = re.compile(r"^(IMO|LEI|USCC|DUNS|D U N S)[\s:.#№-]*(NO|NUMBER)?[\s:.#№-]*", re.IGNORECASE)
_NONE = re.compile(r"^(0+|X+|N/?A|NONE|NULL|UNKNOWN|-+)$")


class Checked(NamedTuple):
    """A number in its normal form ("" where it has none), and why not: a code, or "".

    why: `empty`, `length`, `letters`, `check_digit`, `placeholder`.
    """

    value: str
    why: str = ""


def checked(kind: str, value: str) -> Checked:
    """The number of that kind (`uscc`, `lei`, `imo`, `duns`, `cn-id`; any other as plain text)."""
    text = _PREFIX.sub("", unicodedata.normalize("NFKC", value).strip()).upper()
    bare = _NOT_IN_NUMBERS.sub("", text)
    if not bare:
        return Checked("", "empty")
    if _NONE.match(bare):
        return Checked("", "placeholder")
    if kind not in _RULES:
        return Checked(bare)
    length, rule = _RULES[kind]
    why = rule(bare) if len(bare) == length else "length"
    return Checked("" if why else bare, why)


def uscc_check(first: str) -> str:
    """The last letter of a unified social credit code from its first 17 (GB 32100-2015)."""
    total = sum(_USCC.index(one) * pow(3, place, 31) for place, one in enumerate(first))
    return _USCC[-total % 31]


def lei_check(first: str) -> str:
    """The last two digits of a legal entity identifier from its first 18 (ISO 17442, mod 97-10)."""
    return f"{98 - _in_digits(first + '00') % 97:02d}"


def imo_check(first: str) -> str:
    """The last digit of a ship's IMO number from its first six: weights 7 to 2, mod 10."""
    return str(
        sum(int(one) * weight for one, weight in zip(first, range(7, 1, -1), strict=True)) % 10
    )


def imo_company_check(first: str) -> str:
    """The last digit of a company's IMO number from its first six: weights 8 6 4 2 9 7, mod 11."""
    total = sum(int(one) * weight for one, weight in zip(first, (8, 6, 4, 2, 9, 7), strict=True))
    return str((11 - total % 11) % 10)


def cn_id_check(first: str) -> str:
    """The last sign of a Chinese resident's number from its first 17 (GB 11643, mod 11-2)."""
    total = sum(int(one) * pow(2, 17 - place, 11) for place, one in enumerate(first))
    return "10X98765432"[total % 11]


def _in_digits(text: str) -> int:
    """The text as a number, A as 10 to Z as 35."""
    return int("".join(str(int(one, 36)) for one in text))


def _uscc(text: str) -> str:
    if set(text) - set(_USCC):
        return "letters"
    return "" if uscc_check(text[:-1]) == text[-1] else "check_digit"


def _lei(text: str) -> str:
    if not text[-2:].isdigit():
        return "letters"
    return "" if lei_check(text[:-2]) == text[-2:] else "check_digit"


def _imo(text: str) -> str:
    if not text.isdigit():
        return "letters"
    right = (imo_check(text[:-1]), imo_company_check(text[:-1]))
    return "" if text[-1] in right else "check_digit"


def _duns(text: str) -> str:
    return "" if text.isdigit() else "letters"


def _cn_id(text: str) -> str:
    if not text[:-1].isdigit():
        return "letters"
    return "" if cn_id_check(text[:-1]) == text[-1] else "check_digit"


_RULES: dict[str, tuple[int, Callable[[str], str]]] = {
    "uscc": (18, _uscc),
    "lei": (20, _lei),
    "imo": (7, _imo),
    "duns": (9, _duns),
    "cn-id": (18, _cn_id),
}
"""How long a number of the kind is, and what else it must be."""
