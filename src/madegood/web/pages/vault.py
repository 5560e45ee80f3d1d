"""The vault's door: how it stands, and codes turned back with a reason.

What is turned back is shown in the answer to the form and nowhere else: no address
holds a code or a number, and asking for the page again writes another event.
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.vault import actions, queries
from madegood.web.forms.vault import TurnBackForm
from madegood.web.guard import person
from madegood.web.pages.errors import message
from madegood.web.show import show
from madegood.web.words import count_of

TRAIL = [("Data", "data"), ("Who is behind the codes", "vault")]


def trail(*, upto: int = 2) -> list[tuple[str, str]]:
    return [(words, reverse(name)) for words, name in TRAIL[:upto]]


def vault(request: HttpRequest) -> HttpResponse:
    return show(
        request,
        "vault.html",
        section="data",
        remembered=queries.remembered(),
        escrow=queries.escrow_standing(),
        keys_apart=queries.keys_apart(),
        systems=queries.systems(),
        trail=trail(upto=1),
    )


@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    form = TurnBackForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(
            request,
            "vault_codes.html",
            section="data",
            status=400 if form.errors else 200,
            form=form,
            trail=trail(),
        )
    asked = form.cleaned_data["codes"]
    try:
        found = actions.reveal(by=person(request), pseudonyms=asked, why=form.said())
    except actions.LogUnwritten as fault:
        return unwritten(request, fault)
    return show(
        request,
        "vault_turned.html",
        section="data",
        heading=_heading(asked, found),
        rows=[(code, found[code]) for code in asked if code in found],
        unknown=[code for code in asked if code not in found],
        reason=form.said(),
        trail=[*trail(), ("Turn codes back", reverse("codes"))],
    )


def _heading(asked: Sequence[str], found: dict[str, str]) -> str:
    if len(found) == len(asked):
        return f"{count_of(len(found), 'code')} turned back"
    return f"{len(found)} of {count_of(len(asked), 'code')} turned back"


def unwritten(request: HttpRequest, fault: Exception) -> HttpResponse:
    """No page that could be written down, no answer that could be read."""
    return message(
        request,
        "This cannot be shown just now",
        str(fault),
        "Try again in a few minutes. If a child is at risk now, use the council’s own "
        "route.",
        status=503,
    )
