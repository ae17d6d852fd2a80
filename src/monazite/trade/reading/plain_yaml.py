"""YAML as people mean it: NO is Norway, 0101 keeps its zero, no key stands twice."""

from __future__ import annotations

import re
from typing import Any

import yaml

_PLAIN = {
    "tag:yaml.org,2002:bool": (re.compile(r"^(?:true|false)$"), "tf"),
    "tag:yaml.org,2002:null": (re.compile(r"^(?:null|~|)$"), ["n", "~", ""]),
    "tag:yaml.org,2002:int": (re.compile(r"^-?(?:0|[1-9][0-9]*)$"), "-0123456789"),
    "tag:yaml.org,2002:float": (
        re.compile(r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$"),
        "-0123456789",
    ),
    "tag:yaml.org,2002:merge": (re.compile(r"^<<$"), "<"),
}


class _Loader(yaml.CSafeLoader):
    """The safe loader with the scalars of YAML 1.2, and text for everything else."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the base class's own attribute


for _tag, (_form, _first) in _PLAIN.items():
    _Loader.add_implicit_resolver(_tag, _form, list(_first))


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    pairs = loader.construct_pairs(node, deep=True)
    document = dict(pairs)
    if len(document) < len(pairs):
        line = node.start_mark.line + 1
        raise yaml.YAMLError(f"a key stands twice in the block that begins on line {line}")
    return document


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(text: str) -> Any:  # noqa: ANN401 - a document is what it is until a schema has seen it
    """The document in `text`; raises yaml.YAMLError where it is none or names a key twice."""
    return yaml.load(text, _Loader)  # noqa: S506 - _Loader is a safe loader
