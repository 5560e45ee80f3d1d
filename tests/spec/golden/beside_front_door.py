"""Cases beside the golden ones, in their shape, at the front door: the day after each boundary, the other
half of each rule, the traps that the rules warn of."""

from tests.spec.golden.case import case

FRONT_DOOR = (
    # Friday evening to Monday over no holiday: a working day, and 61 hours.
    case(
        "U-SD-1",
        """
        measure                 | subject | state   | flags
        ------------------------+---------+---------+------------------
        strategy_discussion_1wd | U-SD-1a | MET     |
        strategy_discussion_24h | U-SD-1a | NOT_MET |
        strategy_discussion_24h | U-SD-1b | MET     |
        strategy_discussion_24h | U-SD-1c | NOT_MET |
        strategy_discussion_1wd | U-SD-1d | DQ_ERROR |
        strategy_discussion_24h | U-SD-1d | DQ_ERROR |
        strategy_discussion_1wd | U-SD-1e | DQ_ERROR |
        """,
        strategy_discussions="""
        discussion_id | child_id  | threshold_decision_at | held_at
        --------------+-----------+-----------------------+-----------------
        U-SD-1a       | c-U-SD-1a | 2026-03-06T20:00      | 2026-03-09T09:00
        U-SD-1b       | c-U-SD-1b | 2026-03-02T10:00      | 2026-03-03T10:00
        U-SD-1c       | c-U-SD-1c | 2026-03-02T10:00      | 2026-03-03T10:01
        U-SD-1d       | c-U-SD-1d | 2026-03-02T10:00      | 2026-03-01T10:00
        U-SD-1e       | c-U-SD-1e |                       | 2026-03-01T10:00
        """,
    ),
    # Twenty-four real hours over the night the clocks go back.
    case(
        "U-SD-2",
        """
        measure                 | subject | state   | due
        ------------------------+---------+---------+---------------------
        strategy_discussion_24h | U-SD-2a | MET     | 2026-10-25T09:30:00Z
        strategy_discussion_24h | U-SD-2b | NOT_MET | 2026-10-25T09:30:00Z
        """,
        strategy_discussions="""
        discussion_id | child_id  | threshold_decision_at | held_at
        --------------+-----------+-----------------------+-----------------
        U-SD-2a       | c-U-SD-2a | 2026-10-24T10:30      | 2026-10-25T09:30
        U-SD-2b       | c-U-SD-2b | 2026-10-24T10:30      | 2026-10-25T09:31
        """,
    ),
    # A telephone call without health is answered by the meeting that follows it.
    case(
        "U-SD-3",
        """
        measure                 | subject  | state
        ------------------------+----------+---------
        strategy_discussion_1wd | U-SD-3a  | NOT_MET
        strategy_discussion_1wd | U-SD-3a2 | EXCLUDED
        strategy_discussion_1wd | U-SD-3b  | MET
        """,
        strategy_discussions="""
        discussion_id | child_id  | follows_discussion_id | mode      | threshold_decision_at | held_at
        --------------+-----------+-----------------------+-----------+-----------------------+-----------------
        U-SD-3a       | c-U-SD-3a |                       | telephone | 2026-03-14T21:00      | 2026-03-14T22:00
        U-SD-3a2      | c-U-SD-3a | U-SD-3a               | meeting   | 2026-03-14T21:00      | 2026-03-17T10:00
        U-SD-3b       | c-U-SD-3b |                       | telephone | 2026-03-14T21:00      | 2026-03-14T22:00
        """,
        strategy_attendance="""
        discussion_id | agency      | attended
        --------------+-------------+---------
        U-SD-3a       | social_care | yes
        U-SD-3a       | police      | yes
        U-SD-3b       | social_care | yes
        U-SD-3b       | police      | yes
        U-SD-3b       | health      | yes
        """,
    ),
    # Withdrawn before it was due; moved out before; a duplicate.
    case(
        "U-SD-4",
        """
        measure                 | subject | state    | reason
        ------------------------+---------+----------+----------
        strategy_discussion_1wd | U-SD-4a | EXCLUDED | rescinded
        strategy_discussion_1wd | U-SD-4b | OVERDUE  |
        strategy_discussion_1wd | U-SD-4c | EXCLUDED | moved_out
        strategy_discussion_1wd | U-SD-4d | EXCLUDED | duplicate
        """,
        strategy_discussions="""
        discussion_id | child_id  | threshold_decision_at | rescinded_at     | rescinded_reason | moved_out_on | duplicate_of
        --------------+-----------+-----------------------+------------------+------------------+--------------+-------------
        U-SD-4a       | c-U-SD-4a | 2026-03-02T10:00      | 2026-03-03T09:00 | not needed       |              |
        U-SD-4b       | c-U-SD-4b | 2026-03-02T10:00      | 2026-03-05T09:00 | not needed       |              |
        U-SD-4c       | c-U-SD-4c | 2026-03-02T10:00      |                  |                  | 2026-03-03   |
        U-SD-4d       | c-U-SD-4a | 2026-03-02T10:00      |                  |                  |              | U-SD-4a
        """,
    ),
    # From a Saturday: the trap of rolling forward first. Never held. Two enquiries of
    # one child, each counted.
    case(
        "U-SD-5",
        """
        measure             | as_of      | subject | state          | due
        --------------------+------------+---------+----------------+-----------
        icpc_15wd           | 2026-11-23 | U-SD-5a | MET            | 2026-05-26
        icpc_15wd           | 2026-11-23 | U-SD-5b | NOT_MET        | 2026-05-26
        icpc_15wd           | 2026-11-23 | U-SD-5c | OVERDUE        | 2026-11-20
        icpc_15wd           | 2026-11-20 | U-SD-5c | PENDING        | 2026-11-20
        icpc_15wd_published | 2026-11-23 | U-SD-5c | NOT_APPLICABLE |
        """,
        s47_enquiries="""
        enquiry_id | child_id  | started_on | conference_required
        -----------+-----------+------------+--------------------
        U-SD-5a    | c-U-SD-5  | 2026-05-02 | yes
        U-SD-5b    | c-U-SD-5b | 2026-05-02 | yes
        U-SD-5c    | c-U-SD-5  | 2026-10-30 | yes
        """,
        conferences="""
        conference_id | child_id  | enquiry_id | kind    | held_on
        --------------+-----------+------------+---------+-----------
        k-U-SD-5a     | c-U-SD-5  | U-SD-5a    | initial | 2026-05-26
        k-U-SD-5b     | c-U-SD-5b | U-SD-5b    | initial | 2026-05-27
        """,
    ),
    # The decision on a referral: the next working day, and not the one after it.
    case(
        "U-SD-6",
        """
        measure               | as_of      | subject | state   | due
        ----------------------+------------+---------+---------+-----------
        referral_decision_1wd | 2026-11-23 | U-SD-6a | MET     | 2026-04-07
        referral_decision_1wd | 2026-11-23 | U-SD-6b | NOT_MET | 2026-04-07
        referral_decision_1wd | 2026-11-23 | U-SD-6c | PENDING | 2026-11-23
        referral_decision_1wd | 2026-11-24 | U-SD-6c | OVERDUE | 2026-11-23
        """,
        referrals="""
        referral_id | child_id  | received_at      | decision_at
        ------------+-----------+------------------+-----------------
        U-SD-6a     | c-U-SD-6a | 2026-04-02T16:00 | 2026-04-07T23:59
        U-SD-6b     | c-U-SD-6b | 2026-04-02T16:00 | 2026-04-08T00:00
        U-SD-6c     | c-U-SD-6c | 2026-11-20T16:00 |
        """,
    ),
    # A year before, to the day, is outside the twelve months that end with it.
    case(
        "U-SD-7",
        """
        measure        | subject  | state
        ---------------+----------+--------
        rereferral_12m | U-SD-7a2 | MET
        rereferral_12m | U-SD-7b2 | NOT_MET
        """,
        referrals="""
        referral_id | child_id  | received_at
        ------------+-----------+-----------------
        U-SD-7a1    | c-U-SD-7a | 2025-03-11T09:00
        U-SD-7a2    | c-U-SD-7a | 2026-03-10T09:00
        U-SD-7b1    | c-U-SD-7b | 2025-03-10T09:00
        U-SD-7b2    | c-U-SD-7b | 2026-03-10T09:00
        """,
    ),
)
