"""Evidence: recording it with its file, taking a copy, and the register of all of it."""

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from madegood.assurance.withdraw_actions import agree_withdrawal, withdraw_test
from madegood.plan import actions as plans
from madegood.plan import files
from madegood.plan.register import register
from madegood.plan.views import EvidenceView
from madegood.web.asked import asked
from madegood.web.attached import file_answer
from madegood.web.evidence_index import index_csv, index_workbook
from madegood.web.evidence_list import listed
from madegood.web.forms.evidence import RegisterForm
from madegood.web.forms.part import EvidenceForm, WithdrawForm
from madegood.web.guard import person
from madegood.web.pages.parts import page_of, say
from madegood.web.part_page import PartPage
from madegood.web.show import show


@require_POST
def add_evidence(request: HttpRequest, number: str) -> HttpResponse:
    known = page_of(request, number).evidence
    form = EvidenceForm(request.POST, request.FILES, known)

    def record(file: files.Received | None) -> None:
        plans.add_evidence(
            by=person(request),
            number=number,
            given=form.given(),
            file=file,
            replaces=form.replaced(),
        )

    def act() -> None:
        chosen = form.cleaned_data["file"]
        if chosen is None:
            record(None)
            return
        with files.received(chosen.name, chosen.chunks()) as kept:
            record(kept)

    return say(request, number, form, "evidence", act)


@require_POST
def check_evidence(request: HttpRequest, number: str, evidence_id: int) -> HttpResponse:
    _found(page_of(request, number), evidence_id)
    return say(
        request,
        number,
        Form({}),
        "check",
        lambda: plans.check_evidence(by=person(request), evidence_id=evidence_id),
    )


def evidence_file(request: HttpRequest, number: str, evidence_id: int) -> HttpResponse:
    """The file of one piece of evidence. What families said is for those who must act."""
    page = page_of(request, number)
    evidence = _found(page, evidence_id)
    if evidence.file is None or not page.may_read(evidence):
        raise Http404
    return file_answer(request, evidence.file)


def _found(page: PartPage, evidence_id: int) -> EvidenceView:
    found = next((e for e in page.evidence if e.id == evidence_id), None)
    if found is None:
        raise Http404
    return found


@require_POST
def withdraw(request: HttpRequest, number: str, test_id: int) -> HttpResponse:
    form = WithdrawForm(request.POST, test_id)
    return say(
        request,
        number,
        form,
        "withdraw",
        lambda: withdraw_test(
            by=person(request),
            number=number,
            test_id=test_id,
            why=form.cleaned_data["why"],
        ),
    )


@require_POST
def agree(request: HttpRequest, number: str, test_id: int) -> HttpResponse:
    return say(
        request,
        number,
        Form({}),
        "agree",
        lambda: agree_withdrawal(by=person(request), number=number, test_id=test_id),
    )


def evidence_register(request: HttpRequest) -> HttpResponse:
    day = asked(request)
    page = listed(register(person(request), day.moment), request.GET, day.day)
    return show(
        request,
        "evidence.html",
        section="plan",
        page=page,
        form=RegisterForm(request.GET, page.recommendations),
        as_of_query=day.query,
    )


def evidence_index(request: HttpRequest, form: str) -> HttpResponse:
    """The whole register as a file, with what this person may read of it."""
    day = asked(request)
    entries = register(person(request), day.moment)
    chosen = listed(entries, request.GET, day.day).entries
    makes = {"xlsx": index_workbook, "csv": index_csv}
    if form not in makes:
        raise Http404
    return makes[form](chosen, day.day)
