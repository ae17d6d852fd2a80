"""Whose keys signed, whose lie there, and copies that are not where they should be by now."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from monazite.desk.events import checkpoints, copies
from monazite.desk.events.signing import PublicKeys, Signer
from monazite.desk.running import keys
from monazite.desk.running.verify import verify
from monazite.errors import InputError
from support.records import firm, seal

pytestmark = pytest.mark.django_db(transaction=True)


def fingerprint(pem: bytes) -> str:
    (found,) = PublicKeys.read(pem).fingerprints()
    return found


@pytest.fixture(autouse=True)
def _sealed() -> None:
    firm()
    seal()


def test_the_report_names_the_key_that_signed() -> None:
    own = fingerprint(keys.load().public_pem())
    assert verify().signers == {own: 1}
    assert verify().document("en")["signers"] == {own: 1}
    assert keys.own() == own


def test_a_strangers_key_beside_the_copies_is_named() -> None:
    stranger = Signer.new().public_pem()
    keys.publish(stranger)
    (found,) = verify().findings
    assert (found.code, found.severity) == ("key_unused", "note")
    assert fingerprint(stranger) in found.message("en")
    assert fingerprint(stranger) in found.message("zh")


def test_a_key_kept_elsewhere_decides(tmp_path: Path) -> None:
    kept = tmp_path / "kept.pem"
    kept.write_bytes(keys.public_path().read_bytes())
    assert verify(public_key=kept).whole
    keys.publish(Signer.new().public_pem())
    assert [each.code for each in verify(public_key=kept).findings] == ["key_unknown"]
    assert not verify(public_key=kept).whole


def test_a_record_sealed_anew_with_another_key_is_found_by_the_kept_one(tmp_path: Path) -> None:
    kept = tmp_path / "kept.pem"
    kept.write_bytes(Signer.new().public_pem())
    assert {each.code for each in verify(public_key=kept).findings} == {
        "checkpoint_unsigned", "key_unknown",
    }  # fmt: skip


def test_a_file_without_a_key_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"no key", b"-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----\n"):
        (tmp_path / "no.pem").write_bytes(content)
        with pytest.raises(InputError, match="public key"):
            verify(public_key=tmp_path / "no.pem")
    with pytest.raises(InputError, match="public key"):
        verify(public_key=tmp_path / "nowhere.pem")


def test_without_the_signing_key_nobody_knows_the_sites_own() -> None:
    Path(settings.SIGNING_KEY).unlink()
    assert keys.own() is None
    assert verify().whole


def test_the_newest_copy_may_be_late_by_minutes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = type("Clock", (), {"now": staticmethod(lambda: timezone.now() - timedelta(minutes=6))})
    copies.path(settings.CHECKPOINTS_ROOT, 1).unlink()
    assert [each.code for each in verify().findings] == ["copy_late"]
    assert verify().whole
    firm("Later")
    monkeypatch.setattr(checkpoints, "timezone", clock)
    seal()
    copies.path(settings.CHECKPOINTS_ROOT, 2).unlink()
    assert [each.code for each in verify().findings] == ["copy_missing"]
