"""Where the authority's links to the case system lead, and who said so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from madegood.trail.actions import NoReason
from madegood.vault.actions import set_case_link
from madegood.vault.queries import case_link
from madegood.web.forms.case_link import CaseLinkForm
from madegood.web.guard import person
from madegood.web.pages.vault import trail
from madegood.web.show import show


@require_http_methods(["GET", "POST"])
def where_links_lead(request: HttpRequest) -> HttpResponse:
    now = case_link()
    form = CaseLinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            set_case_link(
                by=person(request),
                template=form.cleaned_data["template"],
                owner=form.cleaned_data["owner"],
                why=form.cleaned_data["why"],
            )
        except NoReason:
            form.add_error("why", "Say it in at least three words")
        else:
            return redirect("case_link")
    return show(
        request,
        "case_link.html",
        section="data",
        status=400 if form.errors else 200,
        form=form,
        link=now,
        example=now.to("123456") if now else "",
        trail=trail(),
    )
