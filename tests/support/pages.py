"""What tests of pages share: files as they are sent, officers who showed their second factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

if TYPE_CHECKING:
    from monazite.desk.people.models import Person

Upload = SimpleUploadedFile
"""A file as a browser sends it."""


def official(person: Person) -> Client:
    """A browser in which an official has signed in with the second factor."""
    client = Client()
    client.force_login(person)
    device = TOTPDevice.objects.create(user=person, name="phone", confirmed=True)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client
