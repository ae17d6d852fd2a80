"""An old real list: is the party found whose name was changed, and who alerts that is clean?"""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from ssb import perturb

from monazite.watch.screening.comparing.calibrating import own
from monazite.watch.screening.lists.held import Held
from monazite.watch.screening.matching.calibration import wilson
from monazite.watch.screening.party import Asked
from monazite.watch.screening.screener import Screener
from support.watch_screening import DAY, NOW, ofac, ofac_screener, strangers

pytestmark = [pytest.mark.shared, pytest.mark.slow]


def parties() -> dict[str, str]:
    """The entries that share a name are one party: of each entry the first of them."""
    first: dict[frozenset[str], str] = {}
    top: dict[str, str] = {}
    for one in ofac():
        keys = [frozenset(name.text.casefold().replace(",", " ").split()) for name in one.names]
        known = next((first[key] for key in keys if key in first), one.id)
        top[one.id] = top.get(known, known)
        for key in keys:
            first.setdefault(key, top[one.id])
    return top


def perturbed(count: int) -> list[tuple[str, str, str, str]]:
    """Names changed by the public engine: the text, whose, what was done, of which kind."""
    draw = random.Random(3)
    entities = [one for one in ofac() if one.kind in {"person", "company"}]
    found = []
    for one in draw.sample(entities, 1500):
        if len(one.names[0].text.split()) > 1:
            made = perturb.apply_all(one.names[0].text, one.id, seed=0, max_per_class=2)
            found += [(each.text, one.id, each.perturbation, one.kind) for each in made]
    return draw.sample(found, count)


def recalled(over: Screener, count: int) -> dict[str, list[bool]]:
    """Of each way to change a name whether an alert was on the party."""
    asked, party = perturbed(count), parties()
    answers = over.screen_many([Asked((text,), kind) for text, _, _, kind in asked], DAY)  # type: ignore[arg-type]
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for (_, ident, way, _), answer in zip(asked, answers, strict=True):
        found[way].append(
            any(hit.alert and party[hit.entity] == party[ident] for hit in answer.hits)
        )
    return found


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_changed_names_alert_at_ten_alarms_of_1000() -> None:
    found = recalled(ofac_screener(), 2500)
    assert share([one for ways in found.values() for one in ways]) >= 0.92
    assert share(found["homoglyph"]) == share(found["invisible_char"]) == 1.0
    assert share(found["initials"]) >= 0.9


def without_a_part(count: int) -> list[tuple[str, str]]:
    """Persons without their father's name or second family name: as asked, and whose."""
    found = []
    for one in ofac():
        family, _, given = one.names[0].text.partition(",")
        families, givens = family.split(), given.split()
        father = len(givens) == 2 and givens[1].lower().endswith(("vich", "vna"))
        if one.kind == "person" and givens and (father or len(families) == 2):
            found.append((f"{givens[0]} {families[0]}".title(), one.id))
    return random.Random(5).sample(found, count)


def test_a_father_s_or_second_family_name_left_out_still_alerts() -> None:
    asked, party = without_a_part(200), parties()
    answers = ofac_screener().screen_many([Asked((name,), "person") for name, _ in asked], DAY)
    found = [
        any(hit.alert and party[hit.entity] == party[ident] for hit in answer.hits)
        for (_, ident), answer in zip(asked, answers, strict=True)
    ]
    assert share(found) >= 0.9


def test_persons_made_up_by_others_alert_about_as_often_as_accepted() -> None:
    names = strangers(3000)
    answers = ofac_screener().screen_many([Asked((name,), "person") for name in names], DAY)
    alerts = sum(answer.result == "alert" for answer in answers)
    assert wilson(alerts, len(names)).low <= 10
    assert 1000 * alerts / len(names) >= 2


def test_calibrated_on_such_persons_the_rate_is_the_one_asked_for() -> None:
    clean, others = strangers(3000), strangers(3000, part=1)
    over = Screener([Held.of("ofac", ofac(), NOW)], clean=own("person", clean))
    answers = over.screen_many([Asked((name,), "person") for name in others], DAY)
    alerts = sum(answer.result == "alert" for answer in answers)
    accepted = over.calibration.rate("person", over.calibration.threshold("person", 10))
    met = wilson(alerts, len(others))
    assert met.low <= accepted.high
    assert accepted.low <= met.high
    found = recalled(over, 1500)
    assert share([one for ways in found.values() for one in ways]) >= 0.92
