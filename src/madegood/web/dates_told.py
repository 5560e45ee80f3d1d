"""What is wrong by dates alone, under each recommendation of a plan."""

from madegood.assurance.views import PlanStanding
from madegood.plan.working import by_their_dates
from madegood.web.words import count_of


def date_words(plan: PlanStanding) -> dict[str, str]:
    """'2 actions late · 1 report missed', under each recommendation's number."""
    told = by_their_dates((rec.detail for rec in plan.recommendations), plan.as_of)
    return {
        number: " · ".join(
            words
            for count, words in (
                (late, f"{count_of(late, 'action')} late"),
                (missed, f"{count_of(missed, 'report')} missed"),
            )
            if count
        )
        for number, (late, missed) in told.items()
    }
