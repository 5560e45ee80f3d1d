"""The guide, as the program's own pages."""

from django.http import Http404, HttpRequest, HttpResponse

from madegood.search import guide as kept
from madegood.web.guide_page import written
from madegood.web.show import show


def guide(request: HttpRequest) -> HttpResponse:
    return _shown(request, kept.FIRST)


def guide_page(request: HttpRequest, name: str) -> HttpResponse:
    return _shown(request, name)


def _shown(request: HttpRequest, name: str) -> HttpResponse:
    try:
        found = kept.page(name)
    except kept.NoSuchPage:
        raise Http404 from None
    return show(
        request,
        "guide.html",
        section="",
        page=found,
        pages=kept.pages(),
        first=kept.FIRST,
        written=written,
    )
