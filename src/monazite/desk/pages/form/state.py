"""What a page of the form shows beside its fields: counts, rail, marks, when it was saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from monazite.desk.pages.form.blocks import Block
from monazite.desk.pages.form.sheet import Sheet, step_url
from monazite.desk.pages.form.steps import CHECK

_SHAPE = 16


def state(sheet: Sheet, step: str, page: int, blocks: tuple[Block, ...]) -> dict[str, Any]:
    """The values of every template of a step."""
    application = sheet.application
    return {
        "step": step,
        "page": page,
        "blocks": blocks,
        "version": application.version,
        "saved_at": application.changed_at,
        "marked": " ".join(sorted(key for key, findings in slots(blocks) if findings)),
        "shape": shape(blocks),
        "rail": sheet.rail,
        "check_url": step_url(application, CHECK),
        "verdict": sheet.verdict,
        "groups": sheet.groups,
    }


def slots(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Any]]:
    """Every place for findings that the page has, by its id, with what stands there."""
    for block in blocks:
        yield block.name, block.findings
        for row in block.rows:
            if row.index is not None:
                yield row.key, row.findings
            yield from ((each.key, each.findings) for each in row.controls)


def shape(blocks: tuple[Block, ...]) -> str:
    """Which questions are asked: where it changes, the page is drawn anew."""
    drawn = " ".join(key for key, _ in slots(blocks))
    controls = " ".join(f.control for block in blocks for row in block.rows for f in row.controls)
    return hashlib.sha256(f"{drawn} {controls}".encode()).hexdigest()[:_SHAPE]
