"""The versions of a document: submitting one, and taking its file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from madegood.documents import actions, queries
from madegood.web.attached import file_answer
from madegood.web.forms.document import VersionForm
from madegood.web.guard import person
from madegood.web.pages.one_document import do, page_of


@require_POST
def submit_version(request: HttpRequest, document_id: int) -> HttpResponse:
    page = page_of(request, document_id)
    form = VersionForm(
        queries.owners(),
        queries.bodies(),
        page.document,
        request.POST,
        request.FILES,
    )
    return do(
        request,
        page,
        form,
        "version",
        lambda: actions.submit_version(
            by=person(request),
            document_id=document_id,
            given=form.given(),
            path=form.path(),
        ),
    )


def version_file(request: HttpRequest, document_id: int, number: int) -> HttpResponse:
    """The file of a version, to be saved."""
    page = page_of(request, document_id)
    found = next((v for v in page.document.versions if v.number == number), None)
    if found is None or found.file is None:
        raise Http404
    return file_answer(request, found.file)
