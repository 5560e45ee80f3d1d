"""Why a row about special guardianship or a first review of care has its state."""

from typing import Final

GUARDIANSHIP: Final[dict[str, str]] = {
    "care_began_earlier": "the child came into care before the file begins",
    "care_ended": "the child left care before the review was due",
    "carer_withdrew": "the carer withdrew",
    "first_year_of_payment": "no review is due yet",
    "moving": "a step was reached lately",
    "negative_assessment": "the carer was assessed as not suitable",
    "no_care_application": "there were no care proceedings",
    "not_ordered": "no order was made",
    "only_a_later_review": "only a review after the day asked about is recorded",
    "open_in_time": "the plan is open, and not over its time",
    "order_date_not_recorded": "the plan ended in an order, but its date is blank",
    "ordered": "the order was made",
    "permanence_plan_ended": "it ceased to be the plan",
    "plan_changed": "the plan changed",
    "plan_date_not_recorded": "when the plan began is blank",
    "review_in_date": "the last review is still in date",
    "short_breaks_in_care": "the child is in care only for short breaks",
    "stalled": "no step was reached",
    "support_agreed": "the support plan was agreed",
    "support_not_agreed": "no support plan was agreed",
}
