"""The plan, said and shown; one recommendation; and its line of sight."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.assurance import actions, queries
from madegood.assurance.colour_keys import key_of
from madegood.assurance.colour_queries import colours_of
from madegood.assurance.standing import Assurance
from madegood.assurance.standing_history import history_of
from madegood.assurance.views import PlanStanding, RecommendationStanding
from madegood.plan.inspections import owed_after
from madegood.web.around import around
from madegood.web.asked import Asked, asked
from madegood.web.dates_told import date_words
from madegood.web.guard import person
from madegood.web.history_picture import HistoryPicture
from madegood.web.known import known
from madegood.web.plan_words import AGAINST, SHOWN, count_in, lead, rec_lead
from madegood.web.proposed import attach_words, attached_words, proposed_for
from madegood.web.show import show


@dataclass(frozen=True)
class Sum:
    """A number of the summary and the words under it."""

    figure: str
    words: str


def the_plan(request: HttpRequest) -> HttpResponse:
    """The main plan."""
    when = asked(request)
    try:
        plan = queries.plan_standing(when.moment)
    except queries.NoSuchThing:
        return show(request, "no_plan.html", section="plan")
    return shown(request, when, plan)


def a_plan(request: HttpRequest, short: str) -> HttpResponse:
    """Any plan, by its short name; the main one too."""
    when = asked(request)
    try:
        plan = queries.plan_standing(when.moment, short)
    except queries.NoSuchThing:
        raise Http404 from None
    return shown(request, when, plan)


def shown(request: HttpRequest, when: Asked, plan: PlanStanding) -> HttpResponse:
    return show(
        request,
        "plan.html",
        section="plan",
        status=400 if when.form.errors else 200,
        plan=plan,
        lead=lead(plan),
        not_yet_tested=plan.tested_from is not None and when.day < plan.tested_from,
        known=known(when.day, plan.data_to),
        inspection=plan.inspection_line,
        owed=owed_after(plan.short, when.day),
        form=when.form,
        as_of_query=when.query,
        summary=summary(plan),
        dates=date_words(plan),
    )


def summary(plan: PlanStanding) -> list[Sum]:
    uncountable = plan.outcome_count - plan.countable_outcomes
    return [
        Sum(
            f"{plan.claimed_complete} of {plan.action_count}",
            "actions said to be complete",
        ),
        Sum(f"{count_in(plan, SHOWN)}", "actions shown to be so"),
        Sum(
            f"{plan.counts.get(Assurance.CLAIMED_NOT_EVIDENCED, 0)}",
            "said, but not yet shown",
        ),
        Sum(f"{count_in(plan, AGAINST)}", "contradicted by what we see, or slipping"),
        Sum(
            f"{uncountable} of {plan.outcome_count}",
            "expected outcomes that nothing can count as written",
        ),
    ]


def found(number: str, when: Asked) -> tuple[PlanStanding, RecommendationStanding]:
    """The recommendation of that number, or no such page."""
    try:
        return queries.recommendation_page(number, when.moment)
    except queries.NoSuchThing:
        raise Http404 from None


def title_note(rec: RecommendationStanding) -> str:
    return {
        "report": "The plan has lost this recommendation’s heading. The words are the "
        "inspection report’s.",
        "person": "The words of this heading were changed when the plan was read in.",
    }.get(rec.title_source, "")


def recommendation(request: HttpRequest, number: str) -> HttpResponse:
    when = asked(request)
    plan, rec = found(number, when)
    # Tests are attached from now on, so a page of the past proposes none.
    fits = when.moment is None and may(request.user, Permission.PLAN_EDIT)
    proposed = proposed_for(rec) if fits else []
    return show(
        request,
        "recommendation.html",
        section="plan",
        rec=rec,
        lead=rec_lead(rec),
        known=str(known(when.day, plan.data_to)),
        title_note=title_note(rec),
        proposed=proposed,
        attach_words=attach_words(proposed),
        done=attached_words(request.GET.get("attached", "")),
        colours={row.action.number: row for row in colours_of(plan, rec.actions)},
        key=key_of(plan.short, plan.as_of),
        short=plan.short,
        adds=fits and plan.ended_on is None and rec.detail.left_out_on is None,
        as_of_query=when.query,
        over_time=HistoryPicture(history_of(plan, rec)),
        **around(request, "recommendation", rec.number, rec.detail.id),
    )


@require_POST
def attach_suggested(request: HttpRequest, number: str) -> HttpResponse:
    """Attach every suggested test, and test the plan again by them."""
    try:
        count = actions.accept_suggestions(by=person(request), number=number)
    except queries.NoSuchThing:
        raise Http404 from None
    actions.retest(by=person(request))
    return redirect(f"{reverse('recommendation', args=[number])}?attached={count}")


def line_of_sight(request: HttpRequest, number: str) -> HttpResponse:
    when = asked(request)
    try:
        line = queries.line_of_sight(number, when.moment)
    except queries.NoSuchThing:
        raise Http404 from None
    return show(
        request,
        "line_of_sight.html",
        section="plan",
        line=line,
        rec=line.recommendation,
        lead=rec_lead(line.recommendation),
        known=str(known(when.day, line.plan.data_to)),
        as_of_query=when.query,
    )
