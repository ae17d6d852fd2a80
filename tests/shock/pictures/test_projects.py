from __future__ import annotations

from typing import Any

from monazite.shock.pictures.projects import timeline
from monazite.shock.projects.choosing import chosen
from monazite.shock.projects.reading import projects

EVERY = projects()


def marks(chart: Any) -> dict[str, dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return {row["lane"]: row for values in found for row in values}


def test_each_project_has_a_mark_at_its_first_year_and_its_status() -> None:
    found = marks(timeline(chosen(EVERY, material="NdFeB", stage="magnet"), "en").chart)
    mark = found["10X, Northlake (United States)"]
    assert (mark["year"], mark["state"]) == ("2028", "financed")
    assert mark["text"] == "NdFeB magnets 7,000 t magnets/a"
    assert "projects/mp-10x/2026-02" in mark["tip"]
    assert found["San Marcos (United States)"]["year"] == "before 2024"
    assert found["Kuantan magnets (Malaysia)"]["year"] == "not told"


def test_there_is_a_panel_for_each_stage_in_its_order() -> None:
    parts = timeline(chosen(EVERY), "en").chart.to_dict()["vconcat"]
    titles = [part["title"]["text"] for part in parts]
    assert titles == ["Mining", "Separation and refining", "Metal", "Alloy", "Magnet"]


def test_the_words_behind_it_count_every_project_once() -> None:
    asked = chosen(EVERY, material="Ga")
    for lang in ("en", "zh"):
        behind = timeline(asked, lang).behind
        assert len(behind.rows) == len(asked)
        assert str(len(asked)) in behind.text[0]
    assert {row[0] for row in behind.rows} == {one.name for one in asked}
