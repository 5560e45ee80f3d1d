"""Claims we cannot yet prove, contradictions, and what may be made to look better: pages
for whoever has to ask, each with its rows as a file."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from madegood.assurance import doubt_queries as doubts
from madegood.assurance.contradicting import Between, Contradiction
from madegood.assurance.queries import NoSuchThing
from madegood.assurance.unproved import Unproved
from madegood.assurance.views import PlanStanding
from madegood.benchmarks.contradicted import published_contradictions
from madegood.reports.gaming import panel
from madegood.web.asked import asked
from madegood.web.csv_cells import csv_file
from madegood.web.known import known
from madegood.web.show import show
from madegood.web.words import count_of, day

AS_FILE = "csv"
UNPROVED_HEADINGS = (
    "Recommendation", "Action", "What it says", "Said to be", "Said on",
    "Shown so far", "What is missing", "Who could give it",
)  # fmt: skip
CONTRADICTION_HEADINGS = (
    "Between", "Part", "Since", "One says", "Whose words", "Source", "The other says",
    "Whose words", "Source",
)  # fmt: skip


def unproved(request: HttpRequest) -> HttpResponse:
    when = asked(request)
    try:
        plan, found = doubts.claims_unproved(when.moment, _short(request))
    except NoSuchThing:
        return _no_plan(request)
    if request.GET.get("as") == AS_FILE:
        return csv_file(
            UNPROVED_HEADINGS, _unproved_rows(found), name="claims-unproved.csv"
        )
    return show(
        request,
        "unproved.html",
        section="plan",
        **_of(request, plan),
        found=found,
        lead=_unproved_lead(plan, found),
    )


def contradictions(request: HttpRequest) -> HttpResponse:
    when = asked(request)
    try:
        plan, found = doubts.contradictions(when.moment, _short(request))
    except NoSuchThing:
        return _no_plan(request)
    found = [*found, *published_contradictions(plan)]
    if request.GET.get("as") == AS_FILE:
        return csv_file(
            CONTRADICTION_HEADINGS, map(_cells, found), name="contradictions.csv"
        )
    return show(
        request,
        "contradictions.html",
        section="plan",
        **_of(request, plan),
        groups=[
            (kind, some)
            for kind in Between
            if (some := [one for one in found if one.between is kind])
        ],
        absent=[kind for kind in Between if not any(o.between is kind for o in found)],
        lead=f"{count_of(len(found), 'contradiction')} on record. "
        "Nothing here says which side is right: somebody must ask."
        if found
        else "Nothing on record contradicts anything else.",
    )


def looking_better(request: HttpRequest) -> HttpResponse:
    """The anti-gaming panel."""
    when = asked(request)
    try:
        plan, signs = panel(when.moment, _short(request))
    except NoSuchThing:
        return _no_plan(request)
    if request.GET.get("as") == AS_FILE:
        rows = [
            (sign.title, sign.rule, sign.words, line.number, line.says)
            for sign in signs
            for line in sign.lines
        ]
        rows += [(s.title, s.rule, s.words, "", "") for s in signs if not s.lines]
        headings = ("Sign", "Rule", "Found", "Part", "What was found")
        return csv_file(headings, rows, name="signs.csv")
    seen = sum(bool(sign.count) for sign in signs)
    return show(
        request,
        "signs.html",
        section="plan",
        **_of(request, plan),
        signs=signs,
        lead=f"{seen} of {len(signs)} signs have something to ask about."
        if seen
        else f"None of {len(signs)} signs has anything to ask about.",
    )


def _short(request: HttpRequest) -> str:
    return request.GET.get("plan", "")[:20]


def _no_plan(request: HttpRequest) -> HttpResponse:
    if _short(request):
        raise Http404
    return show(request, "no_plan.html", section="plan")


def _of(request: HttpRequest, plan: PlanStanding) -> dict[str, Any]:
    when = asked(request)
    sent = request.GET.copy()
    sent["as"] = AS_FILE
    return {
        "plan": plan,
        "known": str(known(when.day, plan.data_to)),
        "as_of_query": when.query,
        "file_query": f"?{sent.urlencode()}",
    }


def _unproved_lead(plan: PlanStanding, found: Sequence[Unproved]) -> str:
    if not found:
        return (
            "Every action that is said to be complete has more to show than that it "
            "was done."
        )
    bare = sum(not one.done for one in found)
    return (
        f"{len(found)} of the {plan.claimed_complete} actions said to be complete "
        f"cannot yet be proved: of {bare} nothing is shown, of {len(found) - bare} "
        "only that it was done."
    )


def _unproved_rows(found: Sequence[Unproved]) -> list[tuple[object, ...]]:
    return [
        (
            one.recommendation,
            one.number,
            one.text,
            one.claim,
            day(one.said_on),
            "done" if one.done else "nothing",
            missing.what,
            missing.who,
        )
        for one in found
        for missing in one.missing
    ]


def _cells(one: Contradiction) -> tuple[object, ...]:
    return (
        one.between.value,
        one.number,
        day(one.since),
        one.one.says,
        one.one.whose,
        one.one.source,
        one.other.says,
        one.other.whose,
        one.other.source,
    )
