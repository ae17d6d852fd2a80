"""YAML as the law data need it: no duplicate keys, no text that reads as a number elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

# What YAML 1.1 readers turn into booleans, dates, floats or base-60 numbers when it is not quoted.
# NO is Norway, Y is yttrium, 1E004 is a control code, 2025-04-04 is text until it is asked for.
_TRAP = re.compile(
    r"^(y|n|yes|no|on|off|~)$|^\d{4}-\d\d(-\d\d)?$|^\d+(:\d\d)+$|^0\d+$|^[\d_]*_[\d_]*$",
    re.IGNORECASE,
)


class _Strict(yaml.CSafeLoader):
    """Refuses a mapping that names one key twice, or names it with anything but text."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[str, Any]:
    seen: set[str] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        line = key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise yaml.YAMLError(f"line {line}: the key {key!r} is not text; quote it")
        if key in seen:
            raise yaml.YAMLError(f"line {line}: the key {key!r} stands twice")
        seen.add(key)
    return dict(loader.construct_pairs(node, deep=True))


_Strict.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(text: str) -> Any:  # noqa: ANN401 - a document is what it is until the schema has seen it
    """The document in `text`; raises yaml.YAMLError with the line of a trap or a duplicate key."""
    for problem in _traps(text):
        raise yaml.YAMLError(problem)
    return yaml.load(text, _Strict)  # noqa: S506 - _Strict is a safe loader


def _traps(text: str) -> Iterator[str]:
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent) and not event.style and _TRAP.match(event.value):
            line = event.start_mark.line + 1 if event.start_mark else 0
            yield f"line {line}: {event.value!r} is read differently by different readers; quote it"
