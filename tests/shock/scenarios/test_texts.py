from __future__ import annotations

import pytest

from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.texts import texts


def test_every_value_is_the_text_that_stands_there() -> None:
    found = texts("{to: NO, of: Y, day: 2025-04-04, share: 0.10, none: }")
    assert found == {"to": "NO", "of": "Y", "day": "2025-04-04", "share": "0.10", "none": ""}


@pytest.mark.parametrize(("text", "says"), [("a: 1\nb: 2\na: 3\n", "3"), ("a: [1\n", "2")])
def test_a_key_that_stands_twice_and_a_broken_line_are_named(text: str, says: str) -> None:
    with pytest.raises(ScenarioError) as error:
        texts(text)
    (problem,) = error.value.problems
    assert problem.told["line"] == says
