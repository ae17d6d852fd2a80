from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.shock.pictures.sweeping import figured, shown, sweeping
from monazite.shock.results.outcome import Band
from monazite.shock.sweeps.cells import cells
from monazite.shock.sweeps.swept import swept
from support.shock_sweeps import COLUMNS, PATHS, kept, manifest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_two_paths_are_a_field_of_medians(tmp_path: Path, lang: str) -> None:
    run = kept(tmp_path)
    found = swept(run)
    picture = sweeping(found, cells(run, "lost", PATHS), "lost", lang)
    drawn = picture.file(".svg", lang).decode()
    assert all(value in drawn for value in ("10 %", "90 %", *PATHS))
    middle = found.variations[-1].figures["lost"].p50
    assert middle is not None
    assert f">{middle:,.0f}<" in drawn
    assert len(picture.behind.rows) == 6
    assert "600" in drawn


def test_the_largest_is_the_darkest(tmp_path: Path) -> None:
    run = kept(tmp_path)
    spec = sweeping(swept(run), cells(run, "lost", PATHS), "lost", "en").chart.to_dict()
    steps = [row["step"] for rows in spec["datasets"].values() for row in rows]
    assert (steps[0], steps[-1]) == ("step1", "step5")
    assert steps == sorted(steps)


def test_one_path_of_numbers_is_a_line_with_its_band(tmp_path: Path) -> None:
    run = kept(tmp_path)
    over = cells(run, "quote/Ga/refining", PATHS[:1])
    picture = sweeping(swept(run), over, "quote/Ga/refining", "en")
    drawn = picture.file(".svg", "en").decode()
    assert "median of the draws" in drawn
    assert "All values of friction[0].review_weeks are taken together." in " ".join(
        picture.behind.text
    )
    assert "10%" in drawn


def test_one_path_of_words_is_a_column(tmp_path: Path) -> None:
    run = kept(tmp_path, manifest((("revived",), ("still_suspended",)), ("law.open",), draws=64))
    picture = sweeping(swept(run), cells(run, "lost", ("law.open",)), "lost", "en")
    assert ">revived<" in picture.file(".svg", "en").decode()


def test_what_never_happens_says_so(tmp_path: Path) -> None:
    run = kept(tmp_path)
    picture = sweeping(swept(run), cells(run, "first_halt", PATHS), "first_halt", "en")
    assert picture.behind.rows[-1][1:] == ("never", "0")
    assert ">never<" in picture.file(".svg", "en").decode()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_figure_is_said_in_both_languages(name: str) -> None:
    both = {figured(name, lang) for lang in ("en", "zh")}
    assert len(both) == 2
    assert "Germany" in figured("lost/DEU", "en")


def test_a_band_is_written_as_its_figure_is() -> None:
    assert shown("first_halt", Band(3.0, 4.0, 9.0), "en") == "4 (3 to 9)"
    assert shown("stopped", Band(0.2, 0.2, 0.2), "en") == "20%"
    assert shown("lost", None, "en") == "never"
