"""Commodity codes as publishers write them, as digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.trade.reading.vocabulary import HEADING, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.trade.reading.blocks import CodeOf
    from monazite.trade.reading.vocabulary import Vocabulary

HS_DIGITS = 6
_CHAPTER = re.compile(r"(?!00)[0-9]{2}")


def resolver(code: CodeOf, codes: Vocabulary) -> Callable[[str | None], int]:
    """What turns a cell into the number of a code, or says that it is a heading or none at all."""

    def resolve(text: str | None) -> int:
        digits = read(code, text)
        if not digits.isascii() or not digits.isdecimal():
            return UNKNOWN
        if len(digits) in code.digits and _CHAPTER.match(digits):
            return codes.number(digits)
        # An odd number of digits has lost a zero: 30 or 3 may be a heading, 12345 is none. Where
        # zeros are dropped, 2846 may be one or a code that was cut: neither is guessed.
        even = len(digits) % 2 == 0 and code.pad is None
        return HEADING if even and len(digits) < HS_DIGITS and _CHAPTER.match(digits) else UNKNOWN

    return resolve


def read(code: CodeOf, text: str | None) -> str:
    """The signs of a code without dots and spaces, with the zero that its publisher drops.

    No chapter is called 00, so that one zero at most was dropped.
    """
    bare = (text or "").strip()
    if code.extract and bare:
        match = re.search(code.extract, bare)
        bare = "" if match is None else match[1] if match.re.groups else match[0]
    bare = bare.replace(".", "").replace(" ", "")
    longer = len(bare) + 1
    lost_one = len(bare) not in code.digits and longer in code.digits and longer <= (code.pad or 0)
    return f"0{bare}" if lost_one else bare
