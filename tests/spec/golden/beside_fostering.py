"""Cases of private fostering: who is of an age for it, and the visits at their limits."""

from tests.spec.golden.case import case

FOSTERING = (
    # Over a holiday that came once, and over Christmas.
    case(
        "H-PF-1",
        """
        measure        | subject | state   | due
        ---------------+---------+---------+-----------
        pf_initial_7wd | p1-F01  | MET     | 2022-09-27
        pf_initial_7wd | p1-F02  | NOT_MET | 2022-09-27
        pf_initial_7wd | p1-F20  | MET     | 2022-01-06
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c1-F01   | 2012-01-10    | no
        c1-F02   | 2012-01-10    | no
        c1-F20   | 2012-01-10    | no
        """,
        private_fostering="""
        arrangement_id | child_id | carer_relationship | notified_on
        ---------------+----------+--------------------+------------
        p1-F01         | c1-F01   | friend             | 2022-09-15
        p1-F02         | c1-F02   | friend             | 2022-09-15
        p1-F20         | c1-F20   | friend             | 2021-12-23
        """,
        private_fostering_visits="""
        visit_id        | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen | child_seen_alone | report_written_on | parent_spoken_to
        ----------------+----------------+------------+---------------+------------+----------------+------------+------------------+-------------------+-----------------
        v2022-09-27-F01 | p1-F01         | 2022-09-27 | yes           | yes        | yes            | yes        | yes              | 2022-09-27        | yes
        v2022-09-28-F02 | p1-F02         | 2022-09-28 | yes           | yes        | yes            | yes        | yes              | 2022-09-28        | yes
        v2022-01-06-F20 | p1-F20         | 2022-01-06 | yes           | yes        | yes            | yes        | yes              | 2022-01-06        | yes
        """,
    ),
    # The four are seen at two visits; one of them too late.
    case(
        "H-PF-2",
        """
        measure        | subject | state   | due
        ---------------+---------+---------+-----------
        pf_initial_7wd | p1-F03  | NOT_MET | 2026-04-10
        pf_initial_7wd | p1-F04  | MET     | 2026-04-10
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c1-F03   | 2014-01-10    | no
        c1-F04   | 2014-01-10    | no
        """,
        private_fostering="""
        arrangement_id | child_id | carer_relationship | notified_on
        ---------------+----------+--------------------+------------
        p1-F03         | c1-F03   | friend             | 2026-03-30
        p1-F04         | c1-F04   | friend             | 2026-03-30
        """,
        private_fostering_visits="""
        visit_id        | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen | child_seen_alone | report_written_on | parent_spoken_to
        ----------------+----------------+------------+---------------+------------+----------------+------------+------------------+-------------------+-----------------
        v2026-04-08-F03 | p1-F03         | 2026-04-08 | yes           | yes        | no             | yes        | yes              | 2026-04-08        | yes
        v2026-04-13-F03 | p1-F03         | 2026-04-13 | no            | no         | yes            | no         | yes              | 2026-04-13        | yes
        v2026-04-08-F04 | p1-F04         | 2026-04-08 | yes           | yes        | no             | yes        | yes              | 2026-04-08        | yes
        v2026-04-10-F04 | p1-F04         | 2026-04-10 | no            | no         | yes            | no         | yes              | 2026-04-10        | yes
        """,
    ),
    # Sixteen on the day the authority was told, disabled or not; sixteen before the last day.
    case(
        "H-PF-3",
        """
        measure        | subject | state    | reason
        ---------------+---------+----------+-----------
        pf_initial_7wd | p1-F15  | EXCLUDED | already_16
        pf_initial_7wd | p1-F16  | OVERDUE  |
        pf_initial_7wd | p1-F19  | CENSORED | turned_16
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c1-F15   | 2010-03-30    | no
        c1-F16   | 2010-03-30    | yes
        c1-F19   | 2010-04-08    | no
        """,
        private_fostering="""
        arrangement_id | child_id | carer_relationship | notified_on
        ---------------+----------+--------------------+------------
        p1-F15         | c1-F15   | friend             | 2026-03-30
        p1-F16         | c1-F16   | friend             | 2026-03-30
        p1-F19         | c1-F19   | friend             | 2026-03-30
        """,
    ),
    # Meant to be short and still going; the fifteenth night.
    case(
        "H-PF-4",
        """
        measure        | subject | state    | reason
        ---------------+---------+----------+---------------------
        pf_initial_7wd | p1-F12  | EXCLUDED | short_stay
        pf_initial_7wd | p1-F13  | OVERDUE  |
        pf_initial_7wd | p1-F14  | OVERDUE  |
        pf_initial_7wd | p1-F17  | EXCLUDED | short_stay_at_school
        pf_initial_7wd | p1-F18  | OVERDUE  |
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c1-F12   | 2014-01-10    | no
        c1-F13   | 2014-01-10    | no
        c1-F14   | 2014-01-10    | no
        c1-F17   | 2014-01-10    | no
        c1-F18   | 2014-01-10    | no
        """,
        private_fostering="""
        arrangement_id | child_id | carer_relationship | notified_on | started_on | ended_on   | intended_days | school_kind | holiday_nights
        ---------------+----------+--------------------+-------------+------------+------------+---------------+-------------+---------------
        p1-F12         | c1-F12   | friend             | 2026-03-30  | 2026-03-30 | 2026-04-26 | 27            |             |
        p1-F13         | c1-F13   | friend             | 2026-03-30  | 2026-03-30 |            | 28            |             |
        p1-F14         | c1-F14   | friend             | 2026-03-30  | 2026-03-30 |            | 20            |             |
        p1-F17         | c1-F17   | school             | 2026-03-30  |            |            |               | independent | 14
        p1-F18         | c1-F18   | school             | 2026-03-30  |            |            |               | independent | 15
        """,
    ),
    # The wait that begins on the day before the second year, and on its first day.
    case(
        "H-PF-5",
        """
        measure           | subject   | state   | due        | as_of
        ------------------+-----------+---------+------------+-----------
        pf_visit_interval | p1-F21#1  | MET     | 2025-02-24 | 2026-03-01
        pf_visit_interval | p1-F21#10 | NOT_MET | 2026-02-16 | 2026-03-01
        pf_visit_interval | p1-F21#11 | PENDING | 2026-05-12 | 2026-03-01
        pf_visit_interval | p1-F21#2  | MET     | 2025-04-07 | 2026-03-01
        pf_visit_interval | p1-F21#3  | MET     | 2025-05-19 | 2026-03-01
        pf_visit_interval | p1-F21#4  | MET     | 2025-06-30 | 2026-03-01
        pf_visit_interval | p1-F21#5  | MET     | 2025-08-11 | 2026-03-01
        pf_visit_interval | p1-F21#6  | MET     | 2025-09-22 | 2026-03-01
        pf_visit_interval | p1-F21#7  | MET     | 2025-11-03 | 2026-03-01
        pf_visit_interval | p1-F21#8  | MET     | 2025-12-15 | 2026-03-01
        pf_visit_interval | p1-F21#9  | MET     | 2026-01-26 | 2026-03-01
        pf_visit_interval | p1-F22#1  | MET     | 2025-02-24 | 2026-04-10
        pf_visit_interval | p1-F22#10 | MET     | 2026-03-31 | 2026-04-10
        pf_visit_interval | p1-F22#11 | PENDING | 2026-06-23 | 2026-04-10
        pf_visit_interval | p1-F22#2  | MET     | 2025-04-07 | 2026-04-10
        pf_visit_interval | p1-F22#3  | MET     | 2025-05-19 | 2026-04-10
        pf_visit_interval | p1-F22#4  | MET     | 2025-06-30 | 2026-04-10
        pf_visit_interval | p1-F22#5  | MET     | 2025-08-11 | 2026-04-10
        pf_visit_interval | p1-F22#6  | MET     | 2025-09-22 | 2026-04-10
        pf_visit_interval | p1-F22#7  | MET     | 2025-11-03 | 2026-04-10
        pf_visit_interval | p1-F22#8  | MET     | 2025-12-15 | 2026-04-10
        pf_visit_interval | p1-F22#9  | MET     | 2026-01-26 | 2026-04-10
        pf_visit_interval | p1-F23#1  | MET     | 2025-02-24 | 2026-04-10
        pf_visit_interval | p1-F23#10 | NOT_MET | 2026-03-31 | 2026-04-10
        pf_visit_interval | p1-F23#11 | PENDING | 2026-06-24 | 2026-04-10
        pf_visit_interval | p1-F23#2  | MET     | 2025-04-07 | 2026-04-10
        pf_visit_interval | p1-F23#3  | MET     | 2025-05-19 | 2026-04-10
        pf_visit_interval | p1-F23#4  | MET     | 2025-06-30 | 2026-04-10
        pf_visit_interval | p1-F23#5  | MET     | 2025-08-11 | 2026-04-10
        pf_visit_interval | p1-F23#6  | MET     | 2025-09-22 | 2026-04-10
        pf_visit_interval | p1-F23#7  | MET     | 2025-11-03 | 2026-04-10
        pf_visit_interval | p1-F23#8  | MET     | 2025-12-15 | 2026-04-10
        pf_visit_interval | p1-F23#9  | MET     | 2026-01-26 | 2026-04-10
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c1-F21   | 2014-01-10    | no
        c1-F22   | 2014-01-10    | no
        c1-F23   | 2014-01-10    | no
        """,
        private_fostering="""
        arrangement_id | child_id | carer_relationship | notified_on | aware_on   | started_on
        ---------------+----------+--------------------+-------------+------------+-----------
        p1-F21         | c1-F21   | friend             | 2025-01-06  | 2025-01-06 | 2024-06-01
        p1-F22         | c1-F22   | friend             | 2025-01-06  | 2025-01-06 | 2024-06-01
        p1-F23         | c1-F23   | friend             | 2025-01-06  | 2025-01-06 | 2024-06-01
        """,
        private_fostering_visits="""
        visit_id        | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen | child_seen_alone | report_written_on | parent_spoken_to
        ----------------+----------------+------------+---------------+------------+----------------+------------+------------------+-------------------+-----------------
        v2025-01-13-F21 | p1-F21         | 2025-01-13 | yes           | yes        | yes            | yes        | yes              | 2025-01-13        | yes
        v2025-02-24-F21 | p1-F21         | 2025-02-24 | yes           | yes        | yes            | yes        | yes              | 2025-02-24        | yes
        v2025-04-07-F21 | p1-F21         | 2025-04-07 | yes           | yes        | yes            | yes        | yes              | 2025-04-07        | yes
        v2025-05-19-F21 | p1-F21         | 2025-05-19 | yes           | yes        | yes            | yes        | yes              | 2025-05-19        | yes
        v2025-06-30-F21 | p1-F21         | 2025-06-30 | yes           | yes        | yes            | yes        | yes              | 2025-06-30        | yes
        v2025-08-11-F21 | p1-F21         | 2025-08-11 | yes           | yes        | yes            | yes        | yes              | 2025-08-11        | yes
        v2025-09-22-F21 | p1-F21         | 2025-09-22 | yes           | yes        | yes            | yes        | yes              | 2025-09-22        | yes
        v2025-11-03-F21 | p1-F21         | 2025-11-03 | yes           | yes        | yes            | yes        | yes              | 2025-11-03        | yes
        v2025-12-15-F21 | p1-F21         | 2025-12-15 | yes           | yes        | yes            | yes        | yes              | 2025-12-15        | yes
        v2026-01-05-F21 | p1-F21         | 2026-01-05 | yes           | yes        | yes            | yes        | yes              | 2026-01-05        | yes
        v2026-02-17-F21 | p1-F21         | 2026-02-17 | yes           | yes        | yes            | yes        | yes              | 2026-02-17        | yes
        v2025-01-13-F22 | p1-F22         | 2025-01-13 | yes           | yes        | yes            | yes        | yes              | 2025-01-13        | yes
        v2025-02-24-F22 | p1-F22         | 2025-02-24 | yes           | yes        | yes            | yes        | yes              | 2025-02-24        | yes
        v2025-04-07-F22 | p1-F22         | 2025-04-07 | yes           | yes        | yes            | yes        | yes              | 2025-04-07        | yes
        v2025-05-19-F22 | p1-F22         | 2025-05-19 | yes           | yes        | yes            | yes        | yes              | 2025-05-19        | yes
        v2025-06-30-F22 | p1-F22         | 2025-06-30 | yes           | yes        | yes            | yes        | yes              | 2025-06-30        | yes
        v2025-08-11-F22 | p1-F22         | 2025-08-11 | yes           | yes        | yes            | yes        | yes              | 2025-08-11        | yes
        v2025-09-22-F22 | p1-F22         | 2025-09-22 | yes           | yes        | yes            | yes        | yes              | 2025-09-22        | yes
        v2025-11-03-F22 | p1-F22         | 2025-11-03 | yes           | yes        | yes            | yes        | yes              | 2025-11-03        | yes
        v2025-12-15-F22 | p1-F22         | 2025-12-15 | yes           | yes        | yes            | yes        | yes              | 2025-12-15        | yes
        v2026-01-06-F22 | p1-F22         | 2026-01-06 | yes           | yes        | yes            | yes        | yes              | 2026-01-06        | yes
        v2026-03-31-F22 | p1-F22         | 2026-03-31 | yes           | yes        | yes            | yes        | yes              | 2026-03-31        | yes
        v2025-01-13-F23 | p1-F23         | 2025-01-13 | yes           | yes        | yes            | yes        | yes              | 2025-01-13        | yes
        v2025-02-24-F23 | p1-F23         | 2025-02-24 | yes           | yes        | yes            | yes        | yes              | 2025-02-24        | yes
        v2025-04-07-F23 | p1-F23         | 2025-04-07 | yes           | yes        | yes            | yes        | yes              | 2025-04-07        | yes
        v2025-05-19-F23 | p1-F23         | 2025-05-19 | yes           | yes        | yes            | yes        | yes              | 2025-05-19        | yes
        v2025-06-30-F23 | p1-F23         | 2025-06-30 | yes           | yes        | yes            | yes        | yes              | 2025-06-30        | yes
        v2025-08-11-F23 | p1-F23         | 2025-08-11 | yes           | yes        | yes            | yes        | yes              | 2025-08-11        | yes
        v2025-09-22-F23 | p1-F23         | 2025-09-22 | yes           | yes        | yes            | yes        | yes              | 2025-09-22        | yes
        v2025-11-03-F23 | p1-F23         | 2025-11-03 | yes           | yes        | yes            | yes        | yes              | 2025-11-03        | yes
        v2025-12-15-F23 | p1-F23         | 2025-12-15 | yes           | yes        | yes            | yes        | yes              | 2025-12-15        | yes
        v2026-01-06-F23 | p1-F23         | 2026-01-06 | yes           | yes        | yes            | yes        | yes              | 2026-01-06        | yes
        v2026-04-01-F23 | p1-F23         | 2026-04-01 | yes           | yes        | yes            | yes        | yes              | 2026-04-01        | yes
        """,
    ),
    # No access, no report, not alone and no reason; from awareness where there was no visit.
    case(
        "H-PF-6",
        """
        measure           | subject  | state    | reason            | due        | as_of
        ------------------+----------+----------+-------------------+------------+-----------
        pf_visit_interval | p1-F24#1 | NOT_MET  |                   | 2026-02-24 | 2026-03-02
        pf_visit_interval | p1-F24#2 | PENDING  |                   | 2026-04-12 | 2026-03-02
        pf_visit_interval | p1-F25#1 | MET      |                   | 2026-02-24 | 2026-03-02
        pf_visit_interval | p1-F25#2 | PENDING  |                   | 2026-04-07 | 2026-03-02
        pf_visit_interval | p1-F26#1 | OVERDUE  |                   | 2026-02-24 | 2026-03-02
        pf_visit_interval | p1-F27#1 | OVERDUE  |                   | 2026-02-24 | 2026-03-02
        pf_visit_interval | p1-F28#1 | OVERDUE  |                   | 2026-02-16 | 2026-02-17
        pf_visit_interval | p1-F29#1 | PENDING  |                   | 2026-02-16 | 2026-02-16
        pf_visit_interval | p1-F30#1 | CENSORED | arrangement_ended | 2026-02-24 | 2026-04-01
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c1-F24   | 2014-01-10    | no
        c1-F25   | 2014-01-10    | no
        c1-F26   | 2014-01-10    | no
        c1-F27   | 2014-01-10    | no
        c1-F28   | 2014-01-10    | no
        c1-F29   | 2014-01-10    | no
        c1-F30   | 2014-01-10    | no
        """,
        private_fostering="""
        arrangement_id | child_id | carer_relationship | notified_on | aware_on   | ended_on   | end_reason
        ---------------+----------+--------------------+-------------+------------+------------+-------------------
        p1-F24         | c1-F24   | friend             | 2026-01-05  | 2026-01-05 |            |
        p1-F25         | c1-F25   | friend             | 2026-01-05  | 2026-01-05 |            |
        p1-F26         | c1-F26   | friend             | 2026-01-05  | 2026-01-05 |            |
        p1-F27         | c1-F27   | friend             | 2026-01-05  | 2026-01-05 |            |
        p1-F28         | c1-F28   | friend             | 2026-01-05  | 2026-01-05 |            |
        p1-F29         | c1-F29   | friend             | 2026-01-05  | 2026-01-05 |            |
        p1-F30         | c1-F30   | friend             | 2026-01-05  | 2026-01-05 | 2026-02-23 | returned_to_parent
        """,
        private_fostering_visits="""
        visit_id        | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen | child_seen_alone | report_written_on | parent_spoken_to | not_alone_reason
        ----------------+----------------+------------+---------------+------------+----------------+------------+------------------+-------------------+------------------+-----------------
        v2026-01-13-F24 | p1-F24         | 2026-01-13 | yes           | yes        | yes            | yes        | yes              | 2026-01-13        | yes              |
        v2026-02-24-F24 | p1-F24         | 2026-02-24 | yes           | yes        | yes            | no         | no               | 2026-02-24        | yes              |
        v2026-03-01-F24 | p1-F24         | 2026-03-01 | yes           | yes        | yes            | yes        | yes              | 2026-03-01        | yes              |
        v2026-01-13-F25 | p1-F25         | 2026-01-13 | yes           | yes        | yes            | yes        | yes              | 2026-01-13        | yes              |
        v2026-02-24-F25 | p1-F25         | 2026-02-24 | yes           | yes        | yes            | yes        | no               | 2026-02-24        | yes              | baby
        v2026-01-13-F26 | p1-F26         | 2026-01-13 | yes           | yes        | yes            | yes        | yes              | 2026-01-13        | yes              |
        v2026-02-24-F26 | p1-F26         | 2026-02-24 | yes           | yes        | yes            | yes        | no               | 2026-02-24        | yes              |
        v2026-01-13-F27 | p1-F27         | 2026-01-13 | yes           | yes        | yes            | yes        | yes              | 2026-01-13        | yes              |
        v2026-02-24-F27 | p1-F27         | 2026-02-24 | yes           | yes        | yes            | yes        | yes              |                   | yes              |
        v2026-01-13-F30 | p1-F30         | 2026-01-13 | yes           | yes        | yes            | yes        | yes              | 2026-01-13        | yes              |
        """,
    ),
)
