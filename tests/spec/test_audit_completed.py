"""Audits: completed in time, moderated, and done with those they are about."""

LATE_JANUARY = "2026-01-30"


def test_an_audit_is_in_time_on_the_day_it_was_due_and_late_the_day_after(spec):
    spec(
        "audits_completed",
        """
        subject | state   | reason              | start      | due        | stop
        --------+---------+---------------------+------------+------------+-----------
        a1      | MET     | audit_completed     | 2026-01-05 | 2026-01-16 | 2026-01-16
        a2      | NOT_MET | late                | 2026-01-05 | 2026-01-16 | 2026-01-17
        a3      | PENDING |                     | 2026-01-05 | 2026-01-30 |
        a4      | OVERDUE | audit_not_completed | 2026-01-05 | 2026-01-29 |
        """,
        audits="""
        audit_id | allocated_on | due_on     | completed_on
        ---------+--------------+------------+-------------
        a1       | 2026-01-05   | 2026-01-16 | 2026-01-16
        a2       | 2026-01-05   | 2026-01-16 | 2026-01-17
        a3       | 2026-01-05   | 2026-01-30 |
        a4       | 2026-01-05   | 2026-01-29 |
        """,
        as_of=LATE_JANUARY,
    )


def test_an_audit_given_no_day_has_twenty_working_days_or_what_is_set(spec):
    audits = """
        audit_id | allocated_on | completed_on
        ---------+--------------+-------------
        a1       | 2026-03-26   | 2026-04-27
        a2       | 2026-03-26   | 2026-04-25
        """
    spec(
        "audits_completed",
        """
        subject | state | due
        --------+-------+-----------
        a1      | MET   | 2026-04-27
        a2      | MET   | 2026-04-27
        """,
        audits=audits,
    )
    spec(
        "audits_completed",
        """
        subject | state   | due
        --------+---------+-----------
        a1      | NOT_MET | 2026-04-24
        a2      | NOT_MET | 2026-04-24
        """,
        audits=audits,
        settings={"working_days": 19},
    )


def test_an_audit_whose_dates_cannot_be_is_a_fault_of_the_data(spec):
    spec(
        "audits_completed",
        """
        subject | state    | reason                  | counted_on
        --------+----------+-------------------------+-----------
        a1      | DQ_ERROR | allocation_not_recorded | 2026-01-16
        a2      | DQ_ERROR | due_before_allocation   | 2026-01-05
        a3      | DQ_ERROR | stop_before_start       | 2026-01-05
        a4      | EXCLUDED | other_authority         | 2026-01-05
        """,
        audits="""
        audit_id | allocated_on | due_on     | completed_on | authority
        ---------+--------------+------------+--------------+----------
        a1       |              | 2026-01-16 | 2026-01-12   |
        a2       | 2026-01-05   | 2026-01-04 | 2026-01-12   |
        a3       | 2026-01-05   | 2026-01-16 | 2026-01-04   |
        a4       | 2026-01-05   | 2026-01-16 | 2026-01-12   | E09000001
        """,
    )


MODERATED = {
    "audits": """
        audit_id | child | completed_on | grade
        ---------+-------+--------------+---------------------
        a1       | Asha  | 2026-01-05   | good
        a2       | Asha  | 2026-01-05   | good
        a3       |       | 2026-01-05   | good
        a4       | Asha  | 2026-01-05   | good
        a5       | Asha  | 2026-01-05   | good
        a6       | Asha  |              |
        a7       | Asha  | 2026-01-05   |
        a8       | Asha  | 2026-01-05   | good
        """,
    "audit_moderations": """
        audit_id | moderated_on | grade                | blind
        ---------+--------------+----------------------+------
        a1       | 2026-01-05   | good                 | yes
        a2       | 2026-01-12   | requires_improvement | no
        a4       | 2026-01-04   | good                 | yes
        a5       |              | good                 | yes
        a7       | 2026-01-12   | good                 | yes
        a8       | 2026-01-12   |                      |
        """,
}


def test_a_completed_audit_is_moderated_or_not_and_no_other_is_asked_about(spec):
    spec(
        "audits_moderated",
        """
        subject | child | state    | reason                     | stop
        --------+-------+----------+----------------------------+-----------
        a1      | Asha  | MET      | moderated                  | 2026-01-05
        a2      | Asha  | MET      | moderated                  | 2026-01-12
        a3      |       | NOT_MET  | not_moderated              |
        a4      | Asha  | DQ_ERROR | moderated_before_completed | 2026-01-04
        a5      | Asha  | DQ_ERROR | moderation_not_dated       |
        a7      | Asha  | MET      | moderated                  | 2026-01-12
        a8      | Asha  | MET      | moderated                  | 2026-01-12
        """,
        **MODERATED,
    )


def test_grades_agree_only_where_both_were_given(spec):
    spec(
        "audit_grade_agreement",
        """
        subject | state          | reason                     | flags
        --------+----------------+----------------------------+----------
        a1      | MET            | grades_agree               |
        a2      | NOT_MET        | grades_differ              | not_blind
        a3      | NOT_APPLICABLE | not_moderated              |
        a4      | DQ_ERROR       | moderated_before_completed |
        a5      | DQ_ERROR       | moderation_not_dated       |
        a7      | DQ_ERROR       | grade_not_recorded         |
        a8      | DQ_ERROR       | grade_not_recorded         |
        """,
        **MODERATED,
    )


def test_a_moderation_after_the_day_asked_about_is_not_known_yet(spec):
    spec(
        "audit_grade_agreement",
        """
        subject | state          | reason
        --------+----------------+--------------
        a1      | NOT_APPLICABLE | not_moderated
        """,
        audits="""
        audit_id | completed_on | grade
        ---------+--------------+------
        a1       | 2026-01-05   | good
        """,
        audit_moderations="""
        audit_id | moderated_on | grade
        ---------+--------------+------
        a1       | 2026-01-31   | good
        """,
        as_of=LATE_JANUARY,
    )


def test_a_blank_is_not_a_no(spec):
    audits = """
        audit_id | completed_on | family_contact | practitioner_present
        ---------+--------------+----------------+---------------------
        a1       | 2026-01-05   | yes            | no
        a2       | 2026-01-05   | no             | yes
        a3       | 2026-01-05   |                |
        a4       | 2026-01-05   | not_applicable | not_applicable
        a5       |              | yes            | yes
        """
    spec(
        "audits_with_family_feedback",
        """
        subject | state          | reason
        --------+----------------+----------------------------
        a1      | MET            | family_asked
        a2      | NOT_MET        | family_not_asked
        a3      | DQ_ERROR       | family_contact_not_recorded
        a4      | NOT_APPLICABLE | said_not_to_apply
        """,
        audits=audits,
    )
    spec(
        "audits_with_practitioner",
        """
        subject | state          | reason
        --------+----------------+----------------------------------
        a1      | NOT_MET        | done_without
        a2      | MET            | done_with_practitioner
        a3      | DQ_ERROR       | practitioner_present_not_recorded
        a4      | NOT_APPLICABLE | said_not_to_apply
        """,
        audits=audits,
    )
