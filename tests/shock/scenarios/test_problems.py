from __future__ import annotations

from pathlib import Path

import pytest

import monazite.shock
from monazite.catalogue.texts import keys

SOURCE = "".join(
    path.read_text("utf-8")
    for room in ("scenarios", "leverage", "sweeps")
    for path in sorted((Path(monazite.shock.__file__).parent / room).glob("*.py"))
)


def codes(family: str) -> set[str]:
    start = f"shock.{family}."
    return {key.removeprefix(start) for key in keys() if key.startswith(start)}


def test_what_is_wrong_and_what_is_accepted_have_the_same_codes() -> None:
    assert codes("problem") == codes("accepted")


@pytest.mark.parametrize("family", ["problem", "note", "reading"])
def test_no_text_is_there_for_nothing(family: str) -> None:
    assert {code for code in codes(family) if f'"{code}"' not in SOURCE} == set()
