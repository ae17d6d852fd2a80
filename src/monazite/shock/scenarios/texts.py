"""A YAML text as people write it: every value as the text that stands there."""

from __future__ import annotations

from typing import Any

import yaml

from monazite.shock.scenarios.problems import Problem, ScenarioError

_SHOWN = 60
"""Characters of a line that cannot be read that are shown."""


class _Texts(yaml.BaseLoader):
    """Every value as the text that stands there (`Y` is yttrium, `NO` Norway); each key once."""


def _mapping(loader: _Texts, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in found:
            line = str(key_node.start_mark.line + 1)
            raise ScenarioError([Problem(key, key, "twice", {"line": line})])
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Texts.add_constructor("tag:yaml.org,2002:map", _mapping)


def texts(text: str) -> object:
    """The document, all its values texts; ScenarioError for no YAML, or a key that stands twice."""
    try:
        return yaml.load(text, _Texts)  # noqa: S506 - a loader of nothing but texts
    except yaml.YAMLError as error:
        raise ScenarioError([_unread(text, error)]) from None


def _unread(text: str, error: yaml.YAMLError) -> Problem:
    """Where a text is no YAML; the parser's own words are English, so that its line is shown."""
    mark = getattr(error, "problem_mark", None)
    position = getattr(error, "position", 0)
    line = mark.line if mark else text.count("\n", 0, position)
    column = mark.column if mark else position - (text.rfind("\n", 0, position) + 1)
    lines = text.splitlines()
    shown = lines[line].strip()[:_SHOWN] if line < len(lines) else ""
    return Problem("", shown, "syntax", {"line": str(line + 1), "column": str(column + 1)})
