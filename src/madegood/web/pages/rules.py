"""The rules of assurance, printed as the code applies them."""

from django.http import HttpRequest, HttpResponse

from madegood.assurance import printed, printed_examples
from madegood.assurance.asked import TRUSTED
from madegood.warehouse.queries import latest_run, run_settings
from madegood.web.show import show

# A target and some sizes of sample, to show what chance can explain.
TARGET = 0.85
SIZES = (10, 12, 20, 50, 100)


def rules(request: HttpRequest) -> HttpResponse:
    return show(
        request,
        "rules.html",
        section="plan",
        sections=printed.sections(_most_bad()),
        examples=printed_examples.examples(),
        chances=printed.chances(TARGET, SIZES),
        target=f"{TARGET:.0%}",
    )


def _most_bad() -> float:
    """As it was set when the numbers were last computed."""
    run = latest_run()
    return run_settings(run).most_bad_percent / 100 if run else TRUSTED.most_bad
