"""Finding anything that is written here and that a person may see."""

from django.http import HttpRequest, HttpResponse

from madegood.search import queries
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of


def search(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "")
    kind = request.GET.get("kind", "")
    kind = kind if kind in queries.KINDS else ""
    results = queries.search(person(request), asked, kind)
    return show(
        request,
        "search.html",
        section="plan",
        results=results,
        kind=kind,
        called=queries.KINDS.get(kind, ""),
        lead=lead(results),
    )


def lead(results: queries.Results) -> str:
    """What was found, said before it is shown."""
    if not results.text:
        return "Search for words, or for a number such as 4.3."
    if not results.found:
        return (
            f"Nothing that you may see has “{results.text}”. Try fewer words, or other "
            "ones."
        )
    if results.some:
        return f"Nothing has all of “{results.text}”. These have some of the words."
    most = "The first " if results.found >= queries.MOST else ""
    return f"{most}{count_of(results.found, 'result')} for “{results.text}”."
