"""Django's settings; everything that differs between places comes from the environment.

MONAZITE_HOME holds what one site owns: secret, signing key, papers, checkpoints and, unless
DATABASE_URL names a PostgreSQL, the database. `monazite desk init` makes it.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from monazite.desk.running.alarms import alarms
from monazite.desk.running.database import database

HOME = Path(os.environ.get("MONAZITE_HOME", "desk")).absolute()
DEMO = os.environ.get("MONAZITE_DEMO") == "1"
"""One-click logins on loopback; `monazite desk demo` alone sets it."""
INSECURE = DEMO or os.environ.get("MONAZITE_INSECURE") == "1"
"""Plain HTTP: cookies go without TLS. For loopback and tests alone."""

DEBUG = False
SECRET_KEY = (
    (HOME / "secret").read_text().strip() if (HOME / "secret").is_file() else secrets.token_hex(32)
)
ALLOWED_HOSTS = os.environ.get("MONAZITE_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("MONAZITE_ORIGINS", "").split(",") if origin
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "rules",
    "monazite.desk.events",
    "monazite.desk.people",
    "monazite.desk.screening",
    "monazite.desk.once",
    "monazite.desk.applications",
    "monazite.desk.licences",
    "monazite.desk.cases",
    "monazite.desk.leads",
    "monazite.desk.batches",
    "monazite.desk.gate",
    "monazite.desk.duties",
    "monazite.desk.offline",
    "monazite.desk.statistics",
    "monazite.desk.pages",
]
MIDDLEWARE = [
    "monazite.desk.security.headers.HeadersMiddleware",
    "monazite.desk.security.limits.LimitsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "monazite.desk.people.language.LanguageMiddleware",
    "monazite.desk.security.refusals.RefusalsMiddleware",
    "monazite.desk.people.guard.GuardMiddleware",
]
ROOT_URLCONF = "monazite.desk.urls"
WSGI_APPLICATION = "monazite.desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["monazite.desk.people.signing_in.PersonBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 48 * 3600
OTP_TOTP_ISSUER = "Monazite"

SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not INSECURE
CSRF_FAILURE_VIEW = "monazite.desk.security.refusals.without_csrf"
# It ends with the browser: on the machine of somebody who told of something nothing stays.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = not INSECURE
PROXIES = int(os.environ.get("MONAZITE_PROXIES", "0"))
"""How many proxies of ours stand before the site (`serve --proxies`): who calls, and whether by
TLS, is theirs to say. With none nobody is believed."""
SECURE_SSL_REDIRECT = not INSECURE
SECURE_HSTS_SECONDS = 0 if INSECURE else 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False  # our own texts carry both languages

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = True  # served from the packages as they are: nothing to collect first
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PAPERS_ROOT = HOME / "papers"
LISTS_ROOT = HOME / "lists"
"""What `monazite watch load … --lists HOME/lists` fills, and parties are compared with."""
ALARMS = alarms(os.environ.get("MONAZITE_ALARMS"))
"""Alerts that are accepted among 1,000 parties that are on no list."""
CHECKPOINTS_ROOT = Path(os.environ.get("MONAZITE_CHECKPOINTS", HOME / "checkpoints"))
MODEL_ROOT = HOME / "model"
"""The risk model that the worker scores declarations with (`monazite watch train --model`)."""
SIGNING_KEY = Path(os.environ.get("MONAZITE_SIGNING_KEY", HOME / "signing.pem"))
SCANNER = os.environ.get("MONAZITE_SCANNER", "")
"""A command that is given a file's path and ends with 0 (clean) or 1 (infected)."""

PAPER_BYTES_MAX = 20 * 1024 * 1024
MANIFEST_BYTES_MAX = 64_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Too much was sent: `security.refusals` says it in a line; a traceback would fill the log.
    "loggers": {
        f"django.security.{name}": {"level": "CRITICAL"}
        for name in ("RequestDataTooBig", "TooManyFieldsSent", "TooManyFilesSent")
    },
}
