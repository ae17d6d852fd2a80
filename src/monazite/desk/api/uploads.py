"""Files in a request: one multipart field `file`, and beside it text fields that are named."""

from __future__ import annotations

from collections.abc import Collection

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from monazite.desk.api.faults import Fault, Problem
from monazite.desk.api.json_bodies import wrong_type

MULTIPART = "multipart/form-data"
FILE = "file"


def upload(request: HttpRequest, beside: Collection[str] = ()) -> UploadedFile[bytes]:
    """The file of the request; a Fault of 415 or 422 where it does not hold exactly one."""
    if request.content_type != MULTIPART:
        raise wrong_type(request, MULTIPART)
    known = (FILE, *beside)
    given = [*request.FILES, *request.POST]
    wrong = [Problem(name, "", ", ".join(known)) for name in given if name not in known]
    files = request.FILES.getlist(FILE)
    if len(files) != 1 or FILE in request.POST:
        wrong.append(Problem(FILE, f"{len(files)}", "1"))
    if wrong:
        raise Fault(422, "unusable", problems=wrong)
    return files[0]


def text(request: HttpRequest, name: str) -> str:
    """A text field that must be there, once."""
    given = request.POST.getlist(name)
    if len(given) != 1:
        raise Fault(422, "unusable", problems=[Problem(name, f"{len(given)}", "1")])
    return str(given[0])


def flag(request: HttpRequest, name: str) -> bool:
    """A text field that says true or false; false where it is not there."""
    given = request.POST.getlist(name) or ["false"]
    if len(given) > 1 or given[0] not in {"true", "false"}:
        raise Fault(422, "unusable", problems=[Problem(name, given[-1], "true | false")])
    return given[0] == "true"
