"""What was found in the files of a load, for the people who have to put it right.

Rows of files are shown to those who load data, without anything of the children they
are about.
"""

from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from madegood.warehouse import queries
from madegood.warehouse.queries import UploadView
from madegood.web.findings import (
    NO_TEAM,
    CauseShown,
    causes,
    found_words,
    what_is_wrong,
)
from madegood.web.pages.data_uploads import found
from madegood.web.show import show
from madegood.web.words import count_of

# On a page as many as a person would read; a spreadsheet has them all.
ON_A_PAGE: Final = 200
# In an address: a team that is not recorded.
NOBODY: Final = "-"


@dataclass(frozen=True)
class Team:
    """A team with something to put right, and how much."""

    name: str
    times: int

    @property
    def words(self) -> str:
        return self.name or NO_TEAM.capitalize()

    @property
    def query(self) -> str:
        return urlencode({"team": self.name or NOBODY})


@require_GET
def findings(request: HttpRequest, upload_id: int) -> HttpResponse:
    asked = found(upload_id)
    shown = causes(asked.groups)
    return show(
        request,
        "findings.html",
        section="data",
        upload=asked,
        causes=shown,
        lead=found_words(shown),
        teams=_teams(shown),
        stops=asked.state is queries.UploadState.REFUSED,
        trail=trail_to(asked),
    )


@require_GET
def cause(request: HttpRequest, upload_id: int, code: str) -> HttpResponse:
    """One cause: the rows it was found in, a team's where one is asked for."""
    asked = found(upload_id)
    one = _cause(asked, code)
    team = team_asked(request)
    rows = queries.findings(
        upload_id=upload_id, code=code, team=team, limit=ON_A_PAGE + 1
    )
    return show(
        request,
        "findings_cause.html",
        section="data",
        upload=asked,
        cause=one,
        team=team,
        team_words=None if team is None else team or NO_TEAM,
        teams=[Team(name, times) for name, times in one.teams.items()],
        rows=rows[:ON_A_PAGE],
        more=len(rows) > ON_A_PAGE,
        what_is_wrong=what_is_wrong,
        lead=_cause_lead(one),
        trail=[*trail_to(asked), ("Findings", reverse("findings", args=[upload_id]))],
    )


def team_asked(request: HttpRequest) -> str | None:
    """The team that was asked for: "" for none recorded, None for all of them."""
    given = request.GET.get("team", "")
    if not given:
        return None
    return "" if given == NOBODY else given


def _cause(asked: UploadView, code: str) -> CauseShown:
    alike = [one for one in causes(asked.groups) if one.code == code]
    if not alike:
        raise Http404
    return alike[0]


def _cause_lead(one: CauseShown) -> str:
    where = f"in {one.places[0].words}"
    if len(one.places) > 1:
        where = f"in {count_of(len(one.places), 'column')}"
    return f"Found {count_of(one.times, 'time')} {where}. {one.remedy}"


def _teams(shown: list[CauseShown]) -> list[Team]:
    times: dict[str, int] = {}
    for one in shown:
        for name, count in one.teams.items():
            times[name] = times.get(name, 0) + count
    ordered = sorted(times.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return [Team(name, count) for name, count in ordered]


def trail_to(asked: UploadView) -> list[tuple[str, str]]:
    return [
        ("Data", reverse("data")),
        (asked.label, reverse("upload", args=[asked.id])),
    ]
