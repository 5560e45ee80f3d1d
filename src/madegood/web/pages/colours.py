"""The colour of every action: said, computed, and a person's own for a time; and what the
colours mean in a plan."""

from collections import Counter
from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.assurance import queries
from madegood.assurance.colour_actions import NotOverridden, override_colour
from madegood.assurance.colour_key import Colour
from madegood.assurance.colour_keys import KeyView, define_colours, key_of
from madegood.assurance.colour_proposed import proposed
from madegood.assurance.colour_queries import ColourView, colours
from madegood.assurance.colours import LONGEST
from madegood.assurance.views import PlanStanding, RecommendationStanding
from madegood.clock.today import now
from madegood.plan.actions import NotSaid
from madegood.plan.legends import legend_found
from madegood.plan.plans import plan_names
from madegood.web.asked import asked
from madegood.web.forms.colour_key import ColourKeyForm
from madegood.web.forms.colours import ColourForm
from madegood.web.guard import person
from madegood.web.known import known
from madegood.web.show import show


def every_colour(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
def say_colour(request: HttpRequest) -> HttpResponse:
    form = ColourForm(request.POST)
    if form.is_valid():
        try:
            override_colour(by=person(request), **form.cleaned_data)
        except (NotOverridden, queries.NoSuchThing) as fault:
            form.add_error(None, str(fault))
        else:
            return redirect(f"{reverse('colours')}?done=said{_plan(request, '&')}")
    return _page(request, form)


def _plan(request: HttpRequest, before: str) -> str:
    short = request.GET.get("plan", "")
    return f"{before}plan={short}" if short in plan_names() else ""


def _page(request: HttpRequest, form: ColourForm | None = None) -> HttpResponse:
    when, short = asked(request), request.GET.get("plan", "")
    try:
        plan = queries.plan_standing(when.moment, short)
    except queries.NoSuchThing:
        if short:
            raise Http404 from None
        return show(request, "no_plan.html", section="plan")
    rows = colours(plan)
    key = key_of(plan.short, plan.as_of)
    if form is None:
        form = ColourForm(initial={"number": request.GET.get("number", "")})
    form.call_them(key.meanings)
    return show(
        request,
        "colours.html",
        section="plan",
        status=400 if form.errors else 200,
        plan=plan,
        rows=rows,
        lines=_lines(plan, rows),
        counted=_counted(rows, key),
        differ=sum(bool(row.disagreement) for row in rows),
        key=key,
        others=[name for name in plan_names(when.moment) if name != plan.short],
        longest=LONGEST.days,
        known=str(known(when.day, plan.data_to)),
        form=form,
        now=when.moment is None,
        done=request.GET.get("done") == "said",
        as_of_query=when.query,
    )


def _lines(
    plan: PlanStanding, rows: list[ColourView]
) -> list[tuple[RecommendationStanding, list[ColourView]]]:
    """Each recommendation with the rows of its actions, which stand in its order."""
    left = iter(rows)
    return [
        (given, list(islice(left, len(given.actions))))
        for given in plan.recommendations
        if given.actions
    ]


def _counted(rows: list[ColourView], key: KeyView) -> list[tuple[Colour, int]]:
    """How many actions have each colour that any has, in the key's order."""
    counts = Counter(row.computed.colour for row in rows)
    return [(colour, counts[colour]) for colour in key.meanings if counts[colour]]


@require_http_methods(["GET", "POST"])
def colour_key(request: HttpRequest, short: str) -> HttpResponse:
    """What the colours mean in one plan, said by who keeps it."""
    if short not in plan_names():
        raise Http404
    key = key_of(short, now())
    # Once somebody has said what they mean, the document proposes nothing.
    found = {} if key.made_at else legend_found(short)
    meanings, unplaced = proposed(found) if found else (key.meanings, [])
    data = request.POST if request.method == "POST" else None
    form = ColourKeyForm(meanings, data)
    if form.is_valid():
        try:
            define_colours(
                by=person(request),
                short=short,
                meanings=form.meanings(),
                why=form.cleaned_data["why"],
            )
        except NotSaid as fault:
            form.add_error(None, str(fault))
        else:
            return redirect(f"{reverse('colours')}?plan={short}#key")
    return show(
        request,
        "colour_key.html",
        section="plan",
        status=400 if form.errors else 200,
        short=short,
        form=form,
        meanings=meanings,
        found=found,
        unplaced=unplaced,
    )
