from __future__ import annotations

import pytest

from monazite.watch.patterns.addresses import address, alike, groups, name, phone, spelt


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Room 501, No. 12 Haiyun Road, Building 3", "rm 501, 12 Haiyun Rd., Bldg 3", True),
        ("Room 501, No. 12 Haiyun Road, Building 3", "12 Haiyun Raod Building 3 Room 501", True),
        ("Room 501, No. 12 Haiyun Road", "12 Haiyun Road", True),
        ("Room 501, No. 12 Haiyun Road", "Room 502, No. 12 Haiyun Road", False),
        ("12 Haiyun Road", "12 Meilan Street", False),
        ("Haiyun Road", "Haiyun Raod", False),
        ("深圳市海云路12号3栋501室", "深圳 海云路12号 3栋501室", True),
        ("深圳市海云路12号3栋501室", "深圳市海云路12号3栋502室", False),
    ],
)
def test_two_spellings_of_one_address(one: str, other: str, *, same: bool) -> None:
    assert alike(address(one), address(other)) is same
    assert alike(address(other), address(one)) is same


def test_names_and_telephones_in_one_spelling() -> None:
    assert name("OAKFORD Tools Co., Ltd.") == name("tools, Oakford")
    assert name("Wei Li") == name("LI WEI")
    assert phone("+86 138-1234-5678") == phone("0086 13812345678") == phone("138 1234 5678")
    assert phone("１３８１２３４５６７８") == "13812345678"
    assert phone("0") == phone("") == ""


def test_addresses_of_the_same_numbers_become_one() -> None:
    spellings = ["5 Elm Street, Marshton", "5 Elm St Marshton", "5 Elm Street Mashrton"]
    read = [address(each) for each in (*spellings, "6 Elm Street, Marshton", "", "Marshton")]
    found = spelt(read)
    assert len({found[each] for each in read[:3]}) == 1
    assert found[read[3]] == read[3]
    assert found[address("")].text == ""
    assert len(groups(list(dict.fromkeys(read[:4])))) == 2
