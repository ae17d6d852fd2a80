"""A declaration as its form sends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def typed(document: Mapping[str, Any], act: str = "lodge") -> dict[str, str]:
    """The fields of the form with what a document says, and the button that is pressed."""
    sent = {"act": act}
    for name, value in document.items():
        if name == "items":
            for at, item in enumerate(value):
                sent |= {f"items.{at}.{key}": _text(each) for key, each in item.items()}
        elif isinstance(value, Mapping):
            sent |= {f"{name}.{key}": _text(each) for key, each in value.items()}
        else:
            sent[name] = _text(value)
    return sent


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
