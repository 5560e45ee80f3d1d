"""Cases of return home interviews: the clock that changes, the birthday, the merged period."""

from tests.spec.golden.case import case

RETURNS = (
    # The hour that comes twice, told apart by its offset; 72 real hours in March.
    case(
        "H-RI-1",
        """
        measure      | subject | state
        -------------+---------+--------
        rhi_held_72h | m1-M03  | MET
        rhi_held_72h | m1-M04  | NOT_MET
        rhi_held_72h | m1-M05  | MET
        rhi_held_72h | m1-M06  | NOT_MET
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at            | ended_at
        -----------+----------+---------+------------------+------------------------+-----------------------
        m1-M03     | c1-M03   | missing | 2026-03-01T10:00 | 2026-03-27T18:00       | 2026-03-27T18:00
        m1-M04     | c1-M04   | missing | 2026-03-01T10:00 | 2026-03-27T18:00       | 2026-03-27T18:00
        m1-M05     | c1-M05   | missing | 2026-01-01T12:00 | 2026-10-25T01:30+00:00 | 2026-10-25T01:30+00:00
        m1-M06     | c1-M06   | missing | 2026-01-01T12:00 | 2026-10-25T01:30+01:00 | 2026-10-25T01:30+01:00
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at
        -------------+----------+---------+------------------
        i1-M03       | c1-M03   | yes     | 2026-03-30T19:00
        i1-M04       | c1-M04   | yes     | 2026-03-30T19:01
        i1-M05       | c1-M05   | yes     | 2026-10-28T01:30Z
        i1-M06       | c1-M06   | yes     | 2026-10-28T01:30Z
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M03       | m1-M03
        i1-M04       | m1-M04
        i1-M05       | m1-M05
        i1-M06       | m1-M06
        """,
    ),
    # One of the two known by its date alone.
    case(
        "H-RI-2",
        """
        measure      | subject | state | flags
        -------------+---------+-------+---------------
        rhi_held_72h | m1-M09  | MET   | date_precision
        rhi_held_72h | m1-M12  | MET   | date_precision
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at      | ended_at
        -----------+----------+---------+------------------+------------------+-----------------
        m1-M09     | c1-M09   | missing | 2026-05-01       | 2026-05-02       | 2026-05-02
        m1-M12     | c1-M12   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at
        -------------+----------+---------+-----------------
        i1-M09       | c1-M09   | yes     | 2026-05-05T23:30
        i1-M12       | c1-M12   | yes     | 2026-06-05
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M09       | m1-M09
        i1-M12       | m1-M12
        """,
    ),
    # Found, and home hours later; home is the start.
    case(
        "H-RI-3",
        """
        measure      | subject | state
        -------------+---------+--------
        rhi_held_72h | m1-M13  | MET
        rhi_held_72h | m1-M14  | NOT_MET
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | ended_at         | located_at       | returned_at
        -----------+----------+---------+------------------+------------------+------------------+-----------------
        m1-M13     | c1-M13   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00 | 2026-06-02T20:00
        m1-M14     | c1-M14   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 |                  |
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at
        -------------+----------+---------+-----------------
        i1-M13       | c1-M13   | yes     | 2026-06-05T19:30
        i1-M14       | c1-M14   | yes     | 2026-06-05T12:01
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M13       | m1-M13
        i1-M14       | m1-M14
        """,
    ),
    # Of age on the day of return, the day after, and once it was overdue; born on a leap day.
    case(
        "H-RI-4",
        """
        measure      | subject | state    | reason
        -------------+---------+----------+----------
        rhi_held_72h | m1-M29  | EXCLUDED | turned_18
        rhi_held_72h | m1-M31  | MET      |
        rhi_held_72h | m1-M32  | OVERDUE  |
        rhi_held_72h | m1-M34  | MET      |
        rhi_held_72h | m1-M35  | EXCLUDED | turned_18
        """,
        children="""
        child_id | date_of_birth
        ---------+--------------
        c1-M29   | 2008-06-02
        c1-M31   | 2008-06-03
        c1-M32   | 2008-06-10
        c1-M34   | 2008-02-29
        c1-M35   | 2008-02-29
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | returned_at      | ended_at
        -----------+----------+---------+------------------+------------------+-----------------
        m1-M29     | c1-M29   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00
        m1-M31     | c1-M31   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00
        m1-M32     | c1-M32   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00
        m1-M34     | c1-M34   | missing | 2026-02-27T10:00 | 2026-02-28T10:00 | 2026-02-28T10:00
        m1-M35     | c1-M35   | missing | 2026-02-27T10:00 | 2026-03-01T00:10 | 2026-03-01T00:10
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at
        -------------+----------+---------+-----------------
        i1-M31       | c1-M31   | yes     | 2026-06-02T18:00
        i1-M34       | c1-M34   | yes     | 2026-02-28T23:00
        i1-M35       | c1-M35   | yes     | 2026-03-01T23:00
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M31       | m1-M31
        i1-M34       | m1-M34
        i1-M35       | m1-M35
        """,
    ),
    # Episodes that touch are one; a minute between makes two; one that is still open holds the
    # other open.
    case(
        "H-RI-5",
        """
        measure      | subject | state    | reason
        -------------+---------+----------+-------
        rhi_held_72h | m1-M39  | MET      |
        rhi_held_72h | m2-M39  | EXCLUDED | merged
        rhi_held_72h | m1-M40  | NOT_MET  |
        rhi_held_72h | m2-M40  | MET      |
        rhi_held_72h | m1-M41  | MET      |
        rhi_held_72h | m2-M41  | EXCLUDED | merged
        rhi_held_72h | m1-M43  | OVERDUE  |
        rhi_held_72h | m2-M43  | OVERDUE  |
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | ended_at         | returned_at
        -----------+----------+---------+------------------+------------------+-----------------
        m1-M39     | c1-M39   | missing | 2026-06-01T10:00 | 2026-06-02T10:00 | 2026-06-02T10:00
        m2-M39     | c1-M39   | missing | 2026-06-02T10:00 | 2026-06-03T08:00 | 2026-06-03T08:00
        m1-M40     | c1-M40   | missing | 2026-06-01T10:00 | 2026-06-02T10:00 | 2026-06-02T10:00
        m2-M40     | c1-M40   | missing | 2026-06-02T10:01 | 2026-06-03T08:00 | 2026-06-03T08:00
        m1-M41     | c1-M41   | missing | 2026-06-01T10:00 | 2026-06-03T10:00 | 2026-06-03T10:00
        m2-M41     | c1-M41   | missing | 2026-06-01T20:00 | 2026-06-02T08:00 | 2026-06-02T08:00
        m1-M43     | c1-M43   | missing | 2026-06-01T10:00 | 2026-06-02T10:00 | 2026-06-02T10:00
        m2-M43     | c2-M43   | missing | 2026-06-01T20:00 | 2026-06-03T08:00 | 2026-06-03T08:00
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at
        -------------+----------+---------+-----------------
        i1-M39       | c1-M39   | yes     | 2026-06-06T07:00
        i1-M40       | c1-M40   | yes     | 2026-06-06T07:00
        i1-M41       | c1-M41   | yes     | 2026-06-06T09:00
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M39       | m1-M39
        i1-M39       | m2-M39
        i1-M40       | m1-M40
        i1-M40       | m2-M40
        i1-M41       | m1-M41
        i1-M41       | m2-M41
        """,
    ),
    # Back before they left; an interview between two returns; refused and then held.
    case(
        "H-RI-6",
        """
        measure      | subject | state
        -------------+---------+---------
        rhi_held_72h | m1-M44  | DQ_ERROR
        rhi_held_72h | m1-M45  | MET
        rhi_held_72h | m2-M45  | OVERDUE
        rhi_held_72h | m1-M46  | MET
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | ended_at         | returned_at
        -----------+----------+---------+------------------+------------------+-----------------
        m1-M44     | c1-M44   | missing | 2026-06-03T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00
        m1-M45     | c1-M45   | missing | 2026-08-04T10:00 | 2026-08-05T10:00 | 2026-08-05T10:00
        m2-M45     | c1-M45   | missing | 2026-08-09T10:00 | 2026-08-10T10:00 | 2026-08-10T10:00
        m1-M46     | c1-M46   | missing | 2026-05-31T12:00 | 2026-06-02T12:00 | 2026-06-02T12:00
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at          | offered_at       | accepted
        -------------+----------+---------+------------------+------------------+---------
        i1-M45       | c1-M45   | yes     | 2026-08-07T10:00 |                  |
        i1-M46       | c1-M46   | yes     |                  | 2026-06-03T09:00 | no
        i2-M46       | c1-M46   | yes     | 2026-06-05T09:00 | 2026-06-04T09:00 | yes
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M45       | m1-M45
        i1-M45       | m2-M45
        i1-M46       | m1-M46
        i2-M46       | m1-M46
        """,
    ),
    # Five and ten working days over Easter, from the report, or from the interview.
    case(
        "H-RI-7",
        """
        measure               | subject | state   | due
        ----------------------+---------+---------+-----------
        rhi_report_5wd        | i1-M60  | MET     | 2026-04-08
        rhi_report_5wd        | i1-M61  | NOT_MET | 2026-04-08
        rhi_plan_updated_10wd | i1-M62  | MET     | 2026-04-22
        rhi_plan_updated_10wd | i1-M63  | NOT_MET | 2026-04-15
        """,
        missing_episodes="""
        episode_id | child_id | kind    | started_at       | ended_at         | returned_at
        -----------+----------+---------+------------------+------------------+-----------------
        m1-M60     | c1-M60   | missing | 2026-03-29T10:00 | 2026-03-30T09:00 | 2026-03-30T09:00
        m1-M61     | c1-M61   | missing | 2026-03-29T10:00 | 2026-03-30T09:00 | 2026-03-30T09:00
        m1-M62     | c1-M62   | missing | 2026-03-29T10:00 | 2026-03-30T09:00 | 2026-03-30T09:00
        m1-M63     | c1-M63   | missing | 2026-03-29T10:00 | 2026-03-30T09:00 | 2026-03-30T09:00
        """,
        return_interviews="""
        interview_id | child_id | offered | held_at          | report_received_at | plan_updated_on
        -------------+----------+---------+------------------+--------------------+----------------
        i1-M60       | c1-M60   | yes     | 2026-03-30T15:00 | 2026-04-08T17:00   |
        i1-M61       | c1-M61   | yes     | 2026-03-30T15:00 | 2026-04-09T17:00   |
        i1-M62       | c1-M62   | yes     | 2026-03-30T15:00 | 2026-04-08T17:00   | 2026-04-22
        i1-M63       | c1-M63   | yes     | 2026-03-30T15:00 |                    | 2026-04-16
        """,
        return_interview_episodes="""
        interview_id | episode_id
        -------------+-----------
        i1-M60       | m1-M60
        i1-M61       | m1-M61
        i1-M62       | m1-M62
        i1-M63       | m1-M63
        """,
    ),
)
