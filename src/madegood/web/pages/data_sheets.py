"""The spreadsheet of findings that is sent to the teams who can put them right.

A child's own id is put beside a row only for those who may turn a code back, after
their reason is on the trail; if it cannot be written there, nothing is handed out.
"""

import re
from collections.abc import Mapping
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from madegood.trail.actions import NoReason
from madegood.vault.actions import LogUnwritten, reveal
from madegood.warehouse import queries
from madegood.warehouse.queries import FindingRow, UploadView
from madegood.web.findings import NO_TEAM, causes
from madegood.web.findings_sheet import findings_workbook
from madegood.web.forms.reason import ReasonForm
from madegood.web.guard import person
from madegood.web.pages.data_findings import team_asked, trail_to
from madegood.web.pages.data_uploads import found
from madegood.web.pages.errors import message
from madegood.web.show import show

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST: Final = 100_000


@require_GET
def sheet(request: HttpRequest, upload_id: int) -> HttpResponse:
    """The spreadsheet to send, without anything of the children."""
    asked, team = found(upload_id), team_asked(request)
    return _download(asked, team, _rows(asked, team), None)


@require_http_methods(["GET", "POST"])
def sheet_with_children(request: HttpRequest, upload_id: int) -> HttpResponse:
    """The same with each child's own id, once the reason is written down."""
    asked, team = found(upload_id), team_asked(request)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        return _ask(request, asked, team, form)
    rows = _rows(asked, team)
    try:
        children = reveal(
            by=person(request),
            pseudonyms={row.child for row in rows if row.child},
            why=form.said(),
        )
    except NoReason as fault:
        form.add_error("detail", str(fault))
        return _ask(request, asked, team, form)
    except LogUnwritten as fault:
        return message(
            request,
            "The spreadsheet cannot be made just now",
            str(fault),
            "Try again in a few minutes, or take the one without the children’s ids.",
            status=503,
            way=("Back to the findings", reverse("findings", args=[upload_id])),
        )
    return _download(asked, team, rows, children)


def _ask(
    request: HttpRequest, asked: UploadView, team: str | None, form: ReasonForm
) -> HttpResponse:
    times = sum(
        one.times if team is None else one.teams.get(team, 0)
        for one in causes(asked.groups)
    )
    return show(
        request,
        "findings_reason.html",
        section="data",
        status=400 if form.errors else 200,
        upload=asked,
        whose="" if team is None else team or NO_TEAM,
        times=times,
        form=form,
        trail=[*trail_to(asked), ("Findings", reverse("findings", args=[asked.id]))],
    )


def _rows(asked: UploadView, team: str | None) -> list[FindingRow]:
    rows = queries.findings(upload_id=asked.id, team=team, limit=MOST)
    if not rows:
        raise Http404
    return rows


def _download(
    asked: UploadView,
    team: str | None,
    rows: list[FindingRow],
    children: Mapping[str, str] | None,
) -> HttpResponse:
    made = findings_workbook(
        rows, label=asked.label, read_at=asked.received_at, children=children
    )
    answer = HttpResponse(made, content_type=XLSX)
    whose = "" if team is None else f"-{_plain(team or NO_TEAM)}"
    name = f"to-put-right-{asked.id}{whose}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _plain(words: str) -> str:
    """Words as part of a file's name: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40] or "team"
