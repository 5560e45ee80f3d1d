"""What can I compute? And the empty tables for what cannot be computed yet."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.intake.publish import templates as template_files
from madegood.measures.computable import Answer, computable
from madegood.record.least import RECOMMENDATIONS, Recommendation
from madegood.warehouse import queries
from madegood.web.known import known_by
from madegood.web.pages.data_sheets import XLSX
from madegood.web.show import show

_ZIP = "application/zip"


@require_GET
def matrix(request: HttpRequest) -> HttpResponse:
    found = computable(queries.filled())
    return show(
        request,
        "matrix.html",
        section="data",
        matrix=found,
        following=found.next,
        known=str(known_by(queries.latest_run())),
        Answer=Answer,
        trail=[("Data", reverse("data"))],
    )


@require_GET
def templates(request: HttpRequest, form: str) -> HttpResponse:
    """The extract's empty tables: of everything, or of what one recommendation needs."""
    asked = request.GET.get("recommendation", "")
    about = _recommendation(asked) if asked else None
    name = f"madegood-extract{f'-recommendation-{asked}' if asked else ''}"
    if form == "xlsx":
        (made,) = template_files(about, as_workbook=True).values()
        assert isinstance(made, bytes)
        return _file(made, XLSX, f"{name}.xlsx")
    if form == "csv":
        return _file(_zipped(template_files(about)), _ZIP, f"{name}.zip")
    raise Http404


def _recommendation(asked: str) -> Recommendation:
    for one in RECOMMENDATIONS:
        if str(one.number) == asked:
            return one
    raise Http404


def _zipped(files: Mapping[Path, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(str(path), content)
    return held.getvalue()


def _file(made: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
