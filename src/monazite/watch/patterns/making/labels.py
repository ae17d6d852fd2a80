"""Made-up labels: names, addresses and telephones, and the ways in which people misspell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator

_SYLLABLES = (
    "an", "bao", "chen", "dai", "fen", "gao", "hui", "jin", "kang", "lan", "mei", "nuo", "pei",
    "qing", "rong", "shan", "tao", "wei", "xin", "yun", "zhen", "zhou",
)  # fmt: skip
_ABROAD = (
    "Ash", "Birch", "Clay", "Dell", "Elm", "Fair", "Glen", "Hazel", "Iron", "Juniper", "Kestrel",
    "Lark", "Marsh", "North", "Oak", "Pine", "Quarry", "Raven", "Stone", "Thorn", "Vale", "Willow",
    "Yarrow",
)  # fmt: skip
_ENDS = ("field", "ford", "mere", "wick", "stead", "brook", "gate", "ton")
_SPELLINGS = (
    ("Road", "Rd"), ("Road", "Rd."), ("Building", "Bldg"), ("Room", "Rm"), ("Street", "St."),
    ("District", "Dist."), ("No. ", ""), ("Room", "Unit"), (", ", " "),
)  # fmt: skip


def person(rng: Generator) -> str:
    """A made-up name of two or three syllables."""
    family, *given = rng.choice(_SYLLABLES, int(rng.integers(2, 4)))
    return f"{family.capitalize()} {''.join(given).capitalize()}"


def firm(rng: Generator) -> str:
    """A made-up name of a firm abroad."""
    name = f"{rng.choice(_ABROAD)}{rng.choice(_ENDS)} {rng.choice(_ABROAD)}"
    return f"{name} {rng.choice(['Trading', 'Supply', 'Parts', 'Tools', 'Imports'])}"


def street(rng: Generator) -> str:
    """A made-up street with a house, without a room."""
    road = "".join(rng.choice(_SYLLABLES, 3)).capitalize()
    town = "".join(rng.choice(_SYLLABLES, 2)).capitalize()
    return (
        f"No. {rng.integers(1, 900)} {road} Road, Building {rng.integers(1, 40)}, {town} District"
    )


def room(rng: Generator, street_: str) -> str:
    """A room in a house."""
    return f"Room {rng.integers(101, 3000)}, {street_}"


def abroad(rng: Generator) -> str:
    """A made-up address of a consignee."""
    road = f"{rng.choice(_ABROAD)}{rng.choice(_ENDS)}"
    return f"{rng.integers(1, 9000)} {road} Street, {rng.choice(_ABROAD)}{rng.choice(_ENDS)}"


def phone(rng: Generator) -> str:
    """A made-up mobile telephone."""
    return f"1{rng.integers(30, 99)}{rng.integers(0, 10**8):08d}"


def written(rng: Generator, number: str) -> str:
    """A telephone as somebody writes it."""
    forms = (number, f"+86 {number}", f"{number[:3]}-{number[3:7]}-{number[7:]}", f"0086{number}")
    return str(rng.choice(forms))


def misspelt(rng: Generator, text: str, noise: float) -> str:
    """The text in another spelling, with so many of 1 of its words wrong by a letter."""
    old, new = _SPELLINGS[int(rng.integers(len(_SPELLINGS)))]
    words = text.replace(old, new) if rng.random() < noise else text
    return " ".join(
        _slip(rng, each) if rng.random() < noise / 4 else each for each in words.split()
    )


def _slip(rng: Generator, word: str) -> str:
    """A word with two letters exchanged or one left out; numbers and short words stay."""
    if not word.isalpha() or len(word) < 5:  # noqa: PLR2004 - shorter ones would become others
        return word
    at = int(rng.integers(1, len(word) - 2))
    if rng.random() < 0.5:  # noqa: PLR2004 - as often one as the other
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


def one_of(rng: Generator, those: Sequence[str]) -> str:
    """One of some texts."""
    return those[int(rng.integers(len(those)))]
