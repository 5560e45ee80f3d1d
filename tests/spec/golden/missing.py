"""Golden cases RHI: missing episodes and return interviews."""

from tests.spec.golden.case import case

MISSING = (
    case(
        "RHI-01",
        """
        measure      | subject | state | due
        -------------+---------+-------+---------------------
        rhi_held_72h | RHI-01  | MET   | 2026-05-05T08:00:00Z
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+-----------------
        RHI-01     | c-RHI-01 | missing | 2026-05-01T20:00 | 2026-05-02T09:00
        """,
        return_interviews="""
        interview_id | child_id | offered | accepted | held_at
        -------------+----------+---------+----------+-----------------
        i-RHI-01     | c-RHI-01 | yes     | yes      | 2026-05-05T08:59
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-01     | RHI-01
        """,
    ),
    case(
        "RHI-02",
        """
        measure      | subject | state   | due
        -------------+---------+---------+---------------------
        rhi_held_72h | RHI-02a | MET     | 2026-05-05T08:00:00Z
        rhi_held_72h | RHI-02b | NOT_MET | 2026-05-05T08:00:00Z
        """,
        missing_episodes="""
        episode_id | child_id  | kind    | started_at       | returned_at
        -----------+-----------+---------+------------------+-----------------
        RHI-02a    | c-RHI-02a | missing | 2026-05-01T20:00 | 2026-05-02T09:00
        RHI-02b    | c-RHI-02b | missing | 2026-05-01T20:00 | 2026-05-02T09:00
        """,
        return_interviews="""
        interview_id | child_id  | held_at
        -------------+-----------+-----------------
        i-RHI-02a    | c-RHI-02a | 2026-05-05T09:00
        i-RHI-02b    | c-RHI-02b | 2026-05-05T09:01
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-02a    | RHI-02a
        i-RHI-02b    | RHI-02b
        """,
    ),
    case(
        "RHI-04",
        """
        measure      | subject | state | due
        -------------+---------+-------+---------------------
        rhi_held_72h | RHI-04  | MET   | 2026-03-30T18:00:00Z
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+-----------------
        RHI-04     | c-RHI-04 | missing | 2026-03-27T09:00 | 2026-03-27T18:00
        """,
        return_interviews="""
        interview_id | child_id | held_at
        -------------+----------+-----------------
        i-RHI-04     | c-RHI-04 | 2026-03-30T18:30
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-04     | RHI-04
        """,
    ),
    case(
        "RHI-05",
        """
        measure              | subject | state          | reason
        ---------------------+---------+----------------+---------
        rhi_offered          | RHI-05  | MET            |
        rhi_offered_72h      | RHI-05  | MET            |
        rhi_taken_up         | RHI-05  | NOT_MET        | declined
        rhi_held_72h         | RHI-05  | OVERDUE        | declined
        rhi_completed_in_72h | RHI-05  | NOT_APPLICABLE |
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+-----------------
        RHI-05     | c-RHI-05 | missing | 2026-06-01T20:00 | 2026-06-02T12:00
        """,
        return_interviews="""
        interview_id | child_id | offered | offered_at | accepted | reason_not_held
        -------------+----------+---------+------------+----------+----------------
        i-RHI-05     | c-RHI-05 | yes     | 2026-06-03 | no       | declined
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-05     | RHI-05
        """,
    ),
    case(
        "RHI-06",
        """
        measure         | subject | state   | reason
        ----------------+---------+---------+-------------
        rhi_offered     | RHI-06  | OVERDUE | not_recorded
        rhi_offered_72h | RHI-06  | OVERDUE | not_recorded
        rhi_held_72h    | RHI-06  | OVERDUE | not_recorded
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+-----------------
        RHI-06     | c-RHI-06 | missing | 2026-06-01T20:00 | 2026-06-02T12:00
        """,
        return_interviews="""
        interview_id | child_id | offered | offered_at | accepted | held_at
        -------------+----------+---------+------------+----------+--------
        i-RHI-06     | c-RHI-06 |         |            |          |
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-06     | RHI-06
        """,
    ),
    case(
        "RHI-07",
        """
        measure      | as_of            | subject | state
        -------------+------------------+---------+--------
        rhi_held_72h | 2026-11-23T12:00 | RHI-07  | NOT_DUE
        rhi_offered  | 2026-11-23T12:00 | RHI-07  | NOT_DUE
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+------------
        RHI-07     | c-RHI-07 | missing | 2026-11-21T22:00 |
        """,
    ),
    case(
        "RHI-08",
        """
        measure      | as_of            | subject | state   | due
        -------------+------------------+---------+---------+---------------------
        rhi_held_72h | 2026-11-23T12:00 | RHI-08  | PENDING | 2026-11-24T12:00:00Z
        rhi_held_72h | 2026-11-24T12:01 | RHI-08  | OVERDUE | 2026-11-24T12:00:00Z
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+-----------------
        RHI-08     | c-RHI-08 | missing | 2026-11-20T12:00 | 2026-11-21T12:00
        """,
    ),
    case(
        "RHI-10",
        """
        measure      | subject | state
        -------------+---------+--------
        rhi_held_72h | RHI-10a | NOT_MET
        rhi_held_72h | RHI-10b | MET
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at
        -----------+----------+---------+------------------+-----------------
        RHI-10a    | c-RHI-10 | missing | 2026-06-30T20:00 | 2026-07-01T08:00
        RHI-10b    | c-RHI-10 | missing | 2026-07-02T20:00 | 2026-07-03T06:00
        """,
        return_interviews="""
        interview_id | child_id | held_at
        -------------+----------+-----------------
        i-RHI-10     | c-RHI-10 | 2026-07-04T10:00
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-10     | RHI-10a
        i-RHI-10     | RHI-10b
        """,
    ),
    case(
        "RHI-12",
        """
        measure      | subject | state    | reason
        -------------+---------+----------+-------
        rhi_held_72h | RHI-12  | EXCLUDED | away
        """,
        missing_episodes="""
        episode_id | child_id | kind | started_at       | returned_at      | looked_after
        -----------+----------+------+------------------+------------------+-------------
        RHI-12     | c-RHI-12 | away | 2026-06-01T20:00 | 2026-06-02T12:00 | yes
        """,
    ),
    case(
        "RHI-13",
        """
        measure      | subject | state    | reason
        -------------+---------+----------+----------------
        rhi_held_72h | RHI-13  | EXCLUDED | other_authority
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at      | looked_after | responsible_authority
        -----------+----------+---------+------------------+------------------+--------------+----------------------
        RHI-13     | c-RHI-13 | missing | 2026-08-09T20:00 | 2026-08-10T09:00 | yes          | E08000025
        """,
    ),
    case(
        "RHI-15",
        """
        measure      | subject | state
        -------------+---------+---------
        rhi_held_72h | RHI-15a | DQ_ERROR
        rhi_held_72h | RHI-15b | MET
        rhi_held_72h | RHI-15c | OVERDUE
        """,
        missing_episodes="""
        episode_id | child_id  | kind    | started_at       | returned_at
        -----------+-----------+---------+------------------+-----------------
        RHI-15a    | c-RHI-15a | missing | 2026-08-08T20:00 | 2026-08-10T09:00
        RHI-15b    | c-RHI-15b | missing | 2026-08-07T20:00 | 2026-08-08T09:00
        RHI-15c    | c-RHI-15b | missing | 2026-08-09T20:00 | 2026-08-10T09:00
        """,
        return_interviews="""
        interview_id | child_id  | held_at
        -------------+-----------+-----------------
        i-RHI-15a    | c-RHI-15a | 2026-08-09T15:00
        i-RHI-15b    | c-RHI-15b | 2026-08-09T15:00
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-15a    | RHI-15a
        i-RHI-15b    | RHI-15b
        i-RHI-15b    | RHI-15c
        """,
    ),
    case(
        "RHI-17",
        """
        measure                      | subject | state   | start                | stop
        -----------------------------+---------+---------+----------------------+---------------------
        rhi_held_72h                 | RHI-17  | NOT_MET | 2026-06-02T11:00:00Z | 2026-06-05T15:00:00Z
        rhi_notified_to_referred_24h | RHI-17  | NOT_MET | 2026-06-03T08:00:00Z | 2026-06-05T09:00:00Z
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at      | return_notified_at
        -----------+----------+---------+------------------+------------------+-------------------
        RHI-17     | c-RHI-17 | missing | 2026-06-01T20:00 | 2026-06-02T12:00 | 2026-06-03T09:00
        """,
        return_interviews="""
        interview_id | child_id | referred_to_provider_at | held_at
        -------------+----------+-------------------------+-----------------
        i-RHI-17     | c-RHI-17 | 2026-06-05T10:00        | 2026-06-05T16:00
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i-RHI-17     | RHI-17
        """,
    ),
)

# The same record where the authority has chosen to interview children who were away.
AWAY_TOO = case(
    "RHI-12",
    """
    measure      | subject | state
    -------------+---------+--------
    rhi_held_72h | RHI-12  | OVERDUE
    """,
    settings="[rhi_held_72h]\naway = true\n",
    missing_episodes="""
    episode_id | child_id | kind | started_at       | returned_at      | looked_after
    -----------+----------+------+------------------+------------------+-------------
    RHI-12     | c-RHI-12 | away | 2026-06-01T20:00 | 2026-06-02T12:00 | yes
    """,
)
