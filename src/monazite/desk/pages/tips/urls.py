"""Addresses of tips; none of them holds a code."""

from __future__ import annotations

from django.urls import URLPattern, path

from monazite.desk.pages.tips.receipt import receipt
from monazite.desk.pages.tips.tell import tell

urlpatterns: list[URLPattern] = [
    path("tell/", tell, name="tell"),
    path("tell/receipt/", receipt, name="tell_receipt"),
]
