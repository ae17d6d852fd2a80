"""The site's addresses in demo mode."""

from __future__ import annotations

from django.urls import path

from monazite.desk.people.views.demo import demo_sign_in
from monazite.desk.urls import handler400, handler403, handler404, handler500
from monazite.desk.urls import urlpatterns as of_the_site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*of_the_site, path("demo/sign-in/", demo_sign_in, name="demo_sign_in")]
