"""What is bought for children from others, and how it is watched."""

from madegood.record.schema import Table
from madegood.record.tables.columns import day, number, text, yes_no

_PROVIDER = text("provider", "The organisation.", required=True)

PROVIDER_CONTRACTS = Table(
    "provider_contracts",
    "What a provider's contract asks for and what it achieved: a row for each "
    "indicator and period.",
    ("provider", "indicator", "period_from"),
    (
        _PROVIDER,
        text("indicator", "What is counted.", required=True),
        day("period_from", "The first day of the period.", required=True),
        day("period_to", "Its last day.", planned=True),
        number("value", "What was achieved."),
        number("target", "What was asked for."),
    ),
    (("period_from", "period_to"),),
)

PROVIDER_VISITS = Table(
    "provider_visits",
    "Visits to a provider to see the quality of what it does.",
    ("provider", "visited_on"),
    (
        _PROVIDER,
        day("visited_on", "When.", required=True),
        text("reason", "Why it was visited."),
        text("outcome", "What was found."),
        yes_no("follow_up_due", "Whether something was to be followed up."),
        yes_no("follow_up_done", "Whether it was."),
    ),
)
