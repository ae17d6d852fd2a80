"""The options that commands of the site share, and the way into its home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from monazite.errors import InputError, MonaziteError

if TYPE_CHECKING:
    from monazite.cli.output import Lang

_EXTRA = frozenset(
    {
        "argon2", "cryptography", "defusedxml", "django", "django_htmx", "django_otp", "gunicorn",
        "ninja", "psycopg", "rules", "segno", "whitenoise",
    }
)  # fmt: skip
"""What the extra `desk` brings, as it is imported."""


def _folder(text: str) -> Path:
    """A folder; nothing is no folder, and least of all the one where the reader stands."""
    if not text.strip():
        raise InputError("home", None, "--home DIR, the name of a folder; . for this one")
    return Path(text)


HomeOption = Annotated[
    Path,
    typer.Option(
        "--home",
        envvar="MONAZITE_HOME",
        parser=_folder,
        metavar="<path>",
        help="Folder of the site: secret, signing key, papers, checkpoints, database.",
    ),
]
HOME = Path("desk")
"""The site's folder where nothing is said."""


def enter(home: Path, lang: Lang, *, insecure: bool = False, proxies: int = 0) -> None:
    """Make the site of this home ready in this process; one sentence where the extra is missing."""
    try:
        from monazite.desk.running.home import enter_made

        enter_made(home, insecure=insecure, proxies=proxies)
    except ModuleNotFoundError as error:
        without_extra(error, lang)


def begin(home: Path, lang: Lang) -> bool:
    """Make the home where there is none, and enter it; whether it was made."""
    try:
        from monazite.desk.running.home import enter as enter_home
        from monazite.desk.running.home import make

        made = make(home)
        enter_home(home)
    except ModuleNotFoundError as error:
        without_extra(error, lang)
    return made


def without_extra(error: ModuleNotFoundError, lang: Lang) -> NoReturn:
    """Say what to install; a module that the extra does not bring is a defect, and passed on."""
    from monazite.catalogue.texts import say

    if (error.name or "").partition(".")[0] not in _EXTRA:
        raise error
    raise MonaziteError(say("desk.cli.extra", lang, module=error.name)) from None
