"""Handing an attached file out: always to be saved, never opened in the page."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from madegood.plan import files
from madegood.plan.file_views import FileView
from madegood.trail.actions import record_event
from madegood.web.guard import person
from madegood.web.pages.errors import message


def file_answer(request: HttpRequest, file: FileView) -> HttpResponse:
    """The file as a download. Whoever calls this has asked whether the person may have
    it. It is hashed on its way out: what was altered is not handed out."""
    try:
        data = files.read(file.sha256)
    except files.Lost as fault:
        return message(
            request, "This file cannot be handed out", str(fault), status=409
        )
    record_event(by=person(request), kind="file_taken", subject=file.name)
    answer = HttpResponse(data, content_type=file.media_type)
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=file.name)
        or "attachment"
    )
    # Were a browser to show it all the same, it may run nothing and belongs nowhere.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
