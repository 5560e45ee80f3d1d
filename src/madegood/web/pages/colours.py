"""The colour of every action: said, computed, and a person's own for a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.assurance import queries
from madegood.assurance.colour_actions import NotOverridden, override_colour
from madegood.assurance.colour_queries import colours
from madegood.assurance.colours import LONGEST, MEANINGS
from madegood.web.asked import asked
from madegood.web.forms.colours import ColourForm
from madegood.web.guard import person
from madegood.web.known import known
from madegood.web.show import show


def every_colour(request: HttpRequest) -> HttpResponse:
    return _page(request, ColourForm(initial={"number": request.GET.get("number", "")}))


@require_POST
def say_colour(request: HttpRequest) -> HttpResponse:
    form = ColourForm(request.POST)
    if form.is_valid():
        try:
            override_colour(by=person(request), **form.cleaned_data)
        except (NotOverridden, queries.NoSuchThing) as fault:
            form.add_error(None, str(fault))
        else:
            return redirect(f"{reverse('colours')}?done=said")
    return _page(request, form)


def _page(request: HttpRequest, form: ColourForm) -> HttpResponse:
    when = asked(request)
    try:
        plan = queries.plan_standing(when.moment)
    except queries.NoSuchThing:
        return show(request, "no_plan.html", section="plan")
    rows = colours(plan)
    return show(
        request,
        "colours.html",
        section="plan",
        status=400 if form.errors else 200,
        rows=rows,
        differ=sum(bool(row.disagreement) for row in rows),
        meanings=MEANINGS,
        longest=LONGEST.days,
        known=str(known(when.day, plan.data_to)),
        form=form,
        now=when.moment is None,
        done=request.GET.get("done") == "said",
        as_of_query=when.query,
    )
