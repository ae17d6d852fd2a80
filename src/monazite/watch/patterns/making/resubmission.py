"""Made-up applications for C8: refusals that come again, among honest applicants.

Planted, four of each: the same end user through another exporter; an edited copy for another end
user; an end user under another spelling with the same telephone. Decoys: forms that everybody
fills in, buyers with several suppliers of old, the same exporter that mends its file, other
materials, and (the hardest, nothing tells them apart) a few buyers that turn to a new supplier.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Application, Party, Records

AS_OF = date(2026, 6, 30)
_FIRST = date(2025, 1, 1)
_MATERIALS = ("Dy", "Tb", "Ga", "Ge", "Sb", "W")
_REFUSED = 0.25
_FORM = (
    "We undertake to use the goods for the stated civil purpose only, not to pass them on, "
    "and to accept checks on the spot. "
)
_WORDS = (
    "targets", "furnace", "coating", "phosphor", "cable", "sheath", "wafer", "crucible", "alloy",
    "magnet", "carbide", "powder", "line", "batch", "quarter", "plant", "kiln", "lens", "diode",
    "pigment", "catalyst", "drill", "press", "sinter", "anneal", "billet", "gauge", "solder",
)  # fmt: skip


class _Maker:
    """Numbers applications and parties while they are made."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.applications: list[Application] = []
        self.parties: list[Party] = []
        self.planted: list[Planted] = []

    def text(self, words: int = 30) -> str:
        """Words that nobody else writes in this order."""
        return " ".join(self.rng.choice(_WORDS, words)) + f" {self.rng.integers(10_000)}"

    def day(self, after: date = _FIRST, least: int = 0, most: int = 400) -> date:
        """A day between two distances from another."""
        return after + timedelta(int(self.rng.integers(least, most)))

    def add(
        self, exporter: str, user: str, material: str, day: date, text: str, outcome: str = ""
    ) -> Application:
        """One more application; a decision takes five weeks."""
        made = Application(
            f"A{len(self.applications)}", day, exporter, user, material,
            Decimal(int(self.rng.integers(50, 5_000))), text, outcome,
            day + timedelta(35) if outcome else None,
        )  # fmt: skip
        self.applications.append(made)
        return made

    def plant(self, shape: str, *own: Application) -> None:
        """Note that these belong together."""
        self.planted.append(Planted("C8", shape, frozenset(f"application:{a.id}" for a in own)))


def make(seed: int) -> World:
    """The applications of a year and a half."""
    maker = _Maker(seed)
    _honest(maker)
    for number in range(4):
        _same_user(maker, number)
        _copied(maker, number)
        _renamed(maker, number)
        _decoys(maker, number)
    records = Records(AS_OF, parties=tuple(maker.parties), applications=tuple(maker.applications))
    return World(records, tuple(maker.planted))


def _honest(maker: _Maker) -> None:
    """Sixty exporters and a hundred and fifty users, each pair by habit; one in four refused."""
    for _ in range(300):
        user = int(maker.rng.integers(150))
        exporter, material = f"X{user % 60}", _MATERIALS[user % len(_MATERIALS)]
        outcome = "refused" if maker.rng.random() < _REFUSED else "granted"
        maker.add(exporter, f"V{user}", material, maker.day(), _FORM + maker.text(), outcome)


def _refused(maker: _Maker, user: str, number: int) -> tuple[Application, str]:
    text = _FORM + maker.text()
    material = _MATERIALS[number % len(_MATERIALS)]
    day = maker.day(_FIRST, 0, 300)
    return maker.add(f"P{number}", user, material, day, text, "refused"), text


def _again(maker: _Maker, refused: Application, exporter: str, user: str, text: str) -> Application:
    day = maker.day(refused.day, 40, 200)
    return maker.add(exporter, user, refused.material, day, text)


def _same_user(maker: _Maker, number: int) -> None:
    first, _ = _refused(maker, f"S{number}", number)
    again = _again(maker, first, f"Q{number}", f"S{number}", _FORM + maker.text())
    maker.plant("same_end_user", first, again)


def _copied(maker: _Maker, number: int) -> None:
    first, text = _refused(maker, f"T{number}", number)
    words = text.split()
    words[-3:] = maker.rng.choice(_WORDS, 3).tolist()
    own = [
        _again(maker, first, f"R{number}{n}", f"W{number}{n}", " ".join(words)) for n in range(2)
    ]
    maker.plant("copied_text", first, *own)


def _renamed(maker: _Maker, number: int) -> None:
    stem = f"{maker.rng.choice(_WORDS)} {maker.rng.choice(_WORDS)}".title()
    phone = f"+99 {maker.rng.integers(10**7, 10**8)}"
    maker.parties += [
        Party(f"N{number}a", f"{stem} Trading Ltd", phone=phone),
        Party(f"N{number}b", f"{stem} Trade Pte Ltd", phone=phone.replace(" ", "-")),
    ]
    first, _ = _refused(maker, f"N{number}a", number)
    again = _again(maker, first, f"O{number}", f"N{number}b", _FORM + maker.text())
    maker.plant("renamed_end_user", first, again)


def _decoys(maker: _Maker, number: int) -> None:
    _old_supplier(maker, number)
    _mended(maker, number)
    _other_material(maker, number)
    if number == 0:
        first, _ = _refused(maker, "turned", number)
        _again(maker, first, "Xturned", "turned", _FORM + maker.text())


def _old_supplier(maker: _Maker, number: int) -> None:
    user = f"B{number}"
    material = _MATERIALS[number % len(_MATERIALS)]
    maker.add(f"Y{number}", user, material, _FIRST - timedelta(200), maker.text(), "granted")
    first, _ = _refused(maker, user, number)
    _again(maker, first, f"Y{number}", user, maker.text())


def _mended(maker: _Maker, number: int) -> None:
    first, text = _refused(maker, f"M{number}", number)
    _again(maker, first, first.exporter, f"M{number}", f"{text} drawings enclosed")


def _other_material(maker: _Maker, number: int) -> None:
    first, _ = _refused(maker, f"K{number}", number)
    maker.add(f"Z{number}", f"K{number}", "Mg", maker.day(first.day, 40, 200), maker.text())
