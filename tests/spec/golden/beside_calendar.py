"""Cases of the calendar and the clock: holidays that came once, substitute days, the nights
the clocks change, days by London and not by UTC, and what was written down later."""

from tests.spec.golden.case import case

CALENDAR = (
    # Holidays that came once, were moved or substituted; an ordinary Monday in the year that
    # its holiday was moved; Scotland's own days count.
    case(
        "H-WD-1",
        """
        measure                 | subject | state   | due        | flags
        ------------------------+---------+---------+------------+------------------
        strategy_discussion_1wd | d1-W01  | MET     | 2023-05-09 | long_calendar_gap
        strategy_discussion_1wd | d1-W02  | MET     | 2022-09-20 |
        strategy_discussion_1wd | d1-W03  | NOT_MET | 2022-05-30 |
        strategy_discussion_1wd | d1-W04  | MET     | 2022-06-06 |
        strategy_discussion_1wd | d1-W05  | NOT_MET | 2020-05-04 |
        strategy_discussion_1wd | d1-W06  | MET     | 2020-05-11 |
        strategy_discussion_1wd | d1-W07  | MET     | 2021-12-29 |
        strategy_discussion_1wd | d1-W08  | NOT_MET | 2022-01-04 |
        strategy_discussion_1wd | d1-W09  | NOT_MET | 2026-01-02 |
        strategy_discussion_1wd | d1-W10  | NOT_MET | 2026-08-03 |
        strategy_discussion_1wd | d1-W11  | MET     | 2026-05-05 |
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------------
        d1-W01        | c1-W01   | 2023-05-05T15:00      | 2023-05-09T10:00
        d1-W02        | c1-W02   | 2022-09-16T15:00      | 2022-09-20T10:00
        d1-W03        | c1-W03   | 2022-05-27T15:00      | 2022-05-31T10:00
        d1-W04        | c1-W04   | 2022-06-01T15:00      | 2022-06-06T10:00
        d1-W05        | c1-W05   | 2020-05-01T15:00      | 2020-05-05T10:00
        d1-W06        | c1-W06   | 2020-05-07T15:00      | 2020-05-11T10:00
        d1-W07        | c1-W07   | 2021-12-24T15:00      | 2021-12-29T10:00
        d1-W08        | c1-W08   | 2021-12-31T10:00      | 2022-01-05T10:00
        d1-W09        | c1-W09   | 2025-12-31T10:00      | 2026-01-05T10:00
        d1-W10        | c1-W10   | 2026-07-31T10:00      | 2026-08-04T10:00
        d1-W11        | c1-W11   | 2026-05-02T10:00      | 2026-05-05T23:59
        """,
    ),
    # The day is London's: in summer it ends an hour before UTC's.
    case(
        "H-WD-2",
        """
        measure                 | subject | state   | due
        ------------------------+---------+---------+-----------
        strategy_discussion_1wd | d1-W12  | NOT_MET | 2026-05-06
        strategy_discussion_1wd | d1-W13  | MET     | 2026-07-02
        strategy_discussion_1wd | d1-W14  | NOT_MET | 2026-07-02
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+------------------
        d1-W12        | c1-W12   | 2026-05-05T10:00      | 2026-05-07T00:00
        d1-W13        | c1-W13   | 2026-06-30T23:30Z     | 2026-07-02T22:59Z
        d1-W14        | c1-W14   | 2026-06-30T23:30Z     | 2026-07-02T23:01Z
        """,
    ),
    # Seventy-two hours of calendar are no long gap; a minute more is.
    case(
        "H-WD-3",
        """
        measure                 | subject | state | due        | flags             | without
        ------------------------+---------+-------+------------+-------------------+------------------
        strategy_discussion_1wd | d1-W17  | MET   | 2026-05-05 |                   | long_calendar_gap
        strategy_discussion_1wd | d1-W18  | MET   | 2026-05-05 | long_calendar_gap |
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------------
        d1-W17        | c1-W17   | 2026-05-02T10:00      | 2026-05-05T10:00
        d1-W18        | c1-W18   | 2026-05-02T10:00      | 2026-05-05T10:01
        """,
    ),
    # Real hours over the night in March, and in October.
    case(
        "H-WD-4",
        """
        measure                 | subject | state
        ------------------------+---------+--------
        strategy_discussion_24h | d1-H03  | MET
        strategy_discussion_24h | d1-H04  | NOT_MET
        strategy_discussion_24h | d1-H05  | MET
        strategy_discussion_24h | d1-H06  | NOT_MET
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------------
        d1-H03        | c1-H03   | 2026-03-28T12:00      | 2026-03-29T13:00
        d1-H04        | c1-H04   | 2026-03-28T12:00      | 2026-03-29T13:01
        d1-H05        | c1-H05   | 2025-10-25T12:00      | 2025-10-26T11:00
        d1-H06        | c1-H06   | 2025-10-25T12:00      | 2025-10-26T11:30
        """,
    ),
    # At the last minute there is still time.
    case(
        "H-WD-5",
        """
        measure                 | subject | state   | as_of
        ------------------------+---------+---------+-----------------
        strategy_discussion_24h | d1-H07  | PENDING | 2026-03-04T10:00
        strategy_discussion_24h | d1-H08  | OVERDUE | 2026-03-04T10:01
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at
        --------------+----------+----------------------
        d1-H07        | c1-H07   | 2026-03-03T10:00
        d1-H08        | c1-H08   | 2026-03-03T10:00
        """,
    ),
    # What was written down after the moment asked about, to the minute; a correction that
    # takes a date away; a day to come.
    case(
        "H-AS-1",
        """
        measure                 | subject | state   | as_of
        ------------------------+---------+---------+-----------------
        strategy_discussion_1wd | d1-L01  | OVERDUE | 2026-03-05
        strategy_discussion_1wd | d1-L02  | MET     | 2026-03-10
        strategy_discussion_1wd | d1-L03  | OVERDUE | 2026-03-10T08:59
        strategy_discussion_1wd | d1-L04  | OVERDUE | 2026-03-20
        strategy_discussion_1wd | d1-L06  | OVERDUE | 2026-03-05
        strategy_discussion_1wd | d1-L07  | OVERDUE | 2026-03-05
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | recorded_at      | held_at
        --------------+----------+-----------------------+------------------+-----------------
        d1-L01        | c1-L01   | 2026-03-02T10:00      | 2026-03-02T11:00 |
        d1-L01        | c1-L01   | 2026-03-02T10:00      | 2026-03-10T09:00 | 2026-03-03T10:00
        d1-L02        | c1-L02   | 2026-03-02T10:00      | 2026-03-02T11:00 |
        d1-L02        | c1-L02   | 2026-03-02T10:00      | 2026-03-10T09:00 | 2026-03-03T10:00
        d1-L03        | c1-L03   | 2026-03-02T10:00      | 2026-03-02T11:00 |
        d1-L03        | c1-L03   | 2026-03-02T10:00      | 2026-03-10T09:00 | 2026-03-03T10:00
        d1-L04        | c1-L04   | 2026-03-02T10:00      | 2026-03-10T09:00 | 2026-03-03T10:00
        d1-L04        | c1-L04   | 2026-03-02T10:00      | 2026-03-12T09:00 |
        d1-L06        | c1-L06   | 2026-03-02T10:00      | 2026-03-02T10:30 | 2026-03-06T10:00
        d1-L07        | c1-L07   | 2026-03-02T10:00      |                  | 2026-03-06T10:00
        """,
    ),
    # A decision that was written down later; days without times; no day at all.
    case(
        "H-AS-2",
        """
        measure               | subject | state    | due        | flags          | as_of
        ----------------------+---------+----------+------------+----------------+-----------
        referral_decision_1wd | r1-R02  | MET      | 2026-04-07 | date_precision |
        referral_decision_1wd | r1-R04  | OVERDUE  |            |                | 2026-04-08
        referral_decision_1wd | r1-R05  | OVERDUE  |            |                | 2026-06-05
        referral_decision_1wd | r1-R06  | DQ_ERROR |            |                |
        """,
        referrals="""
        referral_id | child_id | received_at      | decision_at      | decision_recorded_at
        ------------+----------+------------------+------------------+---------------------
        r1-R02      | c1-R02   | 2026-04-02       | 2026-04-07       |
        r1-R04      | c1-R04   | 2026-04-02T17:30 |                  |
        r1-R05      | c1-R05   | 2026-06-01T09:00 | 2026-06-02T09:00 | 2026-06-10T09:00
        r1-R06      | c1-R06   |                  | 2026-06-02T09:00 |
        """,
    ),
)
