"""Write docs/reference/http-api.md from the OpenAPI document, or with --check only compare it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from paged import paged

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "http-api.md"
_HEAD = Path(__file__).with_name("http_api_head.md")
_METHODS = ("get", "post", "put", "patch")
_SCHEMA = "#/components/schemas/"


def page() -> str:
    """The page: what holds everywhere, each operation, each shape."""
    document = _document()
    parts = [_HEAD.read_text(encoding="utf-8").rstrip()]
    for tag in document["tags"]:
        found = [_operation(*each) for each in _of(document, tag["name"])]
        parts += [f"## {tag['description'].rstrip('.')}", *found]
    shapes = sorted(document["components"]["schemas"].items())
    parts += ["## Shapes", *(_shape(*each) for each in shapes)]
    return "\n\n".join(parts) + "\n"


def _document() -> dict[str, Any]:
    # The site's settings name folders; none of them is read or written here.
    os.environ |= {"MONAZITE_HOME": "nowhere", "DJANGO_SETTINGS_MODULE": "monazite.desk.settings"}
    import django  # noqa: PLC0415 - it reads the lines above

    django.setup()
    from monazite.desk.api.document import document  # noqa: PLC0415 - likewise

    return document()


def _of(document: dict[str, Any], tag: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, found[method])
        for path, found in document["paths"].items()
        for method in _METHODS
        if method in found and tag in found[method]["tags"]
    ]


def _operation(method: str, path: str, found: dict[str, Any]) -> str:
    rows = [_parameter(each) for each in found["parameters"]]
    table = "\n".join(["| parameter | in | |", "|---|---|---|", *rows])
    parts = [
        f"### {method.upper()} {path}",
        f"`{found['operationId']}`: {found['description']}",
        *([table] if rows else []),
        *_body(found),
        _answers(found),
    ]
    return "\n\n".join(parts)


def _parameter(found: dict[str, Any]) -> str:
    needed = ", required" if found["required"] else ""
    said = " ".join([found.get("description", ""), _limits(found["schema"])]).strip()
    return f"| `{found['name']}` | {found['in']}{needed} | {_cell(said)} |"


def _body(found: dict[str, Any]) -> list[str]:
    content = found.get("requestBody", {}).get("content", {})
    said = [f"`{kind}`: {_type(each['schema'])}" for kind, each in content.items()]
    return [f"Body: {' or '.join(said)}"] if said else []


def _answers(found: dict[str, Any]) -> str:
    """The answers that are no errors, with their shapes; the errors by their codes."""
    good = [
        f"**{code}** {_type(next(iter(answer['content'].values()))['schema'])}"
        for code, answer in found["responses"].items()
        if code < "300"
    ]
    bad = [code for code in found["responses"] if code >= "300"]
    return f"Answers: {', '.join(good)}; errors: {', '.join(bad)}."


def _shape(name: str, found: dict[str, Any]) -> str:
    needed = set(found.get("required", ()))
    rows = [
        f"| `{key}`{'' if key in needed else ' (may be left out)'} | {_type(each)} "
        f"| {_cell(each.get('description', ''))} |"
        for key, each in found.get("properties", {}).items()
    ]
    table = "\n".join(["| key | type | |", "|---|---|---|", *rows])
    return f"### {name}\n\n{found.get('description', '')}\n\n{table}"


def _type(schema: dict[str, Any]) -> str:
    """A schema in a word or two."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_SCHEMA)
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(each) for each in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    if "properties" in schema:
        return "fields " + ", ".join(f"`{name}`" for name in schema["properties"])
    return str(schema.get("format") or schema.get("type") or "anything")


def _limits(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return "One of " + ", ".join(f"`{each}`" for each in schema["enum"] if each) + "."
    if "maximum" in schema:
        return f"{schema['minimum']} to {schema['maximum']}; {schema['default']} if not said."
    return ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.exit(paged(PAGE, page()))
