"""What a page of the form shows beside its fields: counts, rail, marks, when it was saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from monazite.desk.pages.form.blocks import Block, View
from monazite.desk.pages.form.filed_papers import Uploads, uploads
from monazite.desk.pages.form.files import files
from monazite.desk.pages.form.paths import spot
from monazite.desk.pages.form.proof import proof
from monazite.desk.pages.form.sheet import Sheet, step_url
from monazite.desk.pages.form.steps import CHECK, STEPS, page_of

_SHAPE = 16
_PAPERS, _PROOF = "papers", "civil_use"


def view(sheet: Sheet, step: str, page: int, row: int = 0, changed: Iterable[str] = ()) -> View:
    """What of a step is shown; row: from 1, the one that is wanted; changed: paths just saved."""
    spots = [spot(path) for path in changed]
    opened = {f"{each.section}-{each.row}" for each in spots}
    if row:
        opened |= {f"{name}-{row - 1}" for name in STEPS[step]}
    return View(
        page=page_of(row - 1) if row else page,
        opened=frozenset(opened),
        files=files(sheet.application) if step == _PAPERS else {},
    )


def state(sheet: Sheet, step: str, view: View) -> dict[str, Any]:
    """The values of every template of a step."""
    application, blocks = sheet.application, sheet.blocks(step, view)
    given = uploads(sheet, view.files) if step == _PAPERS else None
    return {
        "application": application,
        "step": step,
        "page": view.page,
        "blocks": blocks,
        "version": application.version,
        "saved_at": application.changed_at,
        "marked": " ".join(sorted(key for key, findings in slots(blocks) if findings)),
        "shape": shape(blocks, given),
        "uploads": given,
        "proof": proof(sheet.checked.application, sheet.lang) if step == _PROOF else None,
        "next_fault": sheet.next_fault(step),
        **beside(sheet),
    }


def beside(sheet: Sheet) -> dict[str, Any]:
    """What stands beside every step and the last one: the rail, the counts, what was found."""
    return {
        "rail": sheet.rail,
        "check_url": step_url(sheet.application, CHECK),
        "verdict": sheet.verdict,
        "groups": sheet.groups,
        "overfull": sheet.overfull,
        "ruled_on": sheet.ruled_on,
    }


def slots(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Any]]:
    """Every place for findings that the page has, by its id, with what stands there."""
    for block in blocks:
        yield block.name, block.findings
        for row in block.rows:
            if row.index is not None:
                yield row.key, row.findings
            yield from ((each.key, each.findings) for each in row.controls)


def shape(blocks: tuple[Block, ...], given: Uploads | None) -> str:
    """Which questions are asked, with which answers: where it changes, the page is drawn anew."""
    drawn = [key for key, _ in slots(blocks)]
    controls = [f for block in blocks for row in block.rows for f in row.controls]
    drawn += [f"{f.control} {len(f.options)}" for f in controls]
    drawn += [option.label for f in controls if f.known for option in f.options]
    drawn += [each.key for each in given.lacking] if given else []
    return hashlib.sha256("\n".join(drawn).encode()).hexdigest()[:_SHAPE]
