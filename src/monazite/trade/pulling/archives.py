"""Open a zip that came from elsewhere, into a folder that is there whole or not at all.

Every member must be a plain file in the folder itself: no path that leads out, no link, no archive
that swells without bounds. The checksums of the archive are tested while it is read.
"""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from monazite.trade.pulling.errors import PullError, disk_full, is_full

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.pulling.report import Progress

MOST_BYTES = 60 * 2**30
MOST_TIMES_PACKED = 200
_BLOCK = 2**20
_LOCKED = 0x1


def unpack(archive: Path, into: Path, *, progress: Progress | None = None) -> tuple[Path, ...]:
    """The files of a zip, in a new folder.

    Args:
        archive: the zip.
        into: the folder, which must not exist; until all files are out it is `.NAME.part`.
        progress: called with the name of the archive, bytes out and bytes in all.

    Raises:
        PullError: broken_reply (no zip, or its checksums fail), unsafe_archive, disk_full.
    """
    part = into.with_name(f".{into.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _safe(opened, archive)
            _check_room(members, part)
            part.mkdir()
            _write(opened, members, part, archive.name, progress)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as broken:
        shutil.rmtree(part, ignore_errors=True)
        raise PullError("broken_reply", f"{archive.name} is not a whole zip: {broken}") from broken
    except OSError as failed:
        shutil.rmtree(part, ignore_errors=True)
        if is_full(failed):
            raise disk_full(into) from failed
        raise
    part.replace(into)
    return tuple(sorted(into / PurePosixPath(one.filename).name for one in members))


def _safe(opened: zipfile.ZipFile, archive: Path) -> list[zipfile.ZipInfo]:
    """The members that are files, if every one may be written."""
    members = [one for one in opened.infolist() if not one.is_dir()]
    names = [PurePosixPath(one.filename).name for one in members]
    for one in members:
        if reason := _fault(one):
            raise PullError(
                "unsafe_archive", f"{archive.name} is not opened: {one.filename!r} {reason}"
            )
    if len(set(names)) < len(names):
        raise PullError("unsafe_archive", f"{archive.name} holds two files of one name")
    if sum(one.file_size for one in members) > MOST_BYTES:
        raise PullError(
            "unsafe_archive", f"{archive.name} would fill more than {MOST_BYTES:,} bytes"
        )
    return members


def _fault(member: zipfile.ZipInfo) -> str:
    """Why a member may not be written; empty where it may."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        return "leads out of the folder"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link"
    if member.flag_bits & _LOCKED:
        return "needs a password"
    if member.file_size > MOST_TIMES_PACKED * max(member.compress_size, 1):
        return f"swells to more than {MOST_TIMES_PACKED} times its size"
    return ""


def _check_room(members: list[zipfile.ZipInfo], part: Path) -> None:
    size, free = sum(one.file_size for one in members), shutil.disk_usage(part.parent).free
    if size > free:
        raise PullError(
            "disk_full", f"{size:,} bytes are to be unpacked, and {free:,} are free on the disk"
        )


def _write(
    opened: zipfile.ZipFile,
    members: list[zipfile.ZipInfo],
    part: Path,
    name: str,
    progress: Progress | None,
) -> None:
    done, total = 0, sum(one.file_size for one in members)
    for one in members:
        target = part / PurePosixPath(one.filename).name
        with opened.open(one) as source, target.open("xb") as file:
            while block := source.read(_BLOCK):
                file.write(block)
                done += len(block)
                if progress:
                    progress(name, done, total)
