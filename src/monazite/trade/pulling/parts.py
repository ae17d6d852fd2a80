"""A file that is still coming: `.NAME.part`, and beside it what it is a part of.

Both begin with a dot, so that who loads the folder meanwhile passes them over.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

_RANGE = re.compile(r"bytes ([0-9]+)-")


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of a file that came so far, and the note of which version they are."""

    name: str
    path: Path
    note: Path

    @classmethod
    def beside(cls, target: Path) -> Part:
        """The part of a file that is to be."""
        path = target.with_name(f".{target.name}.part")
        return cls(target.name, path, path.with_name(f"{path.name}.json"))

    def size_bytes(self) -> int:
        """How many bytes came."""
        return self.path.stat().st_size if self.path.exists() else 0

    def range_headers(self, address: str) -> dict[str, str]:
        """What to send for the rest of the same version; nothing where that cannot be told."""
        size, noted = self.size_bytes(), self._noted()
        if not size or noted.get("address") != address or not noted.get("validator"):
            return {}
        return {"Range": f"bytes={size}-", "If-Range": noted["validator"]}

    def begun(self, address: str, headers: Message) -> int:
        """Start from the first byte: what came before was another version or cannot go on."""
        self.note.write_text(
            json.dumps({"address": address, "validator": _validator(headers)}), encoding="utf-8"
        )
        self.path.write_bytes(b"")
        return 0

    def continued(self, headers: Message) -> int | None:
        """Where the rest begins; None where it is not the rest of what came."""
        said = _RANGE.match(headers.get("Content-Range", ""))
        if said is None or int(said[1]) > self.size_bytes():
            return None
        os.truncate(self.path, int(said[1]))
        return int(said[1])

    def drop(self) -> None:
        """Forget what came."""
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)

    def become(self, target: Path) -> None:
        """Be the file, by one rename."""
        self.path.replace(target)
        self.note.unlink(missing_ok=True)

    def _noted(self) -> dict[str, str]:
        try:
            noted = json.loads(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}


def _validator(headers: Message) -> str:
    """What names this version for `If-Range`: a strong tag, else the day of change, else nothing.

    A weak tag (W/"…") says that two files mean the same, not that they are the same bytes.
    """
    if headers.get("Accept-Ranges") != "bytes":
        return ""
    tag = headers.get("ETag", "")
    return tag if tag.startswith('"') else headers.get("Last-Modified", "")
