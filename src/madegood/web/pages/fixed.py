"""Pages that say the same to everybody, and the answer to 'are you there?'."""

from django.http import HttpRequest, HttpResponse

from madegood.web.show import show


def about(request: HttpRequest) -> HttpResponse:
    return show(request, "about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    return show(request, "accessibility.html")


def cookies(request: HttpRequest) -> HttpResponse:
    return show(request, "cookies.html")


def health(_request: HttpRequest) -> HttpResponse:
    """For a machine that watches the service; says nothing about what is in it."""
    return HttpResponse("ok\n", content_type="text/plain")
