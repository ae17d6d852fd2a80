"""Fetch what reporters gave to UN Comtrade, by its official API.

`GET https://comtradeapi.un.org/data/v1/get/C/A/HS?…` with the header `Ocp-Apim-Subscription-Key`
(uncomtrade.org/docs/un-comtrade-api). The key is free (comtradedeveloper.un.org) and comes from the
environment variable COMTRADE_API_KEY or from the caller; it is sent as a header to that one host
and stands in no message, file or address.

Each answer is kept as it came. A plan of calls is resumable: answers that are in the folder are
not asked for again. One folder is one retrieval; a look at newer data is a pull into a new folder.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.trade.pulling.asking import codes_of, flows_of, periods_of, reporters_of
from monazite.trade.pulling.calls import FREE_KEY, PREVIEW, Call, Limits, plan
from monazite.trade.pulling.errors import PullError
from monazite.trade.pulling.manifest import Entry, Manifest, opened
from monazite.trade.pulling.report import PullReport
from monazite.trade.pulling.transfer import Fetched, fetch
from monazite.trade.pulling.waiting import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from monazite.trade.pulling.errors import PullCode
    from monazite.trade.pulling.report import Progress

BASE = "https://comtradeapi.un.org"
KEY_VARIABLE = "COMTRADE_API_KEY"
_KEY_HEADER = "Ocp-Apim-Subscription-Key"
_KEYED, _OPEN = "data/v1/get", "public/v1/preview"
_TYPES = ("application/json", "text/json")
_KEY = re.compile(r"[A-Za-z0-9._~+/=-]+")
_WHERE = "make one at https://comtradedeveloper.un.org and put it in COMTRADE_API_KEY"


def pull_comtrade(
    codes: Iterable[str],
    reporters: Iterable[str],
    periods: Iterable[str | int],
    flows: Iterable[str],
    into: Path,
    *,
    key: str | None = None,
    preview: bool = False,
    base: str = BASE,
    limits: Limits | None = None,
    manner: Manner | None = None,
    progress: Progress | None = None,
) -> PullReport:
    """Fetch flows of goods from UN Comtrade into a folder.

    Args:
        codes: six-digit codes of the Harmonized System, of whichever edition the reporter used.
        reporters: countries by code or name; none asks for all reporters.
        periods: years (2023) or months (2023-05), not both.
        flows: export, import, re-export, re-import.
        into: the folder, made where it does not exist.
        key: the subscription key; without one, that of COMTRADE_API_KEY.
        preview: ask without a key: 500 records, one period and one code a call.
        base: the host, for a local copy.
        limits: of the subscription; those of a free key, or of the preview, if not given.
        manner: how patiently.
        progress: called with the calls answered and those planned.

    Returns:
        What lies in the folder; its `vintage` is the last day on which something was fetched.

    Raises:
        InputError: a field that cannot be asked for, or COMTRADE_API_KEY where there is no key.
        PullError: with a code; what was answered before stays, and the same call goes on from it.
    """
    frequency, asked_periods = periods_of(periods)
    limits = limits or (PREVIEW if preview else FREE_KEY)
    calls = plan(
        frequency, flows_of(flows), asked_periods, reporters_of(reporters), codes_of(codes), limits
    )
    headers: dict[str, str] = {} if preview else {_KEY_HEADER: _key(key)}
    pull = _Pull(
        manifest=opened(into, "comtrade"),
        base=f"{base.rstrip('/')}/{_OPEN if preview else _KEYED}",
        headers=headers,
        limits=limits,
        manner=manner or Manner(),
    )
    for done, call in enumerate(calls):
        if progress:
            progress("calls", done, len(calls))
        pull.answer(call)
    if progress:
        progress("calls", len(calls), len(calls))
    return pull.report(calls)


@dataclass(slots=True)
class _Pull:
    """The state of one pull: what is asked how, and how much of it was asked by now."""

    manifest: Manifest
    base: str
    headers: dict[str, str] = field(repr=False)
    limits: Limits
    manner: Manner
    asked: int = 0
    already: int = 0

    def answer(self, call: Call) -> None:
        """Have the answer to a call in the folder: as it is there, or asked for, or in halves."""
        entry = self.manifest.whole(call.name())
        if entry is not None and not entry.parts:
            self.already += 1
            return
        if entry is None and self._ask(call):
            return
        for half in self._halves(call):
            self.answer(half)

    def _ask(self, call: Call) -> bool:
        """Ask once; whether the answer is whole."""
        self._wait_for_a_turn()
        query = call.query(self.limits.records)
        target = self.manifest.folder / f"{call.name()}.json"
        fetched, records = self._fetched(query, target)
        self.asked += 1
        whole = records < self.limits.records
        halves = () if whole else tuple(half.name() for half in self._halves(call))
        kept = whole and records > 0
        if not kept:
            target.unlink()
        entry = Entry(
            asked=query,
            file=target.name if kept else "",
            sha256=fetched.sha256 if kept else "",
            size_bytes=fetched.size_bytes if kept else 0,
            records=records,
            retrieved=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
            parts=halves,
        )
        self.manifest.add(call.name(), entry)
        return whole

    def _fetched(self, query: str, target: Path) -> tuple[Fetched, int]:
        """The answer as a file, and how many records it has; no file where it is no answer."""
        try:
            fetched = fetch(
                f"{self.base}/{query}",
                target,
                headers=self.headers,
                types=_TYPES,
                manner=self.manner,
            )
            return fetched, _counted(target)
        except PullError as refused:
            target.unlink(missing_ok=True)
            raise self._told(refused) from None

    def _wait_for_a_turn(self) -> None:
        """Keep the publisher's pace: so many calls a day, and a pause between two."""
        today = f"{datetime.now(UTC):%Y-%m-%d}"
        calls = sum(one.retrieved.startswith(today) for one in self.manifest.entries.values())
        if calls >= self.limits.calls_a_day:
            raise PullError(
                "quota_used_up",
                f"{calls} calls were made today (UTC), which is all that this subscription has; "
                "the same command goes on tomorrow from where it stopped",
            )
        if self.asked:
            self.manner.sleep(self.limits.seconds_between)

    def _halves(self, call: Call) -> tuple[Call, Call]:
        halves = call.halves()
        if halves is None:
            raise PullError(
                "too_many_records",
                f"one period, code and flow has {self.limits.records:,} records or more, which is "
                "as many as one answer holds: name the reporters",
            )
        return halves

    def _told(self, refused: PullError) -> PullError:
        """The refusal in the words of this publisher, with no key in it whatever was sent back."""
        code, message = _meaning(refused)
        for secret in self.headers.values():
            message = message.replace(secret, "…")
        return PullError(code, message, status=refused.status)

    def report(self, calls: list[Call]) -> PullReport:
        """What the folder holds of these calls."""
        entries = [one for call in calls for one in self._entries(call.name())]
        files = [one for one in entries if one.file]
        days = [one.retrieved[:10] for one in entries]
        return PullReport(
            kind="comtrade-json",
            into=self.manifest.folder,
            files=tuple(self.manifest.folder / one.file for one in files),
            vintage=max(days),
            asked=self.asked,
            already=self.already,
            records=sum(one.records or 0 for one in files),
            size_bytes=sum(one.size_bytes for one in files),
        )

    def _entries(self, name: str) -> list[Entry]:
        entry = self.manifest.entries[name]
        return [entry, *(one for part in entry.parts for one in self._entries(part))]


def _key(given: str | None) -> str:
    """The key of the caller or of the environment; its text is in no error."""
    key = (given or os.environ.get(KEY_VARIABLE) or "").strip()
    if not key:
        raise InputError(
            KEY_VARIABLE, None, f"a subscription key: {_WHERE}; or ask for the preview without one"
        )
    if not _KEY.fullmatch(key):
        raise InputError(KEY_VARIABLE, None, f"a key of letters, digits and - . _: {_WHERE}")
    return key


def _counted(path: Path) -> int:
    """How many records an answer holds; each is dropped as it is read, so that a long one fits."""
    try:
        with path.open("rb") as file:
            answer = json.load(file, object_hook=_head)
    except ValueError as broken:
        raise PullError("broken_reply", f"the answer of Comtrade is not JSON: {broken}") from None
    frame = answer if isinstance(answer, dict) else {}
    if isinstance(frame.get("data"), list) and not frame.get("error"):
        return len(frame["data"])
    # The gateway before the API may say 200 and put the status of a refusal into the body.
    said = str({name: frame[name] for name in ("statusCode", "message", "error") if name in frame})
    status = frame.get("statusCode")
    raise PullError("broken_reply", f"no answer of Comtrade: {said}", status=status, body=said)


def _head(record: dict[str, Any]) -> dict[str, Any] | None:
    """The frame of an answer; nothing of a record of trade."""
    return None if "reporterCode" in record else record


def _meaning(refused: PullError) -> tuple[PullCode, str]:
    """What a status and its text mean here: quota and key share the status 403."""
    said = f"{refused.body} {refused}".lower()
    if "quota" in said:
        return "quota_used_up", (
            f"the subscription has no calls left: {refused}; the same command goes on from where "
            "it stopped"
        )
    if refused.status in {401, 403}:
        return "key_refused", f"Comtrade refuses the key: {refused}; {_WHERE}"
    return refused.code, str(refused)
