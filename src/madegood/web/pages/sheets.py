"""A plan's actions taken away as a sheet, and brought back: looked at, then accepted."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.assurance.actions import retest
from madegood.clock.today import now, today
from madegood.plan import sheet_actions
from madegood.plan.plans import plan_names
from madegood.plan.post_page import every_post
from madegood.plan.queries import NoSuchThing
from madegood.plan.sheet import sheet_rows
from madegood.plan.sheet_files import sheet_csv, sheet_workbook
from madegood.plan.sheet_reading import Wish
from madegood.web.evidence_index import XLSX
from madegood.web.forms.sheet import SheetForm
from madegood.web.guard import person
from madegood.web.sheet_page import Preview, opened, sealed
from madegood.web.show import show
from madegood.web.words import count_of

CSV = "text/csv; charset=utf-8"


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest) -> HttpResponse:
    """The downloads and the way back; and what a file that came back would change."""
    if request.method == "POST" and "sealed" in request.POST:
        return _accept(request)
    sent = request.method == "POST"
    form = SheetForm(request.POST, request.FILES) if sent else SheetForm()
    if sent and form.is_valid():
        name = str(form.cleaned_data["file"].name)[:200]
        return _preview(request, name, form.sheet.wishes, form.sheet.unknown)
    return _page(request, form)


def _page(request: HttpRequest, form: SheetForm, fault: str = "") -> HttpResponse:
    names = plan_names()
    if not names:
        return show(request, "no_plan.html", section="plan")
    return show(
        request,
        "sheet.html",
        section="plan",
        status=400 if form.errors or fault else 200,
        plans=names,
        form=form,
        fault=fault,
        done=_done(request.GET.get("done", "")),
    )


def _done(count: str) -> str:
    if not count.isdecimal():
        return ""
    return f"{count_of(int(count[:4]), 'action')} changed."


def _preview(
    request: HttpRequest,
    name: str,
    wishes: Sequence[Wish],
    unknown: Sequence[str] = (),
    fault: str = "",
) -> HttpResponse:
    by = person(request)
    rows = sheet_actions.try_sheet(by=by, wishes=wishes)
    page = Preview(name, unknown, rows, sealed(by.pk, name, wishes, rows))
    return show(
        request,
        "sheet_preview.html",
        section="plan",
        status=400 if fault else 200,
        page=page,
        fault=fault,
    )


def _accept(request: HttpRequest) -> HttpResponse:
    by = person(request)
    found = opened(str(request.POST.get("sealed", "")), by.pk)
    if found is None:
        fault = (
            "What you looked at is no longer open: it stays so for an hour, for whoever "
            "sent it. Nothing was changed. Send the file again."
        )
        return _page(request, SheetForm(), fault)
    name, wishes = found
    shown = str(request.POST.get("shown", ""))
    try:
        count = sheet_actions.take_sheet(by=by, wishes=wishes, shown=shown, name=name)
    except sheet_actions.NotAsShown as changed:
        return _preview(request, name, wishes, fault=str(changed))
    retest(by=by)
    return redirect(f"{reverse('sheet')}?done={count}")


def sheet_file(_request: HttpRequest, short: str, form: str) -> HttpResponse:
    """The actions of one plan as a file."""
    try:
        rows = sheet_rows(now(), short)
    except NoSuchThing:
        raise Http404 from None
    if form == "csv":
        answer = HttpResponse(sheet_csv(rows), content_type=CSV)
    elif form == "xlsx":
        posts = [title for _, title in every_post()]
        answer = HttpResponse(sheet_workbook(rows, posts), content_type=XLSX)
    else:
        raise Http404
    name = f"actions-{short}-{today().isoformat()}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
