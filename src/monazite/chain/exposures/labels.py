"""What a share of a user says: the words by which shares are found before they are told."""

from __future__ import annotations

from typing import NamedTuple

DIRECT, ULTIMATE, MADE, OWNED = "direct", "ultimate", "made", "owned"
UNKNOWN, LATER, LOST, ARRIVED = "unknown", "later", "lost", "arrived"
ESTIMATED, GUESSED, FINISHED = "estimated", "guessed", "finished"


class Label(NamedTuple):
    """What a share says: its kind, the stage, the country or owner, and who stands behind it.

    kinds: direct, ultimate, made (at the stage), owned; then unknown origin, later and lost (by
    stage, `values.MadeAt`), arrived (stage, seller, and behind it a maker's country), estimated,
    guessed (the amount of the use itself), finished.
    """

    kind: str
    stage: str = ""
    country: str = ""
    behind: str = ""
