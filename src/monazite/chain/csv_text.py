"""The text of a user's CSV file, as spreadsheets write it: in UTF-8, or in UTF-16 with its mark."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING

from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 64_000_000
_REMEDY = "in a spreadsheet, save the sheet as CSV UTF-8"


def csv_text(path: Path) -> str:
    """The text of a file; InputError field "file": none that can be read, too large, or no text."""
    data = _bytes(path)
    coding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise _no_text(path, data[: error.start].count(b"\n") + 1) from None
    if "\0" in text:
        raise _no_text(path, text[: text.index("\0")].count("\n") + 1)
    return text


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(
                MOST_BYTES + 1
            )  # what never ends, such as a device, is read no further
    except OSError as error:
        raise InputError("file", path, f"a CSV file that can be read; {error.strerror}") from None
    except ValueError:  # a NUL in the name
        raise InputError("file", path, "the name of a file") from None
    if len(data) > MOST_BYTES:
        raise InputError("file", path, f"a file of at most {MOST_BYTES:,} bytes")
    return data


def _no_text(path: Path, row: int) -> InputError:
    accepted = f"a CSV file in UTF-8 or UTF-16, which row {row} is not; {_REMEDY}"
    return InputError("file", path, accepted)
