"""Every wrong reading of the rules, with the specs that are nearest it."""

from madegood.measures.states import State
from tests.spec.mutants import (
    Mutation,
    as_of_ignored,
    before_the_limit,
    before_the_limit_in_the_database,
    blank_is_no,
    blank_is_not_applicable,
    by_start,
    calendar_days,
    court_from_the_day_after,
    declined_is_not_applicable,
    every_version,
    hours_by_date,
    inner_join,
    inner_join_in_the_database,
    local_time_as_utc,
    no_as_of_in_the_database,
    no_bank_holidays,
    no_bank_holidays_in_the_database,
    no_merging,
    of_rows,
    quarters_of_91_days,
    retold,
    rolled_forward,
    starting_at,
    without_rules,
)

MUTATIONS = (
    Mutation("bank holidays ignored", ("test_strategy_golden",), no_bank_holidays),
    Mutation(
        "bank holidays ignored in the database",
        ("test_strategy_golden",),
        no_bank_holidays_in_the_database,
        engine="duckdb",
    ),
    Mutation(
        "calendar days for working days", ("test_strategy_golden",), calendar_days
    ),
    Mutation(
        "a weekend start rolled forward first",
        ("test_strategy_conferences",),
        rolled_forward,
    ),
    Mutation(
        "three months as 91 days",
        ("test_plan_reviews", "test_level2_reviews"),
        quarters_of_91_days,
    ),
    Mutation(
        "overdue counted as met",
        ("test_strategy_golden",),
        of_rows(retold(was=State.OVERDUE, be=State.MET)),
    ),
    Mutation(
        "open cases left out of the denominator",
        ("test_the_rate",),
        of_rows(lambda row: None if row.state is State.OVERDUE else row),
    ),
    Mutation(
        "open cases said to be not due",
        ("test_strategy_golden",),
        of_rows(retold(was=State.OVERDUE, be=State.PENDING)),
    ),
    Mutation(
        "`<` for `<=` at the limit", ("test_return_interview_golden",), before_the_limit
    ),
    Mutation(
        "`<` for `<=` at the limit in the database",
        ("test_return_interview_golden",),
        before_the_limit_in_the_database,
        engine="duckdb",
    ),
    Mutation(
        "72 hours as three dates", ("test_return_interview_golden",), hours_by_date
    ),
    Mutation(
        "26 weeks from the day after issue",
        ("test_guardianship_orders",),
        court_from_the_day_after,
    ),
    Mutation(
        "negative durations met",
        ("test_strategy_golden",),
        of_measure=without_rules(
            "stop_before_start",
            "interview_before_return",
            "held_before_decided",
            "offered_before_return",
        ),
    ),
    Mutation(
        "blank counted as no",
        ("test_threshold_visits", "test_plan_clarity", "test_audit_completed"),
        blank_is_no,
    ),
    Mutation(
        "blank counted as not applicable",
        ("test_return_interview_golden",),
        of_rows(blank_is_not_applicable),
    ),
    Mutation(
        "a refusal left out",
        ("test_return_interview_golden",),
        of_rows(declined_is_not_applicable),
    ),
    Mutation("inner join", ("test_return_interview_golden",), inner_join),
    Mutation(
        "inner join in the database",
        ("test_return_interview_golden",),
        inner_join_in_the_database,
        engine="duckdb",
    ),
    Mutation(
        "72 hours from going missing, not from the return",
        ("test_return_interview_golden",),
        of_measure=starting_at("rhi_held_72h", "started_at"),
    ),
    Mutation(
        "45 days from the assessment, not from the referral",
        ("test_strategy_golden",),
        of_measure=starting_at("assessment_45wd_from_referral", "started_on"),
    ),
    Mutation(
        "private fostering from when the child moved in",
        ("test_private_fostering_visits",),
        of_measure=starting_at("pf_initial_7wd", "started_on"),
    ),
    Mutation(
        "away pooled with missing",
        ("test_return_interview_golden",),
        of_measure=without_rules("away"),
    ),
    Mutation(
        "duplicates counted twice",
        ("test_strategy_boundaries",),
        of_measure=without_rules("duplicate"),
    ),
    Mutation(
        "a correction counted beside what it corrects",
        ("test_missing_boundaries", "test_interview_boundaries"),
        every_version,
    ),
    Mutation(
        "periods that overlap counted each for itself",
        ("test_counting_missing", "test_missing_boundaries"),
        of_measure=no_merging,
    ),
    Mutation(
        "as of ignored",
        ("test_missing_boundaries", "test_interview_boundaries"),
        as_of_ignored,
    ),
    Mutation(
        "as of ignored in the database",
        ("test_missing_boundaries", "test_interview_boundaries"),
        no_as_of_in_the_database,
        engine="duckdb",
    ),
    Mutation(
        "local time taken as UTC",
        ("test_return_interview_golden",),
        local_time_as_utc,
    ),
    Mutation(
        "excluded rows kept in the denominator",
        ("test_strategy_golden",),
        of_measure=without_rules(state=State.EXCLUDED),
    ),
    Mutation(
        "what ended in law counted on",
        ("test_private_fostering_visits",),
        of_measure=without_rules(state=State.CENSORED),
    ),
    Mutation(
        "a month's reviews by when the wait began",
        ("test_the_rate",),
        of_rows(by_start),
    ),
)
