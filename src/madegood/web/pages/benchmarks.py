"""Published figures: every indicator beside its company, and one over its years."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.benchmarks import queries
from madegood.benchmarks.alarms import SENTENCE
from madegood.benchmarks.queries import SOCIAL_CARE, Comparison, Indicator, Setting
from madegood.web.benchmark_page import Line, code_of, indicator_page, key_of_signs
from madegood.web.forms.benchmarks import EVERY, BenchmarkForm
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of, day

# More rows than these are found again sooner by a word than by scrolling.
MOST = 200
NOTHING = (
    "No published figures have been loaded yet. An analyst loads those that come with "
    "the program by “madegood benchmarks load --shipped”, or newer ones from files."
)


@require_GET
def benchmarks(request: HttpRequest) -> HttpResponse:
    try:
        who = queries.ours()
        kept = queries.releases()
        form = _form(request, who.place, kept)
        given = queries.setting(who.place, model=form.wanted_model)
    except (queries.NoSuchPlace, queries.Missing) as fault:
        return _cannot(request, str(fault))
    if given is None:
        return _cannot(request, NOTHING)
    lines = _lines(given, form)
    return show(
        request,
        "benchmarks.html",
        section=section(request),
        lead=_lead(lines, given, form),
        made_from=made_from(given),
        ours=who,
        form=form,
        setting=given,
        groups=[
            (topic, list(rows))
            for topic, rows in groupby(lines[:MOST], key=lambda line: line.what.topic)
        ],
        more=max(len(lines) - MOST, 0),
        signs=key_of_signs(),
        trail=published_trail(request),
    )


@require_GET
def benchmark(request: HttpRequest, code: str) -> HttpResponse:
    try:
        who = queries.ours()
        model = request.GET.get("model", "")
        years = queries.models(queries.releases())
        chosen = int(model) if model.isdecimal() and int(model) in years else None
        given = queries.setting(who.place, model=chosen)
        page = indicator_page(code_of(code), given) if given else None
    except (queries.NoSuchPlace, queries.Missing) as fault:
        return _cannot(request, str(fault))
    if given is None or page is None:
        raise Http404
    return show(
        request,
        "benchmark.html",
        section=section(request),
        page=page,
        setting=given,
        made_from=made_from(given),
        rule=SENTENCE,
        signs=key_of_signs(),
        trail=[
            *published_trail(request),
            ("Published figures", reverse("benchmarks")),
        ],
    )


def section(request: HttpRequest) -> str:
    """The door the pages stand behind: that of the measures, where it is open."""
    return (
        "measures" if may(person(request), Permission.MEASURES_VIEW) else "benchmarks"
    )


def published_trail(request: HttpRequest) -> list[tuple[str, str]]:
    if section(request) == "benchmarks":
        return []
    return [("Measures", reverse("measures"))]


def made_from(given: Setting) -> str:
    """The second line: which release, when loaded, which neighbours."""
    main = given.main
    others = len(given.figures) - 1
    more = f" and {count_of(others, 'other release')}" if others else ""
    model = (
        f"neighbours by the model of {given.model.edition}"
        if given.model
        else "no list of neighbours loaded"
    )
    return (
        f"{main.title} ({main.short}), loaded {day(main.loaded_at)}{more} · {model}. "
        "Public figures, Open Government Licence v3.0"
    )


def _cannot(request: HttpRequest, says: str) -> HttpResponse:
    return show(
        request,
        "benchmarks.html",
        section=section(request),
        lead=says,
        made_from="",
        groups=[],
        setting=None,
        trail=published_trail(request),
    )


def _form(
    request: HttpRequest,
    place: queries.Place,
    kept: Sequence[queries.ReleaseView],
) -> BenchmarkForm:
    given = queries.setting(place)
    topics: list[str] = []
    years: list[int] = []
    if given is not None:
        described = queries.indicators(given)
        found = queries.comparisons(given)
        there = {described[code].topic for code in found}
        topics = [t for t in SOCIAL_CARE if t in there]
        topics += sorted(there - set(SOCIAL_CARE))
        ends = {one.year.ends for each in found.values() for one in each}
        years = sorted(ends - {0}, reverse=True)
    return BenchmarkForm(
        request.GET.dict(), topics=topics, years=years, models=queries.models(kept)
    )


def _lines(given: Setting, form: BenchmarkForm) -> list[Line]:
    described = queries.indicators(given)
    found = queries.comparisons(given)
    lines = []
    for what in sorted(described.values(), key=_order):
        one = _in_year(found.get(what.code, ()), form.wanted_year)
        if one is not None and _wanted(what, form):
            lines.append(Line(what, one, given))
    return lines


def _order(what: Indicator) -> tuple[int, int, str]:
    care = what.topic in SOCIAL_CARE
    return (SOCIAL_CARE.index(what.topic) if care else 9, what.order, what.code)


def _in_year(found: Iterable[Comparison], year: int | None) -> Comparison | None:
    chosen = None
    for one in found:
        if year is None or one.year.ends == year:
            chosen = one
    return chosen


def _wanted(what: Indicator, form: BenchmarkForm) -> bool:
    said = f"{what.measure} {what.title} {what.code}".lower()
    in_topic = form.wanted_topic in (EVERY, what.topic)
    return in_topic and all(word in said for word in form.words)


def _lead(lines: Sequence[Line], given: Setting, form: BenchmarkForm) -> str:
    if not lines:
        return "Nothing that is published has all of what was asked for."
    about = "" if form.wanted_topic == EVERY else f" on {form.wanted_topic.lower()}"
    year = (
        f" in {form.wanted_year}" if form.wanted_year else ", each in its newest year"
    )
    return (
        f"{count_of(len(lines), 'published indicator')}{about}{year}: "
        f"{given.place.name} beside its statistical neighbours, {given.region} and "
        "England."
    )
