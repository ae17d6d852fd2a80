"""Fetch a release of BACI: the flows that CEPII reconciles from both sides of UN Comtrade.

One zip for each edition of the Harmonized System and release, of 0.5 to 2.5 GB, such as
`https://www.cepii.fr/DATA_DOWNLOAD/baci/data/BACI_HS92_V202401b.zip` (Etalab 2.0; cite Gaulier and
Zignago 2010). It holds a CSV a year, the country codes, the product codes and a read-me.
"""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.flows.columns import HS_VINTAGES
from monazite.trade.pulling.archives import unpack
from monazite.trade.pulling.errors import PullError
from monazite.trade.pulling.manifest import Entry, Manifest, opened
from monazite.trade.pulling.report import PullReport
from monazite.trade.pulling.transfer import Fetched, described, fetch

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.pulling.report import Progress
    from monazite.trade.pulling.waiting import Manner

BASE = "https://www.cepii.fr/DATA_DOWNLOAD/baci/data"
_PAGE = "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37"
_RELEASE = re.compile(r"v?([0-9]{6}[a-z]?)")
_TYPES = ("application/zip", "application/x-zip-compressed", "application/octet-stream")


def pull_baci(
    revision: str,
    release: str,
    into: Path,
    *,
    base: str = BASE,
    manner: Manner | None = None,
    progress: Progress | None = None,
) -> PullReport:
    """Fetch one release of BACI and unpack it.

    Args:
        revision: the edition of the Harmonized System, such as HS92.
        release: CEPII's number, such as 202401b or V202401b.
        into: the folder; the files come to lie in `BACI_<revision>_V<release>` in it.
        base: the address before the file's name, for a local copy.
        manner: how patiently.
        progress: called with bytes done and in all.

    Returns:
        The files; `vintage` is the release.

    Raises:
        InputError: fields "revision", "release", "into".
        PullError: with a code; not_found where CEPII has no such release.
    """
    number = _number(release)
    name = f"BACI_{_edition(revision)}_V{number}"
    manifest = opened(into, "baci")
    if _there(manifest, name):
        return _report(manifest, name, number, asked=0)
    archive = into / f"{name}.zip"
    address = f"{base.rstrip('/')}/{archive.name}"
    fetched = _fetched(address, archive, manner, progress)
    files = _unpacked(archive, into / name, progress)
    entry = Entry(
        asked=address,
        file="",
        sha256=fetched.sha256,
        size_bytes=fetched.size_bytes,
        records=None,
        retrieved=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        parts=tuple(file.name for file in files),
    )
    manifest.add(name, entry)
    archive.unlink()
    return _report(manifest, name, number, asked=1)


def _edition(revision: str) -> str:
    edition = revision.strip().upper()
    if edition not in HS_VINTAGES:
        raise InputError("revision", revision, ", ".join(HS_VINTAGES))
    return edition


def _number(release: str) -> str:
    number = _RELEASE.fullmatch(release.strip().lower())
    if number is None:
        raise InputError("release", release, "CEPII's number of a release, such as 202401b")
    return number[1]


def _there(manifest: Manifest, name: str) -> list[Path]:
    """The files of a release that was unpacked before; none where one of them is missing."""
    entry = manifest.entries.get(name)
    files = [manifest.folder / name / part for part in entry.parts] if entry else []
    return files if all(file.is_file() for file in files) else []


def _fetched(
    address: str, archive: Path, manner: Manner | None, progress: Progress | None
) -> Fetched:
    """The archive: as it came before, where only the room to unpack it was lacking, or fetched."""
    if archive.is_file():
        return described(archive)
    try:
        return fetch(address, archive, types=_TYPES, manner=manner, progress=progress)
    except PullError as refused:
        if refused.code != "not_found":
            raise
        raise PullError(
            "not_found",
            f"CEPII has no {archive.name}: see which editions and releases there are at {_PAGE}",
            status=refused.status,
        ) from None


def _unpacked(archive: Path, folder: Path, progress: Progress | None) -> tuple[Path, ...]:
    """The files of the archive; an archive that cannot be opened is removed, to come anew."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        return unpack(archive, folder, progress=progress)
    except PullError as refused:
        if refused.code != "disk_full":
            archive.unlink()
        raise


def _report(manifest: Manifest, name: str, release: str, *, asked: int) -> PullReport:
    files = _there(manifest, name)
    return PullReport(
        kind="baci",
        into=manifest.folder,
        files=tuple(files),
        vintage=release,
        asked=asked,
        already=1 - asked,
        records=None,
        size_bytes=sum(file.stat().st_size for file in files),
    )
