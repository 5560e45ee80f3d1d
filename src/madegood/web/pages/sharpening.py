"""The outcome sharpener: each expected outcome made one that can be tested, or retired."""

from collections.abc import Callable
from dataclasses import dataclass

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from madegood.assurance import actions as assurance
from madegood.assurance import queries
from madegood.assurance.fitting import Fit, baseline_of, fitting
from madegood.assurance.questions import audit_question, family_question
from madegood.assurance.sharpening import next_open, sharpened
from madegood.assurance.views import (
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
)
from madegood.intake.plans import Countability, vague_words
from madegood.measures import Measure, UnknownMeasure, measure
from madegood.plan import actions as plans
from madegood.plan.numbers import own
from madegood.plan.outcome_actions import decide_countability
from madegood.web.asked import asked
from madegood.web.forms.part import RetireForm
from madegood.web.forms.sharpen import DecideForm, MeasureForm, QuestionForm
from madegood.web.guard import person
from madegood.web.sharpen_page import Proposal, Row, left_words, progress, rows
from madegood.web.show import show

DONE = {
    "decide": "What you decided is recorded; what was read is kept beside it.",
    "measure": "The measure is attached, and the plan has been tested again.",
    "sample": "The audit test is attached. It shows nothing until somebody looks.",
    "feedback": "The feedback test is attached. It shows nothing until somebody asks.",
    "retire": "The outcome is retired. It stays on its page, with your reason.",
}
WAYS = {
    "decide": "How far can a number settle it?",
    "measure": "How much of the measure is enough?",
    "sample": "What would an auditor look for?",
    "feedback": "What would families be asked?",
    "retire": "Why does it no longer apply?",
}


@dataclass(frozen=True)
class Found:
    plan: PlanStanding
    rec: RecommendationStanding
    outcome: OutcomeStanding


def outcomes(request: HttpRequest) -> HttpResponse:
    """Every expected outcome of a plan, and what became of it."""
    when = asked(request)
    short = request.GET.get("plan", "")[:20]
    try:
        plan = queries.plan_standing(when.moment, short)
    except queries.NoSuchThing:
        if short:
            raise Http404 from None
        return show(request, "no_plan.html", section="plan")
    found = sharpened(plan)
    first = next_open(plan, "")
    return show(
        request,
        "outcomes.html",
        section="plan",
        plan=plan,
        found=found,
        progress=progress(found),
        rows=rows(plan),
        first=first[1].number if first else "",
        as_of_query=when.query,
    )


def sharpen(request: HttpRequest, number: str) -> HttpResponse:
    """One outcome: what it says, what of it can be counted, and the ways on."""
    found = _found(number)
    rec, outcome = found.rec, found.outcome
    after = next_open(found.plan, outcome.number)
    return show(
        request,
        "sharpen.html",
        section="plan",
        rec=rec,
        outcome=outcome,
        row=Row(rec, outcome),
        vague=vague_words(outcome.text),
        proposals=[Proposal(fit) for fit in fitting(rec.title, outcome)],
        done=DONE.get(request.GET.get("done", ""), ""),
        left=left_words(sharpened(found.plan).left),
        after=after[1].number if after else "",
    )


def way(request: HttpRequest, number: str, chosen: str) -> HttpResponse:
    """One step: the form of the way that was chosen, and what is sent of it."""
    if chosen not in WAYS:
        raise Http404
    found = _found(number)
    if found.outcome.detail.retired_on is not None:
        return redirect(reverse("sharpen", args=[found.outcome.number]))
    about = _measure(request) if chosen == "measure" else None
    form = _form(request, found, chosen, about)
    if request.method == "POST" and form.is_valid():
        try:
            _act(request, found.outcome.number, chosen, form)()
        except (plans.NotSaid, assurance.NotAttached) as fault:
            form.add_error(None, str(fault))
        else:
            assurance.retest(by=person(request))
            back = reverse("sharpen", args=[found.outcome.number])
            return redirect(f"{back}?done={chosen}")
    return show(
        request,
        "sharpen_way.html",
        section="plan",
        status=400 if form.errors else 200,
        rec=found.rec,
        outcome=found.outcome,
        chosen=chosen,
        question=WAYS[chosen],
        form=form,
        proposal=Proposal(Fit(about, baseline_of(about.id), 1)) if about else None,
    )


def _found(number: str) -> Found:
    try:
        plan, rec = queries.recommendation_page(number.rsplit(".", 1)[0])
        outcome = next(o for o in rec.outcomes if own(o.number) == own(number))
    except (queries.NoSuchThing, StopIteration):
        raise Http404 from None
    return Found(plan, rec, outcome)


def _measure(request: HttpRequest) -> Measure:
    try:
        about = measure(request.GET.get("measure", ""))
    except UnknownMeasure:
        raise Http404 from None
    if not Fit(about, None, 0).may_be_tested:
        raise Http404
    return about


def _form(
    request: HttpRequest, found: Found, chosen: str, about: Measure | None
) -> Form:
    sent = request.POST if request.method == "POST" else None
    title, text = found.rec.title, found.outcome.text
    if about is not None:
        return MeasureForm(about, sent)
    if chosen == "decide":
        now = found.outcome.detail.countability.value
        return DecideForm(sent, initial={"countability": now})
    if chosen == "retire":
        return RetireForm(sent)
    asks = audit_question if chosen == "sample" else family_question
    return QuestionForm(chosen, asks(title, text), sent)


def _act(
    request: HttpRequest, number: str, chosen: str, form: Form
) -> Callable[[], object]:
    by, said = person(request), form.cleaned_data
    if isinstance(form, MeasureForm | QuestionForm):
        test = form.given()
        return lambda: assurance.attach_test(by=by, number=number, test=test)
    if chosen == "decide":
        return lambda: decide_countability(
            by=by,
            number=number,
            countability=Countability(said["countability"]),
            why=said["why"],
        )
    return lambda: plans.retire_outcome(by=by, number=number, why=said["why"])
