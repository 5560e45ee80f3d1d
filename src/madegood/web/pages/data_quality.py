"""Data quality by team over the loads: what each team’s rows were like."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.intake.findings import CAUSES
from madegood.reports.quality import TeamTrend, quality_trend, say_quality
from madegood.reports.quality_drawing import quality_chart
from madegood.warehouse import queries
from madegood.web.forms.tables import TableForm
from madegood.web.known import known_by
from madegood.web.show import show

# As many loads as a table is readable with; the chart has all of them.
IN_NUMBERS = 8


@require_GET
def quality(request: HttpRequest) -> HttpResponse:
    points = queries.quality()
    form = TableForm(sorted({point.table for point in points}), request.GET)
    found = quality_trend([p for p in points if form.wants(p.table)])
    return show(
        request,
        "data_quality.html",
        section="data",
        found=found,
        rows=[found.everybody, *found.teams],
        shown=found.loads[-IN_NUMBERS:],
        lead=say_quality(found),
        known=str(known_by(queries.latest_run())),
        wide=quality_chart(found) if found.loads else None,
        narrow=quality_chart(found, narrow=True) if found.loads else None,
        main_cause=main_cause,
        form=form,
        trail=[("Data", reverse("data"))],
    )


def main_cause(team: TeamTrend) -> str:
    """What a team has most of in the newest load: 'Date that cannot be read, 12'."""
    for code, times in team.by_cause.items():
        title = CAUSES[code].title if code in CAUSES else code
        return f"{title}, {times:,}"
    return ""
