from __future__ import annotations

from typing import Any

from monazite.desk.screening.alerts import alerts, alerts_sha256, finding, set_aside


def _hit(entity: str, *, alert: bool = True, until: str | None = None) -> dict[str, Any]:
    return {
        "list": "site", "entity_id": entity, "alert": alert, "suppressed_until": until,
        "score": 0.9,
    }  # fmt: skip


def _found(*hits: dict[str, Any], result: str = "alert", why: tuple[str, ...] = ()) -> Any:
    return {"result": result, "why": list(why), "hits": list(hits)}


def test_an_alert_is_a_hit_over_the_threshold_that_nobody_set_aside() -> None:
    found = _found(_hit("1"), _hit("2", alert=False), _hit("3", until="2027-01-01"))
    assert [each["entity_id"] for each in alerts(found)] == ["1"]
    assert [each["entity_id"] for each in set_aside(found)] == ["3"]


def test_the_order_of_hits_and_what_is_no_alert_tell_nothing_new() -> None:
    one = _found(_hit("1"), _hit("2"), _hit("3", alert=False))
    other = _found(_hit("2"), _hit("1"))
    assert finding(one) == finding(other)
    assert alerts_sha256(one) == alerts_sha256(other) != ""


def test_another_entry_reason_result_or_end_is_another_finding() -> None:
    every = [
        _found(_hit("1")), _found(_hit("2")), _found(_hit("1"), why=("stale_list",)),
        _found(_hit("1", until="2027-01-01"), result="suppressed"),
        _found(_hit("1", until="2027-02-01"), result="suppressed"), _found(result="no_candidate"),
    ]  # fmt: skip
    assert len({finding(each) for each in every}) == len(every)
    assert [bool(alerts_sha256(each)) for each in every] == [True] * 3 + [False] * 3
