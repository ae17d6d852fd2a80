from __future__ import annotations

import copy

import pytest

from monazite.shock.scenarios.reading import packaged
from monazite.shock.sweeps.documents import document
from monazite.shock.sweeps.paths import PathError, changed, check

DOCUMENT = document(packaged("full-stop"))


def test_one_value_is_changed_and_nothing_else() -> None:
    before = copy.deepcopy(DOCUMENT)
    found = changed(DOCUMENT, {"hubs[1].share": "30 %"})
    assert before == DOCUMENT
    assert found["hubs"][1].pop("share") == "30 %"
    assert found["hubs"][1] | {"share": 0.05} == DOCUMENT["hubs"][1]
    assert found | {"hubs": DOCUMENT["hubs"]} == DOCUMENT


def test_a_star_means_every_entry() -> None:
    found = changed(DOCUMENT, {"hubs[*].share": "30 %", "weeks": "8", "assume.demand": "1.1"})
    assert [one["share"] for one in found["hubs"]] == ["30 %", "30 %"]
    assert (found["weeks"], found["assume"]) == ("8", {"demand": "1.1"})


def test_a_key_that_is_not_said_can_be() -> None:
    check(DOCUMENT, "bans[0].from")
    check(DOCUMENT, "assume.panic")
    check(DOCUMENT, "law.open")


@pytest.mark.parametrize(
    "path",
    ["", "weeks.", "hubs[2].share", "hubs.share", "hubs[-1].share", "hubs[*]", "bans[0].goods",
     "friction[0].throughput", "hub[0].share", "weeks.many", "hubs[0][1].share", "law",
     "scope", "sources[0]", "title.en", "[0]", "Weeks"],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_refused_with_one_that_leads_somewhere(path: str) -> None:
    with pytest.raises(PathError) as error:
        check(DOCUMENT, path)
    assert error.value.known
