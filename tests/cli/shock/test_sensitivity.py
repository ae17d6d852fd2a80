from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from monazite import shock
from monazite.shock.parameters.reading import packaged
from monazite.shock.results.documents import schema
from monazite.shock.results.sensitivities import Sensitivities
from monazite.shock.runs.sensitivity import Sensitivity
from support.shock_outcomes import head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.shock.scenarios.schema import Scenario

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

NAME = "seven-rare-earths-2025-04"
KNOBS = ("triage", "user_cover", "seized")


def _found(*, varies: bool = True) -> Sensitivities:
    """The loss is all of one parameter, the first halt of another, the least month of both."""
    parts = {"lost": (0.1, 0.8, 0.0), "first_halt": (0.6, 0.2, 0.0), "least_t": (0.4, 0.5, 0.0)}
    rows = tuple(
        Sensitivity(result, meter, knob, *_orders(part if varies else None))  # type: ignore[arg-type]
        for result, meters in (("lost", (None,)), ("first_halt", (None,)),
                               ("least_t", ("magnets/WORLD", "magnets/USA")))
        for meter in meters
        for knob, part in zip(KNOBS, parts[result], strict=True)
    )  # fmt: skip
    return Sensitivities(**head(160), points=32, sensitivities=rows)


def _orders(part: float | None) -> tuple[float | None, ...]:
    return (None,) * 4 if part is None else (part, part * 1.1, 0.02, 0.03)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Scenario, dict[str, Any]]]:
    """What was asked for; nothing is simulated."""
    found: list[tuple[Scenario, dict[str, Any]]] = []

    def sensitivity(scenario: Scenario, **options: Any) -> Sensitivities:
        found.append((scenario, options))
        options["told"](1)
        return _found()

    monkeypatch.setattr(shock, "sensitivity", sensitivity, raising=False)
    return found


def _what(knob: str) -> str:
    return next(row.what.en for row in packaged().rows if row.knob == knob)


@pytest.mark.usefixtures("asked")
def test_the_heaviest_parameter_is_at_the_head_with_its_error(told: Told) -> None:
    text = " ".join(told("sensitivity", NAME).split())
    assert (
        "Value added lost in the world over 17 weeks, and what it depends on: Seven rare earths,"
        " April 2025" in text
    )
    assert "80% ± 2 88% ± 3" in text
    assert text.index(_what("user_cover")) < text.index(_what("triage"))
    assert "Alone, all parameters together explain 90% ± 3; what is left" in text
    assert "ab" * 32 in text


@pytest.mark.usefixtures("asked")
def test_another_result_is_chosen(told: Told) -> None:
    text = " ".join(told("sensitivity", NAME, "--of", "halt").split())
    assert "The week of the first halt, and what it depends on" in text
    assert text.index(_what("triage")) < text.index(_what("user_cover"))
    assert "out of China, the least month" in told("sensitivity", NAME, "--of", "month")


def test_points_reach_the_run(told: Told, asked: list[tuple[Scenario, dict[str, Any]]]) -> None:
    told("sensitivity", NAME, "--points", 64, "--seed", 5, "--weeks", 20, "--materials", "Dy")
    ((scenario, options),) = asked
    assert (options["points"], options["seed"]) == (64, 5)
    assert (scenario.weeks, scenario.scope) == (20, ("Dy",))


@pytest.mark.usefixtures("asked")
def test_every_result_is_in_the_document_and_the_file(told: Told, document: Document) -> None:
    found = document("sensitivity", NAME)
    assert found.keys() == schema("sensitivities")["properties"].keys()
    rows = list(csv.DictReader(io.StringIO(told("sensitivity", NAME, "--csv", "-"))))
    assert len(rows) == len(found["sensitivities"]) == 12
    assert (rows[0]["result"], rows[0]["first"]) == ("lost", "0.1")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_drawn_as_bars(told: Told, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "a.svg"
    assert "a.svg" in told("sensitivity", NAME, "--chart", path, "--lang", lang)
    drawn = path.read_text(encoding="utf-8")
    assert {"en": "alone 80% ± 2, in all 88% ± 3", "zh": "单独80% ± 2"}[lang] in drawn


def test_what_does_not_vary_says_so(
    told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shock, "sensitivity", lambda *_, **__: _found(varies=False), raising=False)
    assert "the same in every draw" in told("sensitivity", NAME)
    assert "a.svg" in told("sensitivity", NAME, "--chart", tmp_path / "a.svg")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--points", 63), "points"),
        (("--points", 2**20), "points"),
        (("--seed", -1), "seed"),
        (("--of", "foo"), "of"),
    ],
)
def test_what_cannot_be_is_refused(
    refused: Refused, asked: list[Any], words: tuple[object, ...], field: str
) -> None:
    assert refused("sensitivity", NAME, *words)["field"] == field
    assert not asked


@pytest.mark.parametrize("words", [("--points", 63), ("--of", "foo"), ("--chart", "x.foo")])
def test_a_refusal_is_of_one_language(refused: Refused, words: tuple[object, ...]) -> None:
    accepted = refused("sensitivity", NAME, *words, "--lang", "zh")["accepted"]
    told = re.sub(r"\.\w+|loss|halt|month", "", accepted)
    assert not re.search("[A-Za-z]", told)
    assert ", " not in accepted
