"""Pairs of records from two systems, side by side: a person decides each.

Nobody's details are shown before a reason is given, and every look is on the trail
first. A reason holds for one other system and a few minutes, so that a list can be
worked through.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.vault import actions, queries
from madegood.vault.people import compare
from madegood.vault.queries import PairView
from madegood.web import grants
from madegood.web.forms.reason import ReasonForm
from madegood.web.forms.vault import SameChildForm, UndoForm
from madegood.web.guard import person
from madegood.web.pages.errors import message
from madegood.web.pages.vault import trail, unwritten
from madegood.web.show import show
from madegood.web.words import count_of

# A page a person can work down; what is decided makes room for the rest.
SHOWN = 50


def matching(request: HttpRequest) -> HttpResponse:
    systems = queries.systems()
    return show(
        request,
        "matching.html",
        section="data",
        systems=[
            (
                system,
                queries.waiting(system.name)[:SHOWN],
                queries.unmatched(system.name)[:SHOWN],
                queries.decided(system.name)[:SHOWN],
            )
            for system in systems
        ],
        lead=_lead([system.waiting for system in systems]),
        trail=trail(),
    )


def _lead(waiting: list[int]) -> str:
    if not waiting:
        return "Nothing has been matched yet."
    if not sum(waiting):
        return "No record waits to be decided."
    wait = "waits" if sum(waiting) == 1 else "wait"
    return f"{count_of(sum(waiting), 'record')} of other systems {wait} to be decided."


@require_http_methods(["GET", "POST"])
def match(request: HttpRequest, pair_id: int) -> HttpResponse:
    pair = queries.pair(pair_id)
    if pair is None:
        raise Http404
    granted = grants.grant(request, _key(pair.system))
    if granted is None:
        return _reason(request, pair.system, reverse("match", args=[pair_id]))
    if request.method == "GET":
        return _compared(request, pair, granted.reason)
    return _decided(request, pair, granted.reason)


def _decided(request: HttpRequest, pair: PairView, reason: str) -> HttpResponse:
    """One child, two people, or a decision taken back."""
    waits = pair.state == "waiting"
    form = SameChildForm(request.POST) if waits else UndoForm(request.POST)
    if not form.is_valid():
        return _compared(request, pair, reason, form)
    said, by = form.cleaned_data, person(request)
    same, why = said.get("same") == "yes", said["why"]
    try:
        if waits:
            actions.decide(by=by, proposal_id=pair.id, same=same, why=why)
        else:
            actions.undo(by=by, proposal_id=pair.id, why=why)
    except (actions.NotMatched, actions.NoReason) as fault:
        return _cannot(request, fault)
    return redirect("matching")


def _compared(
    request: HttpRequest,
    pair: PairView,
    reason: str,
    form: SameChildForm | UndoForm | None = None,
) -> HttpResponse:
    try:
        theirs, ours = actions.see(by=person(request), proposal_id=pair.id, why=reason)
    except actions.LogUnwritten as fault:
        return unwritten(request, fault)
    except actions.NotMatched as fault:
        return _cannot(request, fault)
    blank = SameChildForm() if pair.state == "waiting" else UndoForm()
    return show(
        request,
        "match.html",
        section="data",
        status=400 if form is not None else 200,
        pair=pair,
        reference=theirs.reference,
        rows=compare(theirs, ours),
        reason=reason,
        form=form or blank,
        trail=_trail(),
    )


@require_http_methods(["GET", "POST"])
def unmatched(request: HttpRequest, record_id: int) -> HttpResponse:
    """One of their records that no child of ours is like."""
    system = next(
        (
            one.name
            for one in queries.systems()
            if record_id in queries.unmatched(one.name)
        ),
        None,
    )
    if system is None:
        raise Http404
    granted = grants.grant(request, _key(system))
    if granted is None:
        return _reason(request, system, reverse("unmatched", args=[record_id]))
    try:
        seen = actions.see_unmatched(
            by=person(request), identity_id=record_id, why=granted.reason
        )
    except actions.LogUnwritten as fault:
        return unwritten(request, fault)
    return show(
        request,
        "unmatched.html",
        section="data",
        system=system,
        person_there=seen,
        reason=granted.reason,
        trail=_trail(),
    )


def _reason(request: HttpRequest, system: str, back: str) -> HttpResponse:
    """Ask why, once for each other system, before anybody's details are shown."""
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        grants.give(request, _key(system), form.said())
        return redirect(back)
    return show(
        request,
        "matching_reason.html",
        section="data",
        status=400 if form.errors else 200,
        system=system,
        form=form,
        trail=_trail(),
    )


def _cannot(request: HttpRequest, fault: Exception) -> HttpResponse:
    return message(
        request,
        "This pair cannot be decided",
        str(fault),
        status=409,
        way=("Go back to the list", reverse("matching")),
    )


def _key(system: str) -> str:
    return f"matching {system}"


def _trail() -> list[tuple[str, str]]:
    return [*trail(), ("Matching", reverse("matching"))]
