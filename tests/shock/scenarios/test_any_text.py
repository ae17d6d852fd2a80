from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.shock.scenarios.problems import Problem, ScenarioError
from monazite.shock.scenarios.reading import names, packaged, scenario

JUNK: st.SearchStrategy[Any] = st.sampled_from(
    ["", "140 %", "-1", "1e9", "nan", "inf", "2025-02-30", "NO", "Y", "*", "*/*", "CN-2025-81", "{}",
     "\x00", "稀土", None, True, 7, 0.5, -3.0, [], [[]], {}, {"a": {}}, ["CN"], "x" * 500]
)  # fmt: skip


def places(part: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    keys = (
        list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else []
    )
    return [path, *(found for key in keys for found in places(part[key], (*path, key)))]


def put(part: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(part) if isinstance(part, dict) else list(part)
    copy[path[0]] = put(part[path[0]], path[1:], value)
    return copy


def problems(document: object) -> tuple[Problem, ...]:
    """What is wrong with it; nothing else may be raised."""
    try:
        scenario(document, Path())
    except ScenarioError as error:
        assert error.problems  # noqa: PT017 - what is raised says why
        return error.problems
    return ()


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_document_with_anything_in_it_is_read_or_refused_in_words(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names()))
    document = packaged(name).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    document = yaml.load(yaml.safe_dump(document), yaml.BaseLoader)  # noqa: S506 - nothing but texts
    path = data.draw(st.sampled_from(places(document)))
    for one in problems(put(document, path, data.draw(JUNK))):
        assert one.message("en") != one.message("zh")
        assert one.accepted("en") != one.wrong("en")
