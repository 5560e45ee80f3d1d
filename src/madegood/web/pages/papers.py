"""Papers for boards: the list, making one, reading it, and taking a copy."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.today import today
from madegood.plan.queries import every_plan_name
from madegood.reports import queries
from madegood.reports.actions import Altered, make_paper
from madegood.reports.gather import NothingToReport
from madegood.reports.svg import Svg
from madegood.web.forms.paper import PaperForm
from madegood.web.guard import person
from madegood.web.pages.errors import message
from madegood.web.show import show
from madegood.web.words import count_of

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def papers(request: HttpRequest) -> HttpResponse:
    return _list(request, PaperForm(every_plan_name(), {"as_of": today().isoformat()}))


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """A Scrutiny paper for a date and a plan; the very same facts give the paper there
    is."""
    form = PaperForm(every_plan_name(), request.POST)
    if form.is_valid():
        day = form.cleaned_data["as_of"]
        assert isinstance(day, date)
        try:
            paper = make_paper(by=person(request), as_of=day, short=form.short)
        except NothingToReport as fault:
            form.add_error("as_of", str(fault))
        else:
            return redirect("paper", paper_id=paper.pk)
    return _list(request, form)


def _list(request: HttpRequest, form: PaperForm) -> HttpResponse:
    made = queries.papers()
    said = (
        f"{count_of(len(made), 'paper')} for boards and the public, the latest first."
    )
    return show(
        request,
        "papers.html",
        section="papers",
        status=400 if form.errors else 200,
        papers=made,
        lead=said if made else "No paper has been made yet.",
        form=form,
        makes=may(request.user, Permission.PAPERS_MAKE),
    )


def paper(request: HttpRequest, paper_id: int) -> HttpResponse:
    found = queries.paper(paper_id)
    if found is None:
        raise Http404
    return show(
        request,
        "paper.html",
        section="papers",
        paper=found,
        body=_reachable(queries.paper_body(paper_id)),
        trail=[("Papers", reverse("papers"))],
    )


def _reachable(body: Svg) -> Svg:
    """On a phone a chart scrolls inside its own frame, so keys must reach it there;
    on paper, where the same markup goes, nothing does."""
    return Svg(body.replace("<figure>", '<figure tabindex="0">'))


def paper_file(request: HttpRequest, paper_id: int, suffix: str) -> HttpResponse:
    """The paper as a file, under a name that says what it is."""
    found = queries.paper(paper_id)
    if found is None or suffix not in TYPES:
        raise Http404
    try:
        made = queries.paper_file(paper_id, suffix)
    except Altered as fault:
        return message(
            request, "This copy cannot be handed out", str(fault), status=409
        )
    answer = HttpResponse(made, content_type=TYPES[suffix])
    about = f"-{found.plan}" if found.plan else ""
    name = f"{found.name}{about}-{found.as_of.isoformat()}.{suffix}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def paper_style(_request: HttpRequest) -> HttpResponse:
    """The papers' own stylesheet: a page may not carry styles inside it."""
    return HttpResponse(queries.paper_style(), content_type="text/css")
