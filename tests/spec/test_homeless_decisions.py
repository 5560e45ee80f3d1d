"""Homeless children of 16 and 17: what they were told, and how it ended: rules.md §8."""

from madegood.measures import measure

CHILDREN = """
child | born
------+-----------
Asha  | 2009-06-01
"""
WHOLE = {
    "presentation_id": "h",
    "child": "Asha",
    "presented_at": "2026-03-02",
    "rights_pack_given_on": "2026-03-03",
    "advocate_offered_on": "2026-03-03",
    "s20_decision_on": "2026-03-12",
    "s20_limb": "20(1)(c)",
    "s20_authorised_by_role": "manager",
    "options_explained_on": "2026-03-13",
    "childs_words_recorded": "yes",
    "child_decision": "accept",
    "child_decision_on": "2026-03-16",
    "capacity_view": ".",
    "reoffer_on": ".",
    "outcome": "lac_s20",
    "outcome_on": "2026-03-30",
}
DECLINED = {
    "child_decision": "decline",
    "capacity_view": "able",
    "reoffer_on": "2026-04-13",
    "outcome": "returned_home",
}


def presentations(*changes):
    """One presentation for each: a whole one but for what is changed (`.` is blank)."""
    rows = [
        {**WHOLE, "presentation_id": f"h{number:02}", **change}
        for number, change in enumerate(changes, 1)
    ]
    lines = [" | ".join(WHOLE), "---"]
    lines += [
        " | ".join("" if row[name] == "." else row[name] for name in WHOLE)
        for row in rows
    ]
    return "\n".join(lines)


def test_the_evidence_is_whole_when_every_part_is_there_by_the_outcome(spec):
    spec(
        "homeless_evidence_pack",
        """
        subject | state    | reason
        --------+----------+------------------------
        h01     | MET      | evidence_whole
        h02     | NOT_MET  | rights_pack_not_given
        h03     | NOT_MET  | advocate_not_offered
        h04     | NOT_MET  | s20_not_decided
        h05     | NOT_MET  | s20_reason_not_recorded
        h06     | NOT_MET  | s20_not_authorised
        h07     | NOT_MET  | options_not_explained
        h08     | NOT_MET  | words_not_recorded
        h09     | NOT_MET  | words_not_recorded
        h10     | NOT_MET  | decision_not_recorded
        h11     | MET      | evidence_whole
        h12     | NOT_MET  | written_after_outcome
        h13     | NOT_DUE  | no_outcome
        h14     | DQ_ERROR | outcome_not_dated
        """,
        children=CHILDREN,
        homeless_presentations=presentations(
            {},
            {"rights_pack_given_on": "."},
            {"advocate_offered_on": "."},
            {"s20_decision_on": "."},
            {"s20_limb": "."},
            {"s20_authorised_by_role": "."},
            {"options_explained_on": "."},
            {"childs_words_recorded": "no"},
            {"childs_words_recorded": "."},
            {"child_decision": "."},
            {"options_explained_on": "2026-03-30"},
            {"options_explained_on": "2026-03-31"},
            {"outcome": ".", "outcome_on": "."},
            {"outcome_on": "."},
        ),
    )


def test_who_declined_has_a_view_of_capacity_and_is_offered_again(spec):
    spec(
        "homeless_evidence_pack",
        """
        subject | state   | reason
        --------+---------+----------------------
        h01     | MET     | evidence_whole
        h02     | NOT_MET | capacity_not_recorded
        h03     | NOT_MET | no_offer_again
        """,
        children=CHILDREN,
        homeless_presentations=presentations(
            DECLINED,
            {**DECLINED, "capacity_view": "."},
            {**DECLINED, "reoffer_on": "."},
        ),
    )


def test_a_refusal_is_informed_if_all_was_told_before_it(spec):
    spec(
        "homeless_informed",
        """
        subject | state          | reason                | stop
        --------+----------------+-----------------------+-----------
        h01     | MET            | informed              | 2026-03-16
        h02     | NOT_MET        | options_not_explained | 2026-03-16
        h03     | NOT_MET        | advocate_not_offered  | 2026-03-16
        h04     | NOT_MET        | rights_pack_not_given | 2026-03-16
        h05     | NOT_MET        | words_not_recorded    | 2026-03-16
        h06     | NOT_MET        | capacity_not_recorded | 2026-03-16
        h07     | NOT_MET        | told_after_deciding   | 2026-03-16
        h08     | MET            | informed              | 2026-03-16
        h09     | NOT_APPLICABLE | not_declined          | 2026-03-16
        h10     | NOT_DUE        | child_undecided       | 2026-03-16
        h11     | NOT_DUE        | child_undecided       |
        h12     | DQ_ERROR       | childs_decision_not_dated |
        """,
        children=CHILDREN,
        homeless_presentations=presentations(
            DECLINED,
            {**DECLINED, "options_explained_on": "."},
            {**DECLINED, "advocate_offered_on": "."},
            {**DECLINED, "rights_pack_given_on": "."},
            {**DECLINED, "childs_words_recorded": "."},
            {**DECLINED, "capacity_view": "."},
            {**DECLINED, "advocate_offered_on": "2026-03-17"},
            {**DECLINED, "advocate_offered_on": "2026-03-16"},
            {},
            {"child_decision": "undecided"},
            {"child_decision": ".", "child_decision_on": "."},
            {**DECLINED, "child_decision_on": "."},
        ),
    )


def test_nights_in_bed_and_breakfast_are_added_up(spec):
    spec(
        "homeless_bed_and_breakfast_nights",
        """
        subject | state          | reason                     | amount
        --------+----------------+----------------------------+-------
        h1      | MET            | in_bed_and_breakfast       | 3.0
        h2      | NOT_MET        | never_in_bed_and_breakfast | 0.0
        h3      | DQ_ERROR       | nights_not_recorded        |
        h4      | NOT_APPLICABLE | no_nights_recorded         |
        h5      | EXCLUDED       | care_leaver                | 2.0
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at | emergency_accommodation_at | emergency_accommodation_kind | bed_and_breakfast_nights | care_leaver
        ----------------+-------+--------------+----------------------------+------------------------------+--------------------------+------------
        h1              | Asha  | 2026-03-02   | 2026-03-02                 | bed_and_breakfast            | 3                        |
        h2              | Asha  | 2026-03-02   | 2026-03-02                 | foster_care                  | 0                        |
        h3              | Asha  | 2026-03-02   | 2026-03-02                 | hotel                        |                          |
        h4              | Asha  | 2026-03-02   | 2026-03-02                 | foster_care                  |                          |
        h5              | Asha  | 2026-03-02   | 2026-03-02                 | bed_and_breakfast            | 2                        | yes
        """,
    )


def test_a_case_is_closed_early_before_section_20_is_decided(spec):
    spec(
        "homeless_closed_early",
        """
        subject | state    | reason
        --------+----------+--------------------------
        h1      | MET      | closed_before_s20_decided
        h2      | MET      | closed_before_s20_decided
        h3      | NOT_MET  | s20_decided
        h4      | NOT_DUE  | not_closed
        h5      | DQ_ERROR | stop_before_start
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at | s20_decision_on | closed_on
        ----------------+-------+--------------+-----------------+-----------
        h1              | Asha  | 2026-03-02   |                 | 2026-03-30
        h2              | Asha  | 2026-03-02   | 2026-03-31      | 2026-03-30
        h3              | Asha  | 2026-03-02   | 2026-03-30      | 2026-03-30
        h4              | Asha  | 2026-03-02   |                 |
        h5              | Asha  | 2026-03-02   |                 | 2026-03-01
        """,
    )


def test_section_20_is_of_those_found_homeless_and_in_need(spec):
    spec(
        "homeless_s20",
        """
        subject | state          | reason
        --------+----------------+---------------------
        h1      | MET            | accommodated_s20
        h2      | NOT_MET        | other_outcome
        h3      | NOT_APPLICABLE | not_homeless
        h4      | NOT_APPLICABLE | not_in_need
        h5      | NOT_DUE        | no_outcome
        h6      | DQ_ERROR       | finding_not_recorded
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at | found_homeless | in_need | outcome          | outcome_on
        ----------------+-------+--------------+----------------+---------+------------------+-----------
        h1              | Asha  | 2026-03-02   | yes            | yes     | lac_s20          | 2026-03-30
        h2              | Asha  | 2026-03-02   | yes            | yes     | s17_accommodated | 2026-03-30
        h3              | Asha  | 2026-03-02   | no             | yes     | returned_home    | 2026-03-30
        h4              | Asha  | 2026-03-02   | yes            | no      | housing_act      | 2026-03-30
        h5              | Asha  | 2026-03-02   | yes            | yes     |                  |
        h6              | Asha  | 2026-03-02   | yes            |         | returned_home    | 2026-03-30
        """,
    )


def test_section_20_is_never_a_target():
    assert measure("homeless_s20").never_a_target
