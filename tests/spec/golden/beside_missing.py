"""Cases beside the golden ones, in their shape, of missing children: the day after each boundary, the other
half of each rule, the traps that the rules warn of."""

from tests.spec.golden.case import case

MISSING = (
    # Only dates are held: no later than three dates after, and said so.
    case(
        "U-RHI-1",
        """
        measure      | subject  | state   | flags
        -------------+----------+---------+---------------
        rhi_held_72h | U-RHI-1a | MET     | date_precision
        rhi_held_72h | U-RHI-1b | NOT_MET | date_precision
        """,
        missing_episodes="""
        episode_id | child_id   | kind    | started_at | returned_at
        -----------+------------+---------+------------+------------
        U-RHI-1a   | c-U-RHI-1a | missing | 2026-05-01 | 2026-05-02
        U-RHI-1b   | c-U-RHI-1b | missing | 2026-05-01 | 2026-05-02
        """,
        return_interviews="""
        interview_id | child_id   | held_at
        -------------+------------+-----------
        i-U-RHI-1a   | c-U-RHI-1a | 2026-05-05
        i-U-RHI-1b   | c-U-RHI-1b | 2026-05-06
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-U-RHI-1a   | U-RHI-1a
        i-U-RHI-1b   | U-RHI-1b
        """,
    ),
    # The clocks go back: seventy-two and a half real hours look like seventy-one and a half.
    case(
        "U-RHI-2",
        """
        measure      | subject | state   | due
        -------------+---------+---------+---------------------
        rhi_held_72h | U-RHI-2 | NOT_MET | 2026-10-26T17:00:00Z
        """,
        missing_episodes="""
        episode_id | child_id  | kind    | started_at       | returned_at
        -----------+-----------+---------+------------------+-----------------
        U-RHI-2    | c-U-RHI-2 | missing | 2026-10-23T09:00 | 2026-10-23T18:00
        """,
        return_interviews="""
        interview_id | child_id  | held_at
        -------------+-----------+-----------------
        i-U-RHI-2    | c-U-RHI-2 | 2026-10-26T17:30
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-U-RHI-2    | U-RHI-2
        """,
    ),
    # Eighteen before the time was up; our own child placed elsewhere; accepted, not held.
    case(
        "U-RHI-3",
        """
        measure      | subject  | state    | reason
        -------------+----------+----------+----------
        rhi_held_72h | U-RHI-3a | CENSORED | turned_18
        rhi_held_72h | U-RHI-3b | OVERDUE  |
        rhi_taken_up | U-RHI-3b | NOT_MET  |
        """,
        children="""
        child_id   | date_of_birth
        -----------+--------------
        c-U-RHI-3a | 2008-06-04
        c-U-RHI-3b | 2012-06-04
        """,
        missing_episodes="""
        episode_id | child_id   | kind    | started_at       | returned_at      | looked_after | placed_by_us
        -----------+------------+---------+------------------+------------------+--------------+-------------
        U-RHI-3a   | c-U-RHI-3a | missing | 2026-06-01T20:00 | 2026-06-02T12:00 | no           |
        U-RHI-3b   | c-U-RHI-3b | missing | 2026-06-01T20:00 | 2026-06-02T12:00 | yes          | yes
        """,
        return_interviews="""
        interview_id | child_id   | offered | offered_at       | accepted
        -------------+------------+---------+------------------+---------
        i-U-RHI-3b   | c-U-RHI-3b | yes     | 2026-06-02T15:00 | yes
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-U-RHI-3b   | U-RHI-3b
        """,
    ),
    # Offered late; said not to apply; overlapping periods are one.
    case(
        "U-RHI-4",
        """
        measure          | subject  | state          | reason
        -----------------+----------+----------------+-------
        rhi_offered      | U-RHI-4a | MET            |
        rhi_offered_72h  | U-RHI-4a | NOT_MET        | late
        rhi_offered      | U-RHI-4b | NOT_APPLICABLE |
        missing_episodes | U-RHI-4c | MET            |
        """,
        missing_episodes="""
        episode_id | child_id   | kind    | started_at       | returned_at
        -----------+------------+---------+------------------+-----------------
        U-RHI-4a   | c-U-RHI-4a | missing | 2026-06-01T20:00 | 2026-06-02T12:00
        U-RHI-4b   | c-U-RHI-4b | missing | 2026-06-01T20:00 | 2026-06-02T12:00
        U-RHI-4c   | c-U-RHI-4c | missing | 2026-06-01T20:00 | 2026-06-02T12:00
        U-RHI-4d   | c-U-RHI-4c | missing | 2026-06-02T10:00 | 2026-06-03T12:00
        """,
        return_interviews="""
        interview_id | child_id   | offered        | offered_at
        -------------+------------+----------------+-----------------
        i-U-RHI-4a   | c-U-RHI-4a | yes            | 2026-06-05T12:01
        i-U-RHI-4b   | c-U-RHI-4b | not_applicable |
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-U-RHI-4a   | U-RHI-4a
        i-U-RHI-4b   | U-RHI-4b
        """,
    ),
    # Three starts in ninety days, both end days counted.
    case(
        "U-RHI-5",
        """
        measure                | subject    | state
        -----------------------+------------+--------
        missing_repeat_3_in_90 | c-U-RHI-5a | MET
        missing_repeat_3_in_90 | c-U-RHI-5b | NOT_MET
        """,
        missing_episodes="""
        episode_id | child_id   | kind    | started_at       | returned_at
        -----------+------------+---------+------------------+-----------------
        U-RHI-5a1  | c-U-RHI-5a | missing | 2026-01-01T20:00 | 2026-01-02T12:00
        U-RHI-5a2  | c-U-RHI-5a | missing | 2026-02-01T20:00 | 2026-02-02T12:00
        U-RHI-5a3  | c-U-RHI-5a | missing | 2026-03-31T20:00 | 2026-04-01T12:00
        U-RHI-5b1  | c-U-RHI-5b | missing | 2026-01-01T20:00 | 2026-01-02T12:00
        U-RHI-5b2  | c-U-RHI-5b | missing | 2026-02-01T20:00 | 2026-02-02T12:00
        U-RHI-5b3  | c-U-RHI-5b | missing | 2026-04-01T20:00 | 2026-04-02T12:00
        """,
    ),
    # A version recorded after the day asked about was not known on it.
    case(
        "U-RHI-6",
        """
        measure      | as_of      | subject | state
        -------------+------------+---------+--------
        rhi_held_72h | 2026-06-20 | U-RHI-6 | OVERDUE
        rhi_held_72h | 2026-07-01 | U-RHI-6 | MET
        """,
        missing_episodes="""
        episode_id | child_id  | kind    | started_at       | returned_at
        -----------+-----------+---------+------------------+-----------------
        U-RHI-6    | c-U-RHI-6 | missing | 2026-06-01T20:00 | 2026-06-02T12:00
        """,
        return_interviews="""
        interview_id | child_id  | held_at          | recorded_at
        -------------+-----------+------------------+-----------------
        i-U-RHI-6    | c-U-RHI-6 | 2026-06-03T12:00 | 2026-07-01T09:00
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-U-RHI-6    | U-RHI-6
        """,
    ),
)
