"""Every form of a Chinese character brought to the simplified one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


@lru_cache(maxsize=65536)
def simplified(text: str) -> str:
    """The text with Japanese forms made traditional ones (発 to 發), these simplified (发).

    A form that is also one of the simplified characters stays (芸 is not 艺 in a Chinese name).
    """
    if all(map(_simple, text)):
        return text
    japanese, traditional = _converters()
    older = "".join(one if _simple(one) else japanese.convert(one) for one in text)
    return str(traditional.convert(older))


@lru_cache(maxsize=65536)
def _simple(letter: str) -> bool:
    """Whether it stands in the national set of simplified characters (GB 2312)."""
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache
def _converters() -> tuple[OpenCC, OpenCC]:
    """Japanese to traditional, traditional to simplified."""
    from opencc import OpenCC  # noqa: PLC0415 - only where a name is Chinese

    return OpenCC("jp2t"), OpenCC("t2s")
