"""What is left of a foreign word when Chinese characters spell it: its consonants, in classes."""

from __future__ import annotations

import re
from functools import lru_cache

from monazite.watch.screening.names.syllables import apart

_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^([rl])h", r"\1"),
        (r"^kn", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^x", "s"),
        (r"sch|tch|tsch", "sh"),
        (r"gh(?=t|$)", ""),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"^th", "t"),
        (r"th", "s"),
        (r"ck|qu|q", "k"),
        (r"ch(?=[rl])", "k"),
        (r"ch|sh|zh", "j"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"g(?=[eiy])", "j"),
        (r"x", "ks"),
        (r"[sz]", "s"),
        (r"ng(?=$|[^aeiouy])", "n"),
        (r"m(?=$|[bp])", "n"),
        (r"[rl](?=$|[^aeiouy])", ""),
        (r"r", "l"),
        (r"[aeiouyhw']", ""),
    )
)
_CLASSES = str.maketrans("bpdtgkfvljsnm", "ppttkkfflssnm")


@lru_cache(maxsize=1 << 18)
def sound_key(token: str) -> str:
    """The consonants of a Latin token as characters that spell sounds keep them (lockheed: LKT).

    Of a token in pinyin "": Chinese names differ by what the consonants leave out.
    """
    if apart(token):
        return ""
    for pattern, put in _RULES:
        token = pattern.sub(put, token)
    return re.sub(r"(.)\1+", r"\1", token.translate(_CLASSES)).upper()
