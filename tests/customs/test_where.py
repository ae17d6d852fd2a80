from __future__ import annotations

import pytest

from monazite.customs.where import field, where


@pytest.mark.parametrize(
    ("path", "en", "zh"),
    [
        ("", "The declaration", "整份申报单"),
        ("items[1].quantity", "Item 2, Quantity", "第2项 数量"),
        ("items[0].draws[3].mass_kg", "Item 1, Batches", "第1项 批次"),
        ("items[0]", "Item 1", "第1项"),
        ("consignee.name", "Consignee", "境外收货人"),
        ("destination", "Country of destination", "最终目的国（地区）"),
        ("bushels", "bushels", "bushels"),
    ],
)
def test_a_path_is_said_as_a_person_says_it(path: str, en: str, zh: str) -> None:
    assert (where(path, "en"), where(path, "zh")) == (en, zh)


@pytest.mark.parametrize(
    ("path", "en"),
    [
        ("", ""),
        ("items[1]", ""),
        ("items[1].quantity", "Quantity"),
        ("consignee.name", "Consignee"),
        ("destination", "Country of destination"),
    ],
)
def test_a_field_is_named_without_its_item(path: str, en: str) -> None:
    assert field(path, "en") == en
