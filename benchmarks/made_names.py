"""Made-up names for benchmarks: as many as asked for, with few common words and many rare ones.

Tokens are drawn as words of real lists are: the r-th commonest with 1 / (r + 10). A fiftieth of the
names is Chinese in characters, a third firms, the rest persons.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.entity import Kind

_SYLLABLES = """
ab ad al am an ar as ba be bel ben ber bi bo bra bu ca car chi cor da de del di do dor dra du el em
en er es fa fe fer fi fo ga gar ge gi go gor gra gu ha han har he ho hu ib il in ir is ja je jo ju
ka kal kan kar ke kha ki ko kra ku la lan le li lo lu ma mal man mar me mi mo mu na ne ni no nor nu
ol om on or os pa pe pi po pra ra ram re ri ro ru sa sal san se sha shi si so ste su ta tan te ti to
tra tu ul um un ur us va van ve vi vo wa we wi ya yo za zan ze zi
"""
_WORDS = """
trading shipping industries engineering metals minerals resources electronics technology logistics
international general holdings chemical materials alloys magnetics energy marine construction
development investment import export services systems aviation petroleum
"""
_PARTS, _FIRM = _SYLLABLES.split(), _WORDS.split()
_LEGAL = ("ltd", "llc", "gmbh", "inc", "co", "s.a.", "limited", "corporation", "fze")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉志海峰林云龙斌武波宁"


class MadeName(NamedTuple):
    """A name, and what bears it."""

    text: str
    kind: Kind


def made_names(count: int, seed: int) -> list[MadeName]:
    """So many names, all different; the same for the same seed."""
    draw = np.random.default_rng(seed)
    given, family = _words(20_000, 2, 3, seed), _words(max(count // 4, 1000), 2, 4, seed + 1)
    found: dict[str, Kind] = {}
    while len(found) < count:
        some = min(count, 50_000)
        first, second, third = (
            _ranks(draw, many, some).tolist() for many in (len(given), len(given), len(family))
        )
        kind, middle = draw.random(some).tolist(), draw.random(some).tolist()
        small = draw.integers(0, 1 << 30, (some, 3)).tolist()
        for n in range(some):
            if kind[n] < 0.02:
                found[_chinese(small[n])] = "person"
            elif kind[n] < 0.35:
                found[_firm(family[third[n]], given[first[n]], middle[n], small[n])] = "company"
            else:
                between = (given[second[n]],) if middle[n] < 0.3 else ()
                found[" ".join((given[first[n]], *between, family[third[n]])).title()] = "person"
    return [MadeName(*one) for one in list(found.items())[:count]]


def _words(count: int, fewest: int, most: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(draw.choices(_PARTS, k=draw.randint(fewest, most)))] = None
    return list(found)


def _ranks(draw: np.random.Generator, many: int, count: int) -> NDArray[np.int64]:
    share = np.cumsum(1 / (np.arange(many) + 10))
    ranks: NDArray[np.int64] = np.searchsorted(share / share[-1], draw.random(count))
    return ranks


def _firm(stem: str, other: str, chance: float, small: Sequence[int]) -> str:
    words = [stem, *((other,) if chance < 0.4 else ()), _FIRM[small[0] % len(_FIRM)]]
    if chance > 0.6:
        words.append(_FIRM[small[1] % len(_FIRM)])
    return " ".join((*words, _LEGAL[small[2] % len(_LEGAL)])).upper()


def _chinese(small: Sequence[int]) -> str:
    given = "".join(_GIVEN[one % len(_GIVEN)] for one in small[1 : 2 + small[0] // 7 % 2])
    return _SURNAMES[small[0] % len(_SURNAMES)] + given + _GIVEN[small[2] // 50 % len(_GIVEN)]
