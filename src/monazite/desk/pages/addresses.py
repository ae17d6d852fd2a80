"""Addresses of pages by their names; a page that the site does not have is no error."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def address_of(name: str, *args: object) -> str:
    """The address, empty where the site has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
