"""What a person is told when a page cannot be shown: what, why, and what to do."""

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from madegood.web.show import show

_NOT_YOURS = (
    "You are signed in, but the work you do here does not include this page.",
    "If you need it, ask whoever manages people on this service.",
)


def message(
    request: HttpRequest,
    heading: str,
    *lines: str,
    status: int,
    way: tuple[str, str] | None = None,
    somebody: bool = True,
) -> HttpResponse:
    """A page of plain words; `way` is the words and address of one way onward.

    `somebody` False asks nothing of the ledger, which may be what is broken.
    """
    text, href = way or ("Go to the first page", reverse("home"))
    return show(
        request,
        "message.html",
        status=status,
        heading=heading,
        lines=lines,
        way_text=text,
        way_href=href,
        somebody=somebody,
    )


def bad_request(
    request: HttpRequest,
    exception: Exception | None = None,
) -> HttpResponse:
    if isinstance(exception, TooManyFilesSent):
        return message(
            request,
            "Too many files at once",
            f"No more than {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files can be sent "
            "as one load. Nothing was kept.",
            "Send fewer files at once: what is loaded is added together. Or give the "
            "whole folder to whoever runs this service, to load from the command line.",
            status=400,
        )
    return message(
        request,
        "We could not read what was sent",
        "The address or the form held something this service does not understand.",
        "Go back and try again. If it keeps happening, tell whoever runs the service.",
        status=400,
    )


def refused(
    request: HttpRequest,
    exception: Exception | None = None,
) -> HttpResponse:
    """With what is missing and who can give it, where whatever refused has said so."""
    said = f"{exception}" if exception is not None else ""
    lines = (said,) if said else _NOT_YOURS
    sent = request.method == "POST"
    return message(
        request,
        "You do not have permission to do this"
        if sent
        else "You do not have permission to open this page",
        *lines,
        *(("Nothing that you sent was kept.",) if sent else ()),
        status=403,
    )


def not_found(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 - Django names it
) -> HttpResponse:
    return message(
        request,
        "There is no such page",
        "If you typed the address, check it. If you followed a link, what it led to "
        "may have been withdrawn.",
        status=404,
    )


def broken(request: HttpRequest) -> HttpResponse:
    return message(
        request,
        "Something went wrong",
        "The fault is ours. Nothing you sent has been half kept: it was kept whole or "
        "not at all.",
        "Try again in a few minutes. If it keeps happening, tell whoever runs the "
        "service what you were doing.",
        status=500,
        somebody=False,
    )


def csrf_failure(
    request: HttpRequest,
    reason: str = "",  # noqa: ARG001 - Django names it
) -> HttpResponse:
    return message(
        request,
        "Your session has ended",
        "The form was sent after you had been signed out, or from a page that was "
        "opened before you signed in. Nothing was kept.",
        "Sign in and send it again. Your browser must accept cookies from this "
        "service.",
        status=403,
        way=("Sign in", reverse("sign_in")),
    )
