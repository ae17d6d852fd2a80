"""Why something could not be fetched."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Literal

from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from pathlib import Path

PullCode = Literal[
    "broken_reply",  # the reply is not what its publisher sends (JSON, zip)
    "cut_short",  # the connection ended before the file did, again and again
    "disk_full",
    "key_refused",
    "not_found",
    "quota_used_up",
    "redirected",  # the address sends on to another host
    "refused",  # any other answer that asking again does not change
    "server_error",
    "too_busy",
    "too_large",
    "too_many_records",
    "unreachable",
    "unreadable_manifest",
    "unsafe_archive",
    "wrong_type",
]
_FULL = (errno.ENOSPC, errno.EDQUOT)


class PullError(MonaziteError):
    """Something that could not be fetched: a code for programs and a sentence for people.

    `status` is that of HTTP and `body` the beginning of what the server said, where it answered.
    """

    def __init__(
        self, code: PullCode, message: str, *, status: int | None = None, body: str = ""
    ) -> None:
        self.code = code
        self.status = status
        self.body = body
        super().__init__(message)


def is_full(failed: OSError) -> bool:
    """Whether a file could not be written because the disk, or the user's share of it, is full."""
    return failed.errno in _FULL


def disk_full(target: Path) -> PullError:
    """The error of a file for which the disk had no room."""
    return PullError(
        "disk_full",
        f"the disk is full: {target} could not be written to its end. What came is kept; make "
        "room and run the same command again, and it goes on from there",
    )
