"""What a change of the lists did, as a JSON object and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.screening.answers import Hit, ListUsed
    from monazite.watch.screening.rescreening.comparing import Change

COLUMNS = (
    "row", "name", "change", "list", "entity_id", "entity_name", "alias", "score_before", "score",
    "result_before", "result", "what",
)  # fmt: skip


def rows(changes: Sequence[Change]) -> Iterator[dict[str, Any]]:
    """A row for each alert that appeared, is gone or changed, and for a result that alone did.

    row: 1-based number of the party among those that were screened. what: of a change, what else
    is said (`comparing.Change`), parted by blanks.
    """
    for number, one in enumerate(changes, 1):
        told = [
            *(("appeared", (), None, hit) for hit in one.appeared),
            *(("gone", (), hit, None) for hit in one.gone),
            *(("changed", what, *pair)
              for what, pair in zip(one.what, one.changed, strict=True)),
        ]  # fmt: skip
        if not told and one.any:
            told = [("result", (), None, None)]
        for change, what, earlier, later in told:
            yield {
                "row": number,
                "name": one.now.asked.names[0] if one.now.asked.names else "",
                "change": change,
                **_entry(later or earlier),
                "score_before": earlier.score if earlier is not None else None,
                "score": later.score if later is not None else None,
                "result_before": one.before.result,
                "result": one.now.result,
                "what": " ".join(what),
            }


def document(
    changes: Sequence[Change], before: Sequence[ListUsed], now: Sequence[ListUsed]
) -> dict[str, Any]:
    """The lists on either side, and what changed of whom."""
    return {
        "parties": len(changes),
        "before": [_list(one) for one in before],
        "now": [_list(one) for one in now],
        "changes": list(rows(changes)),
    }


def _entry(hit: Hit | None) -> dict[str, Any]:
    if hit is None:
        return dict.fromkeys(("list", "entity_id", "entity_name", "alias"))
    return {
        "list": hit.list, "entity_id": hit.entity, "entity_name": hit.name, "alias": hit.alias,
    }  # fmt: skip


def _list(one: ListUsed) -> dict[str, Any]:
    return {
        "list": one.list,
        "version": one.version,
        "published": one.published.isoformat() if one.published else None,
        "loaded_at": one.loaded_at.isoformat(),
        "stale": one.stale,
    }
