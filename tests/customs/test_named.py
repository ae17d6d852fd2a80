from __future__ import annotations

import pytest

from monazite.customs.named import absent

IRON = frozenset({"Fe", "Nd", "B"})


@pytest.mark.parametrize(
    ("description", "lacking"),
    [
        ("NdFeB magnets, sintered", set()),
        ("SmCo magnets", {"Sm", "Co"}),
        ("Sm2Co17-type magnets", {"Sm"}),
        ("Dy-Fe alloy", {"Dy"}),
        ("DyFe lumps", {"Dy"}),
        ("tbfe, lumps", {"Tb"}),
        ("Tb-fe", {"Tb"}),
        ("Pr-Nd alloy", {"Pr"}),
        ("Dy2O3 powder", {"Dy"}),
        ("ferrodysprosium", {"Dy"}),
        ("铽铁", {"Tb"}),
        ("free of DyFe", set()),
        ("DyFe-free steel", set()),
        ("WINCH, COW and SNOW", set()),
        ("NdFeB magnets N42SH", set()),
        ("Life, safe and cafe furniture", set()),
        ("SmCo5 rings", {"Sm", "Co"}),
        ("钐钴磁体", {"Sm", "Co"}),
        ("Dysprosium iron alloy", {"Dy"}),
        ("镝铁合金", {"Dy"}),
        ("dysprosium-free magnets", set()),
        ("dysprosium free magnets", set()),
        ("magnets without dysprosium", set()),
        ("无镝磁体", set()),
        ("不含铽的磁体", set()),
        ("Ferrite rings", set()),
        ("Smcommon parts", set()),
        ("Holmium, no terbium", {"Ho"}),
    ],
)
def test_a_name_says_which_elements_there_are(description: str, lacking: set[str]) -> None:
    assert absent(description, IRON) == lacking
