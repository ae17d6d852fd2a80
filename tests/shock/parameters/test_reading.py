"""A file of parameters: the packaged one, and what is said of one that cannot be used."""

from __future__ import annotations

import re

import pytest

from monazite.errors import InputError
from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.distributions import Fixed
from monazite.shock.parameters.limits import LIMITS
from monazite.shock.parameters.parameters import Calibration
from monazite.shock.parameters.reading import PACKAGED, ParametersError, packaged, parse

ORDER = """what: {en: a, zh: 甲}
    triangular: {least: 2, mode: 4, most: 8}
    unit: weeks
    range: [2, 12]
    source: somebody
    confidence: estimate
    assumed: {en: b, zh: 乙}"""

MADE = "calibration: {draws: 8, waves: 2, seed: 1, plausible: 3, best: 1.5, cut: 3}"


def _text(order: str = ORDER, demand: str = "fixed: {value: 1}") -> str:
    """A whole file: what is tested, and for every other knob one number in the middle of its limits."""
    rows = {
        knob: f"what: {{en: a, zh: 甲}}\n    fixed: {{value: {least + 1}}}\n    unit: u\n"
        f"    range: [{least}, {most}]\n    source: s\n    confidence: estimate\n    assumed: why"
        for knob, (least, most) in LIMITS.items()
    }
    rows |= {"order_weeks": order, "demand": rows["demand"].replace("fixed: {value: 1.0}", demand)}
    body = "\n".join(f"  {knob}:\n    {row}" for knob, row in rows.items())
    return f'name: "test"\ndate: "2026-11-23"\n{MADE}\nparameters:\n{body}\n'


def _problems(text: str) -> dict[str, str]:
    with pytest.raises(ParametersError) as caught:
        parse(text)
    assert str(caught.value).count("\n") == len(caught.value.problems) - 1
    return {one.field: one.accepted for one in caught.value.problems}


def test_every_knob_has_a_row_a_source_and_a_reason_in_both_languages() -> None:
    for name in PACKAGED:
        found = packaged(name)
        assert found.name == name
        assert tuple(row.knob for row in found.rows) == Knobs._fields == tuple(LIMITS)
        for row in found.rows:
            assert all((row.unit, row.source, *row.what, *row.why)), row.knob
            assert re.search("[\u4e00-\u9fff]", row.what.zh + row.why.zh), row.knob


def test_what_is_written_is_read() -> None:
    first, *_, last = parse(_text()).rows
    assert (first.knob, first.unit, first.least, first.most) == ("order_weeks", "weeks", 2, 12)
    assert tuple(first.distribution) == (2, 4, 8)
    assert (first.fitted, first.why) == (False, ("b", "乙"))
    assert last.distribution == Fixed(1.0)
    assert last.why == ("why", "why")


def test_what_was_fitted_is_told_from_what_is_assumed() -> None:
    text = _text(ORDER.replace("assumed:", "fitted:"))
    assert [row.knob for row in parse(text).rows if row.fitted] == ["order_weeks"]
    assert not any(row.fitted for row in parse(_text()).rows)


@pytest.mark.parametrize(
    ("old", "new", "path", "accepted"),
    [
        ("range: [2, 12]", "range: [2, 1200]", "range", "both from 1 to 520"),
        ("range: [2, 12]", "range: [12, 2]", "range", "least <= most"),
        ("range: [2, 12]", "range: 12", "range", "two numbers"),
        ("range: [2, 12]", "range: [3, 12]", "triangular", "within the range, 3 to 12"),
        ("mode: 4", "mode: 9", "triangular.mode", "least <= mode <= most"),
        ("mode: 4", "mode: four", "triangular.mode", "a number"),
        ("mode: 4", "mode: .nan", "triangular.mode", "a number"),
        ("mode: 4, ", "", "triangular.mode", "missing"),
        ("mode: 4", "mod: 4, mode: 4", "triangular.mod", "mode"),
        ("triangular: {least: 2, mode: 4, most: 8}", "normal: {mean: 2}", "normal", "assumed, confidence"),
        ("triangular: {least: 2, mode: 4, most: 8}", "uniform: {least: 8, most: 2}", "uniform.most", "more than least (8)"),
        ("triangular: {least: 2, mode: 4, most: 8}", "lognormal: {median: 0, sigma: 1}", "lognormal.median", "above 0"),
        ("triangular: {least: 2, mode: 4, most: 8}", "lognormal: {median: 3, sigma: -1}", "lognormal.sigma", "above 0"),
        ("triangular: {least: 2, mode: 4, most: 8}", "beta: {least: 2, most: 8, a: 0, b: 1}", "beta.a", "above 0"),
        ("unit: weeks", "unit: 3", "unit", "text"),
        ("confidence: estimate", "confidence: sure", "confidence", "one of reported"),
        ("assumed: {en: b, zh: 乙}", "assumed: {en: b}", "assumed.zh", "text"),
        ("assumed: {en: b, zh: 乙}", "nothing: b", "assumed|fitted", "one of assumed, fitted"),
        ("assumed: {en: b, zh: 乙}", "assumed: b\n    fitted: c", "fitted", "one of assumed, fitted"),
    ],
)  # fmt: skip
def test_a_problem_has_its_path_and_what_is_accepted(
    old: str, new: str, path: str, accepted: str
) -> None:
    assert old in ORDER
    found = _problems(_text(ORDER.replace(old, new)))
    assert accepted in found[f"parameters.order_weeks.{path}"]


def test_all_problems_are_told_at_once() -> None:
    found = _problems(_text(ORDER.replace("unit: weeks", "unit: 3"), "fixed: {value: 1000}"))
    assert found.keys() == {"parameters.order_weeks.unit", "parameters.demand.fixed"}


def test_a_knob_that_is_missing_or_misspelled_is_named() -> None:
    found = _problems(_text().replace("  triage:", "  triages:"))
    assert found["parameters.triage"].endswith("missing")
    assert found["parameters.triages"] == "triage"


def test_how_it_was_calibrated_is_part_of_the_set() -> None:
    found = parse(_text())
    assert found.calibration == Calibration(8, 2, 1, 3, 1.5, 3)
    assert parse(_text().replace("seed: 1", "seed: 2")).digest != found.digest
    problems = _problems(_text().replace("seed: 1", "sead: 1").replace("best: 1.5", "best: good"))
    assert problems["calibration.seed"].endswith("missing")
    assert problems["calibration.sead"] == "seed"
    assert problems["calibration.best"] == "a number"


@pytest.mark.parametrize("text", ["[1, 2]", "7", "", "parameters: []"])
def test_a_file_of_something_else_is_refused(text: str) -> None:
    assert _problems(text)


def test_broken_yaml_is_refused_with_its_line() -> None:
    assert "line 2" in _problems("name: a\nname: b\n")["file"]


def test_a_set_that_is_not_packaged_is_refused() -> None:
    with pytest.raises(InputError, match=r"one of .*2025"):
        packaged("1999")


def test_the_hash_is_that_of_the_content() -> None:
    digest = parse(_text()).digest
    assert re.fullmatch("[0-9a-f]{64}", digest)
    shuffled = _text(
        ORDER.replace(
            "range: [2, 12]\n    source: somebody",
            "source: somebody  # who\n    range: [2.0, 12.0]",
        )
    )
    assert parse(shuffled).digest == digest
    for old, new in (
        ("mode: 4", "mode: 5"),
        ("somebody", "another"),
        ("[2, 12]", "[2, 13]"),
        ("assumed:", "fitted:"),
        ("triangular: {least: 2, mode: 4, most: 8}", "lognormal: {median: 4, sigma: 1}"),
    ):
        assert parse(_text(ORDER.replace(old, new))).digest != digest


def test_two_kinds_of_the_same_numbers_have_two_hashes() -> None:
    uniform, lognormal = (
        parse(_text(ORDER.replace("triangular: {least: 2, mode: 4, most: 8}", kind)))
        for kind in ("uniform: {least: 2, most: 3}", "lognormal: {median: 2, sigma: 3}")
    )
    assert (*uniform.rows[0].distribution,) == (2, 3) == (*lognormal.rows[0].distribution,)
    assert uniform.digest != lognormal.digest
