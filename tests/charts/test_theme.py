from __future__ import annotations

from monazite.charts.theme import DARK, LIGHT, adaptive, variables


def test_every_role_has_a_colour_in_light_and_in_dark() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert len(set(LIGHT.values())) == len(LIGHT)


def test_colours_become_variables_that_fall_back_to_themselves() -> None:
    ink = LIGHT["ink"]
    spec = {"mark": {"color": ink}, "list": [ink, "#000000", 3], "on": True}
    assert adaptive(spec) == {
        "mark": {"color": f"var(--mz-ink,{ink})"},
        "list": [f"var(--mz-ink,{ink})", "#000000", 3],
        "on": True,
    }


def test_the_style_sheet_names_every_role() -> None:
    assert variables({"ink": "#111", "gap": "#eee"}) == "--mz-ink:#111;--mz-gap:#eee;"
