"""Measures of which truth.json says nothing, and why: their rows are written all the
same."""

from typing import Final

LEFT_OUT: Final[dict[str, str]] = {
    "audit_loops_closed": "when a loop is due to be closed is the measure's to say",
    "contact_reopened_20wd": "which later contact reopens an earlier is its to say",
    "homeless_informed": "of those who declined: what must be told them is its to say",
    "level2_closed_without_review": "whether a closure is too soon to judge is its own",
    "pf_days_unknown": "a median of days: nothing to decide of one arrangement",
    "sgo_weeks_plan_to_order": "a median of open cases too: see sgo_ordered_26_weeks",
    "training_equality_gap": "the difference of the two take-up rates",
}
# Of these only the subjects that count are listed: what else the measure has rows for
# is its own to say.
COUNTED_ONLY: Final = ("threshold_visits",)
