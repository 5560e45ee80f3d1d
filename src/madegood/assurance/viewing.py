"""A test as a page shows it: its last value beside its target."""

from collections.abc import Sequence

from madegood.assurance.asked import Observed
from madegood.assurance.models import Test
from madegood.assurance.views import TestView
from madegood.measures.series import Series
from madegood.plan.views import EvidenceView


def viewed(
    test: Test,
    seen: Observed,
    series: Series | None,
    evidence: Sequence[EvidenceView],
) -> TestView:
    value, numerator, denominator = None, 0, 0
    if series is not None:
        latest = series.latest
        if latest is not None:
            value = latest.value
            numerator, denominator = latest.numerator, latest.denominator
    elif test.kind in ("sample", "feedback"):
        rung = "seen" if test.kind == "sample" else "said"
        counted = [e for e in evidence if e.rung == rung and e.looked_at]
        if counted:
            numerator, denominator = counted[-1].good or 0, counted[-1].looked_at or 1
            value = numerator / denominator
    return TestView(
        id=test.pk,
        kind=test.kind,
        title=test.title,
        measure_id=test.measure,
        baseline=test.baseline,
        target=test.target,
        value=value,
        numerator=numerator,
        denominator=denominator,
        series=series,
        because=seen.says,
        periods=test.periods,
        minimum=test.minimum,
        withdrawn=_withdrawn(test),
        withdrawn_by=test.withdrawn_by_id or 0,
    )


def _withdrawn(test: Test) -> str:
    if test.withdrawn_at is None:
        return ""
    return (
        f"{test.withdrawn_by} withdrew it on {test.withdrawn_at:%-d %B %Y}: "
        f"“{test.withdrawn_why}”. It is asked until somebody who does not own this agrees."
    )
