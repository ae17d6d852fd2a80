"""What a request says, as one text: two requests that say the same have the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile


def said(document: Mapping[str, Any]) -> str:
    """JSON in one writing: keys in order, no spaces."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"))


def said_of_file(file: UploadedFile[bytes], **beside: object) -> str:
    """The file by its hash: a multipart body is written anew each time it is sent."""
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    return said({"name": file.name, "sha256": digest.hexdigest(), **beside})
