"""Numbers of firms: the unified social credit code of China (GB 32100-2015)."""

from __future__ import annotations

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_LENGTH = 18


def is_social_credit_code(text: str) -> bool:
    """Whether the text is such a code: 18 signs, the last of which checks the others."""
    code = text.strip().upper()
    if len(code) != _LENGTH or any(sign not in _SIGNS for sign in code):
        return False
    return code[-1] == check_sign(code[:-1])


def check_sign(code: str) -> str:
    """The last sign of a code whose first 17 are given."""
    total = sum(w * _SIGNS.index(sign) for w, sign in zip(_WEIGHTS, code, strict=True))
    return _SIGNS[-total % len(_SIGNS)]
