"""The golden cases of strategy discussions, enquiries, conferences and assessments."""

import pytest

DECISION = """
discussion_id | child | threshold_decision_at | held_at
--------------+-------+-----------------------+--------
d1            | Asha  | {decided}             | {held}
"""


def decision(decided, held=""):
    return DECISION.format(decided=decided, held=held)


def test_sd_01_the_next_afternoon_is_a_working_day_and_29_hours(spec):
    held = decision("2026-03-02 10:00", "2026-03-03 15:00")
    spec(
        "strategy_discussion_1wd",
        """
        subject | state | reason          | due        | flags
        --------+-------+-----------------+------------+------
        d1      | MET   | discussion_held | 2026-03-03 |
        """,
        strategy_discussions=held,
    )
    spec(
        "strategy_discussion_24h",
        """
        subject | state   | reason | due
        --------+---------+--------+-----------------
        d1      | NOT_MET | late   | 2026-03-03 10:00
        """,
        strategy_discussions=held,
    )


def test_sd_02_easter_is_one_working_day_and_a_long_gap(spec):
    held = decision("2026-04-02 16:00", "2026-04-07 10:00")
    spec(
        "strategy_discussion_1wd",
        """
        subject | state | due        | flags
        --------+-------+------------+------------------
        d1      | MET   | 2026-04-07 | long_calendar_gap
        """,
        strategy_discussions=held,
    )
    spec(
        "strategy_discussion_24h",
        """
        subject | state   | flags
        --------+---------+----------------------------------
        d1      | NOT_MET | long_calendar_gap no_delay_reason
        """,
        strategy_discussions=held,
    )


@pytest.mark.parametrize("name", ["strategy_discussion_1wd", "strategy_discussion_24h"])
def test_sd_03_saturday_night_to_sunday_is_no_working_day(spec, name):
    spec(
        name,
        """
        subject | state | flags
        --------+-------+------
        d1      | MET   |
        """,
        strategy_discussions=decision("2026-03-14 21:00", "2026-03-15 11:00"),
    )


def test_sd_04_friday_to_tuesday_is_two_working_days(spec):
    spec(
        "strategy_discussion_1wd",
        """
        subject | state   | reason | due
        --------+---------+--------+-----------
        d1      | NOT_MET | late   | 2026-03-09
        """,
        strategy_discussions=decision("2026-03-06", "2026-03-10"),
    )


@pytest.mark.parametrize(
    ("as_of", "state", "reason", "flags"),
    [
        ("2026-11-23", "PENDING", "", "date_precision"),
        (
            "2026-11-24",
            "OVERDUE",
            "discussion_not_held",
            "date_precision no_delay_reason",
        ),
    ],
)
def test_sd_06_not_held_is_pending_until_the_last_day_ends(
    spec, as_of, state, reason, flags
):
    spec(
        "strategy_discussion_1wd",
        f"""
        subject | state   | reason   | due        | flags
        --------+---------+----------+------------+--------
        d1      | {state} | {reason} | 2026-11-23 | {flags}
        """,
        strategy_discussions=decision("2026-11-20"),
        as_of=as_of,
    )


WRITTEN_REPORT = """
discussion_id | agency      | attended | contributed
--------------+-------------+----------+------------
d1            | social_care | yes      | no
d1            | police      | yes      | no
d1            | health      | no       | yes
"""


def test_sd_07_a_written_report_is_not_attendance(spec):
    held = decision("2026-03-02 10:00", "2026-03-03 15:00")
    tables = {"strategy_discussions": held, "strategy_attendance": WRITTEN_REPORT}
    for name, state, reason in (
        ("strategy_discussion_1wd", "MET", "discussion_held"),
        ("strategy_discussion_quorate", "NOT_MET", "health_missing"),
        ("strategy_police_present", "MET", "police_came"),
        ("strategy_health_present", "NOT_MET", "health_missing"),
    ):
        spec(
            name,
            f"""
            subject | state   | reason
            --------+---------+---------
            d1      | {state} | {reason}
            """,
            **tables,
        )


def test_sd_08_a_placement_service_that_was_not_there_is_marked(spec):
    spec(
        "strategy_discussion_quorate",
        """
        subject | state | reason  | flags
        --------+-------+---------+-------------------------
        d1      | MET   | quorate | relevant_partner_missing
        d2      | MET   | quorate |
        d3      | MET   | quorate |
        """,
        strategy_discussions="""
        discussion_id | child | held_at          | looked_after
        --------------+-------+------------------+-------------
        d1            | Asha  | 2026-03-03 15:00 | yes
        d2            | Ben   | 2026-03-03 15:00 | yes
        d3            | Ben   | 2026-03-04 15:00 | no
        """,
        strategy_attendance="""
        discussion_id | agency      | attended
        --------------+-------------+---------
        d1            | social_care | yes
        d1            | police      | yes
        d1            | health      | yes
        d2            | social_care | yes
        d2            | police      | yes
        d2            | health      | yes
        d2            | placement   | yes
        d3            | social_care | yes
        d3            | police      | yes
        d3            | health      | yes
        """,
    )


ENQUIRY = """
enquiry_id | child | discussion_id | started_on | conference_required
-----------+-------+---------------+------------+--------------------
q1         | Asha  | d2            | {started}  | {required}
"""
CONFERENCE = """
conference_id | child | enquiry_id | kind    | held_on
--------------+-------+------------+---------+--------
c1            | Asha  | q1         | initial | {held}
"""


def enquiry(started, held="", required="yes"):
    found = {"s47_enquiries": ENQUIRY.format(started=started, required=required)}
    return found | ({"conferences": CONFERENCE.format(held=held)} if held else {})


@pytest.mark.parametrize(
    ("held", "state", "reason"),
    [
        ("2026-04-08", "MET", "conference_held"),
        ("2026-04-09", "NOT_MET", "late"),
    ],
)
def test_sd_09_the_fifteenth_working_day_is_in_time(spec, held, state, reason):
    spec(
        "icpc_15wd",
        f"""
        subject | state   | reason   | start      | due        | stop
        --------+---------+----------+------------+------------+-------
        q1      | {state} | {reason} | 2026-03-16 | 2026-04-08 | {held}
        """,
        **enquiry("2026-03-16", held),
    )
    spec(
        "icpc_15wd_published",
        f"""
        subject | state   | reason   | counted_on
        --------+---------+----------+-----------
        q1      | {state} | {reason} | {held}
        """,
        **enquiry("2026-03-16", held),
    )


def test_sd_11_the_clock_starts_where_the_enquiry_was_begun(spec):
    spec(
        "icpc_15wd",
        """
        subject | state | start      | due
        --------+-------+------------+-----------
        q1      | MET   | 2026-06-08 | 2026-06-29
        """,
        strategy_discussions="""
        discussion_id | child | held_at    | s47_initiated | outcome
        --------------+-------+------------+---------------+-------------------
        d1            | Asha  | 2026-06-01 | no            | gather information
        d2            | Asha  | 2026-06-08 | yes           | section 47 enquiry
        """,
        **enquiry("2026-06-08", "2026-06-29"),
    )


@pytest.mark.parametrize("name", ["icpc_15wd", "icpc_15wd_published"])
def test_sd_13_a_conference_before_its_enquiry_is_a_fault(spec, name):
    spec(
        name,
        """
        subject | state    | reason            | stop
        --------+----------+-------------------+-----------
        q1      | DQ_ERROR | stop_before_start | 2026-02-02
        """,
        **enquiry("2026-02-05", "2026-02-02"),
    )


def test_sd_15_no_conference_was_needed(spec):
    spec(
        "icpc_15wd",
        """
        subject | state    | reason                  | due
        --------+----------+-------------------------+-----------
        q1      | EXCLUDED | conference_not_required | 2026-01-08
        """,
        **enquiry("2025-12-15", required="no"),
    )


ASSESSMENT = {
    "referrals": """
    referral_id | child | received_at
    ------------+-------+-----------
    r1          | Asha  | 2026-02-02
    """,
    "assessments": """
    assessment_id | child | referral_id | started_on | authorised_on
    --------------+-------+-------------+------------+--------------
    a1            | Asha  | r1          | 2026-02-05 | 2026-04-09
    """,
}


def test_sd_16_late_from_the_referral_and_in_time_from_its_start(spec):
    spec(
        "assessment_45wd_from_referral",
        """
        subject | state   | reason | start      | due
        --------+---------+--------+------------+-----------
        a1      | NOT_MET | late   | 2026-02-02 | 2026-04-08
        """,
        **ASSESSMENT,
    )
    spec(
        "assessment_45wd_from_start",
        """
        subject | state | reason     | start      | due
        --------+-------+------------+------------+-----------
        a1      | MET   | authorised | 2026-02-05 | 2026-04-13
        """,
        **ASSESSMENT,
    )


def test_sd_18_three_siblings_at_one_late_meeting_are_three(spec):
    spec(
        "strategy_discussion_1wd",
        """
        subject | child | state
        --------+-------+--------
        d1      | Asha  | NOT_MET
        d2      | Ben   | NOT_MET
        d3      | Cai   | NOT_MET
        """,
        strategy_discussions="""
        discussion_id | child | meeting_id | threshold_decision_at | held_at
        --------------+-------+------------+-----------------------+-----------------
        d1            | Asha  | m1         | 2026-03-02 10:00      | 2026-03-05 15:00
        d2            | Ben   | m1         | 2026-03-02 10:00      | 2026-03-05 15:00
        d3            | Cai   | m1         | 2026-03-02 10:00      | 2026-03-05 15:00
        """,
    )
