"""The key to a plan's colours, as its document was found to have one."""

from madegood.intake.plans import COLOUR_KEY, meanings_told
from madegood.plan.models import Finding


def legend_found(short: str) -> dict[str, str]:
    """What the document said of each colour; {} where it has no key."""
    rows = Finding.objects.filter(plan__short=short, kind=COLOUR_KEY).order_by("id")
    last = rows.last()
    return meanings_told(last.message) if last is not None else {}
