"""Every rule of the project's papers on the rules (sections 0 to 10), with what holds it.

Copied in as data: the golden cases by their ids, the other rules by the names that
their definitions have, each in a few words. `HELD` names the tests (a file under
tests/, and the test); `NOT_HELD` says why nothing here can hold it.
"""

# section | rule | what it says
RULES = """
section | rule                 | says
--------+----------------------+----------------------------------------------------------
0.2     | working_day          | Monday to Friday, no bank holiday of England and Wales
0.2     | add_working_days     | the n-th working day strictly after the start
0.2     | elapsed_working_days | end before start is a fault, never in time
0.2     | beyond_calendar      | past the last listed year, refuse
0.3     | calendar_months      | clamped to the end of the month
0.3     | weeks_beginning_with | 26 weeks that begin with a day end 181 days after it
0.3     | real_hours           | 72 hours are elapsed hours, over a change of the clocks too
0.3     | date_precision       | by date alone, the third day after is in time, and it is marked
0.4     | OVERDUE              | no stop and past the deadline: a failure, divided by
0.4     | PENDING              | still in time: not divided by
0.4     | rate                 | null where nothing is due
0.4     | bounds               | faults are given with the rate, in none of it
0.4     | cohort_management    | those whose clock started in the period
0.4     | cohort_published     | those whose clock stopped in it, to compare with tables
0.4     | as_of                | a fact recorded later is not known yet
0.5     | child_level          | the headline counts children, the list to chase meetings
0.5     | responsible          | ours placed elsewhere counts, theirs placed here does not
0.5     | turning_18           | a child's clock ends at the start of that day
0.5     | leap_day             | of age on 1 March
0.5     | future_dates         | a date to come is set aside
0.5     | missing_start        | a fault, never today
0.5     | overlapping_episodes | merged before they are counted
0.5     | four_values          | yes, no, not applicable and blank are four
0.5     | rounding             | five up
1       | SD_TIMELINESS        | one working day, and 24 hours
1       | SD_QUORUM            | social care, police and health each came
1       | SD_OUTCOME_RECORDED  | an outcome, its reason, and the record sent in a working day
1       | SD_ESCALATION        | late without being raised
1       | REFERRAL_DECISION    | decided in one working day
1       | ICPC_15WD            | of enquiries that need a conference, all that are due
1       | ICPC_PUBLISHED       | of conferences held
1       | TRANSFER_IN          | outside the group of enquiries
1       | ASSESS_45WD          | from the referral, and from its own start
1       | MACE                 | discussed in local days; actions owned and dated
2       | EPISODE_NORMALISE    | what touches is one, and a gap makes two
2       | RHI_OFFER            | blank is not offered
2       | RHI_TAKEUP           | accepted and never held is not taken up
2       | RHI_72H_ALL          | of all that are due
2       | RHI_72H_COMPLETED    | of those held, never alone
2       | RHI_FLOW             | from being told to the provider; report; plan
2       | RHI_INDEPENDENT      | not by who cares for the child or manages the case
2       | REPEAT               | three starts in ninety days, both end days counted
2       | PLACEMENT_NIGHTS     | episodes for each hundred nights, by provider
2       | PHILOMENA            | a form for each child at risk of going missing
3       | THRESHOLD_VISIT      | nothing open, and nothing decided yet
3       | CESSATION            | counted from the day they were to cease
3       | BACKDATED            | decided before and written down after
3       | DISPLACEMENT         | assessments closed at once, contacts and referrals again
3       | WORKERS_SEEN         | the same child seen by several workers before the decision
4       | CP_REVIEW_TIMELINESS | three months, then six
4       | CORE_GROUP           | ten working days
4       | CIN_REVIEW           | local weeks
4       | CP_VISITS            | local, seen alone
4       | PLAN_STRUCTURE       | each action with an owner and a day; not too long
4       | PLAN_READABILITY     | the grade of Flesch and Kincaid and five
4       | PARENT_FEEDBACK      | I know what I have to do and by when
5       | L2_REVIEW            | at least once a year, somebody seen
5       | L2_BACKLOG           | how many are past their day
5       | L2_CLOSED            | closed without a review
6       | CC_TEMP_APPROVAL     | 16 weeks, one extension of 8
6       | CC_TRAINING_OFFER    | offered by name; taken up in 12 months; the gap
6       | TSDS                 | 12 months from full approval, or 18
7       | SGO_PATHWAY          | from the plan to the order, open ones counted as lasting
7       | SGO_STALLED          | nothing reached for 28 days
7       | SGO_SUPPORT          | agreed before the order
7       | SGO_FIN_REVIEW       | a year after the last review or the first payment
8       | YP_AGE               | 16 or 17 on the day they come
8       | YP_SAFE              | safe tonight
8       | YP_JOINT_INTERVIEW   | on the next working day
8       | YP_ADVOCATE          | offered at the start
8       | YP_EVIDENCE          | the whole of the pack by the outcome
8       | YP_INFORMED          | a refusal after all was told
8       | YP_B_AND_B           | nights
8       | YP_CLOSED_EARLY      | closed before section 20 was decided
8       | YP_S20               | of those found homeless and in need; never a target
8       | YP_ASSESSMENT        | in 45 working days from the referral
8       | YP_FOLLOW_UP         | after 1, 4 and 12 weeks
8       | YP_NEW_PRESENTATION  | again after 28 days is a new one
9       | PF_WHO               | no relative, 28 days, under sixteen
9       | PF_INITIAL_ACTION    | all four seen in 7 working days
9       | PF_VISIT_INTERVAL    | 6 weeks, and 12 from the second year
9       | PF_ASSESSMENT        | 42 working days, local
9       | PF_AWARENESS         | who told; what was found; days unknown
10      | LEGAL_CLOCK          | 30 and 70 working days from receiving the report
10      | AUDIT_COMPLETION     | by the day due, else 20 working days
10      | AUDIT_AGREEMENT      | kappa from 30, else raw agreement and how many
10      | AUDIT_IMPACT         | actions closed with evidence in time
10      | AUDIT_SAMPLING       | random, the seed kept; themed samples never pooled
"""

UNIT = "unit/clock/test_working_days.py"
# rule or golden case → tests, each `file: test`.
HELD = {
    "working_day": f"{UNIT}: test_scottish_and_irish_holidays_are_not_ours",
    "add_working_days": f"{UNIT}: test_the_nth_working_day_strictly_after_the_start",
    "elapsed_working_days": f"{UNIT}: test_an_end_before_its_start_has_no_answer",
    "beyond_calendar": f"{UNIT}: "
    "test_a_deadline_past_the_last_listed_year_is_refused_and_not_guessed",
    "calendar_months": "unit/clock/test_periods.py: "
    "test_calendar_months_are_clamped_to_the_months_end",
    "weeks_beginning_with": "spec/test_guardianship_orders.py: "
    "test_sgo_06_in_court_the_26_weeks_begin_with_the_day_of_issue",
    "real_hours": "unit/clock/test_moments.py: "
    "test_seventy_two_hours_over_the_spring_change_are_real_hours",
    "date_precision": "spec/test_missing_boundaries.py: "
    "test_by_date_alone_the_third_day_after_is_in_time",
    "OVERDUE": "spec/test_the_rate.py: "
    "test_open_and_overdue_is_divided_by_and_excluded_is_not",
    "PENDING": "spec/test_return_interview_golden.py: "
    "test_rhi_08_at_the_due_minute_there_is_still_time",
    "rate": "spec/test_the_rate.py: test_nothing_due_is_no_rate_and_not_nought",
    "bounds": "spec/test_the_rate.py: "
    "test_bad_rows_are_in_the_bounds_and_not_in_the_rate",
    "cohort_management": "unit/measures/test_summarise.py: "
    "test_a_period_and_a_group_choose_the_rows",
    "cohort_published": "spec/test_strategy_conferences.py: "
    "test_conferences_of_those_held",
    "as_of": "spec/test_missing_boundaries.py: "
    "test_a_correction_counts_from_the_day_it_was_written",
    "child_level": "spec/test_strategy_meetings.py: "
    "test_sd_18_one_late_discussion_of_three_siblings_is_one_meeting",
    "responsible": "spec/test_return_interview_golden.py: "
    "test_rhi_13_another_authoritys_child_placed_here_is_left_out",
    "turning_18": "spec/test_return_interview_cases.py: "
    "test_a_birthday_stops_the_clock_at_the_start_of_its_day",
    "leap_day": "unit/clock/test_periods.py: "
    "test_a_leap_day_child_comes_of_age_on_the_first_of_march",
    "future_dates": "spec/test_missing_boundaries.py: "
    "test_an_event_after_the_day_asked_about_has_not_happened",
    "missing_start": "spec/test_missing_boundaries.py: "
    "test_bad_data_is_said_and_never_met",
    "overlapping_episodes": "spec/test_missing_boundaries.py: "
    "test_episodes_that_touch_are_one_and_a_gap_makes_two",
    "four_values": "spec/test_interview_boundaries.py: "
    "test_an_offer_is_yes_no_inapplicable_or_not_recorded",
    "rounding": "unit/measures/test_rounding.py: ",
    "SD_TIMELINESS": "spec/test_strategy_boundaries.py: "
    "test_the_minute_after_24_hours_is_late test_what_is_left_out_of_both_clocks "
    "test_a_call_counts_with_all_three_else_the_meeting_after_it",
    "SD_QUORUM": "spec/test_strategy_boundaries.py: test_a_blank_is_not_an_absence",
    "SD_ESCALATION": "spec/test_strategy_boundaries.py: "
    "test_a_late_discussion_is_raised_within_a_working_day_of_falling_due",
    "REFERRAL_DECISION": "spec/test_strategy_boundaries.py: "
    "test_a_referral_is_decided_by_the_end_of_the_next_working_day",
    "ICPC_15WD": "spec/test_strategy_conferences.py: test_conferences_of_all_due",
    "ICPC_PUBLISHED": "spec/test_strategy_conferences.py: "
    "test_conferences_of_those_held",
    "TRANSFER_IN": "spec/test_strategy_conferences.py: test_conferences_of_those_held",
    "ASSESS_45WD": "spec/test_strategy_conferences.py: "
    "test_an_assessment_from_its_referral test_an_assessment_from_its_start",
    "EPISODE_NORMALISE": "spec/test_missing_boundaries.py: "
    "test_episodes_that_touch_are_one_and_a_gap_makes_two",
    "RHI_OFFER": "spec/test_interview_boundaries.py: "
    "test_an_offer_must_have_a_time_to_be_in_time",
    "RHI_TAKEUP": "spec/test_interview_boundaries.py: "
    "test_an_offer_is_taken_up_however_late_the_interview",
    "RHI_72H_ALL": "spec/test_return_interview_golden.py: "
    "test_rhi_05_a_refusal_counts_among_all_due",
    "RHI_72H_COMPLETED": "spec/test_return_interview_golden.py: "
    "test_rhi_05_a_refusal_is_not_among_those_held",
    "RHI_FLOW": "spec/test_interview_boundaries.py: "
    "test_the_provider_is_asked_within_a_day_of_our_being_told "
    "test_five_working_days_skip_the_weekend_and_the_bank_holiday "
    "test_the_plan_has_ten_working_days_from_the_report_or_the_interview",
    "RHI_INDEPENDENT": "spec/test_interview_boundaries.py: "
    "test_independence_is_yes_no_inapplicable_or_not_recorded",
    "REPEAT": "spec/test_counting_missing.py: "
    "test_three_times_in_ninety_days_counts_both_end_days",
    "PLACEMENT_NIGHTS": "spec/test_counting_missing.py: "
    "test_nights_are_split_where_the_placement_changed",
    "THRESHOLD_VISIT": "spec/test_threshold_visits.py: "
    "test_what_was_open_at_the_visit test_siblings_seen_at_one_visit_are_counted_each",
    "CESSATION": "spec/test_threshold_visits.py: "
    "test_once_they_were_to_cease_only_visits_from_that_day_on_are_counted",
    "BACKDATED": "spec/test_threshold_visits.py: "
    "test_a_visit_counts_until_the_minute_of_the_decision",
    "DISPLACEMENT": "spec/test_threshold_displaced.py: "
    "test_an_assessment_closed_by_the_tenth_working_day_with_nothing_further "
    "test_a_contact_that_comes_again_by_the_twentieth_working_day "
    "test_a_referral_in_the_twelve_calendar_months_after_another",
    "CP_REVIEW_TIMELINESS": "spec/test_plan_reviews.py: "
    "test_a_review_on_its_last_day_is_in_time_and_the_next_runs_six_months "
    "test_a_conference_without_a_quorum_is_no_review_and_one_left_blank_is_marked",
    "CORE_GROUP": "spec/test_plan_reviews.py: "
    "test_a_core_group_runs_from_the_conference_while_the_plan_does",
    "CIN_REVIEW": "spec/test_plan_reviews.py: "
    "test_the_weeks_of_a_child_in_need_plan_are_local",
    "PLAN_STRUCTURE": "spec/test_plan_words.py: "
    "test_the_actions_of_one_version_are_counted_and_of_no_other",
    "PLAN_READABILITY": "unit/intake/test_plain_words.py: "
    "test_the_reading_age_is_the_grade_of_the_formula_and_five",
    "PARENT_FEEDBACK": "spec/test_plan_clarity.py: "
    "test_parents_who_answered_know_from_four_of_five",
    "L2_REVIEW": "spec/test_level2_reviews.py: test_each_review_starts_the_next_year",
    "L2_BACKLOG": "spec/test_level2_reviews.py: "
    "test_the_backlog_is_of_open_services_past_their_day",
    "L2_CLOSED": "spec/test_level2_reviews.py: "
    "test_a_service_closed_without_a_review_is_counted",
    "CC_TEMP_APPROVAL": "spec/test_carer_approval.py: "
    "test_approval_for_the_time_being_lasts_sixteen_weeks "
    "test_one_extension_before_it_expires_by_eight_weeks_at_most",
    "CC_TRAINING_OFFER": "spec/test_carer_training.py: "
    "test_an_offer_is_dated_and_to_the_carer_by_name "
    "test_a_core_course_in_the_last_twelve_months_is_take_up "
    "test_the_gap_is_mainstream_less_connected",
    "TSDS": "spec/test_carer_approval.py: "
    "test_standards_are_due_a_year_after_full_approval_or_eighteen_months",
    "SGO_PATHWAY": "spec/test_guardianship_orders.py: "
    "test_the_median_has_the_open_and_those_given_up_as_so_long_at_least",
    "SGO_STALLED": "spec/test_guardianship_orders.py: "
    "test_a_plan_has_stalled_on_the_29th_day_without_a_step",
    "SGO_SUPPORT": "spec/test_guardianship_support.py: "
    "test_support_is_agreed_by_the_day_of_the_order",
    "SGO_FIN_REVIEW": "spec/test_guardianship_support.py: "
    "test_the_share_in_date_is_of_those_reviewed_or_overdue",
    "YP_AGE": "spec/test_homeless_first_days.py: "
    "test_who_is_counted_is_16_or_17_on_the_day_they_come",
    "YP_SAFE": "spec/test_homeless_first_days.py: test_safe_by_the_end_of_the_same_day",
    "YP_JOINT_INTERVIEW": "spec/test_homeless_first_days.py: "
    "test_the_joint_interview_is_on_the_next_working_day_at_the_latest",
    "YP_ADVOCATE": "spec/test_homeless_first_days.py: "
    "test_an_advocate_is_offered_by_the_joint_interview",
    "YP_EVIDENCE": "spec/test_homeless_decisions.py: "
    "test_the_evidence_is_whole_when_every_part_is_there_by_the_outcome",
    "YP_INFORMED": "spec/test_homeless_decisions.py: "
    "test_a_refusal_is_informed_if_all_was_told_before_it",
    "YP_B_AND_B": "spec/test_homeless_decisions.py: "
    "test_nights_in_bed_and_breakfast_are_added_up",
    "YP_CLOSED_EARLY": "spec/test_homeless_decisions.py: "
    "test_a_case_is_closed_early_before_section_20_is_decided",
    "YP_S20": "spec/test_homeless_decisions.py: "
    "test_section_20_is_of_those_found_homeless_and_in_need "
    "test_section_20_is_never_a_target",
    "PF_WHO": "spec/test_private_fostering_or_not.py: "
    "test_what_is_no_such_arrangement_is_in_none_of_its_measures",
    "PF_INITIAL_ACTION": "spec/test_private_fostering_visits.py: "
    "test_the_first_visit_is_done_when_the_last_of_the_four_is_seen",
    "PF_VISIT_INTERVAL": "spec/test_private_fostering_visits.py: "
    "test_pf_07_the_first_year_runs_from_when_the_authority_knew",
    "PF_ASSESSMENT": "spec/test_private_fostering_visits.py: "
    "test_the_assessment_has_forty_two_working_days",
    "PF_AWARENESS": "spec/test_private_fostering_awareness.py: "
    "test_awareness_is_the_share_that_had_to_be_found",
    "LEGAL_CLOCK": "spec/test_duties_after_inspection.py: "
    "test_ap_01_the_report_in_30_working_days_and_the_statement_in_70",
    "AUDIT_COMPLETION": "spec/test_audit_completed.py: "
    "test_an_audit_given_no_day_has_twenty_working_days_or_what_is_set",
    "AUDIT_AGREEMENT": "spec/test_grade_agreement.py: "
    "test_below_thirty_there_is_no_kappa_and_the_raw_agreement_stands",
    "AUDIT_IMPACT": "spec/test_audit_actions.py: "
    "test_an_action_is_in_time_on_its_day_and_late_the_day_after",
    # ---- golden cases that no row of a measure holds: the rest are asked one by one
    "SD-18": "spec/test_strategy_meetings.py: "
    "test_sd_18_one_late_discussion_of_three_siblings_is_one_meeting",
    "SGO-03": "spec/test_guardianship_notice.py: "
    "test_sgo_03_and_05_three_months_of_notice_unless_the_court_asks_of_itself",
    "SGO-05": "spec/test_guardianship_notice.py: "
    "test_sgo_03_and_05_three_months_of_notice_unless_the_court_asks_of_itself",
    "PF-11": "spec/test_private_fostering_or_not.py: "
    "test_pf_11_who_is_a_relative_in_law",
    "PF-12": "spec/test_private_fostering_or_not.py: "
    "test_pf_12_a_short_stay_has_two_limbs_how_long_it_was_and_was_meant_to_be",
    "PF-14": "spec/test_private_fostering_or_not.py: "
    "test_pf_14_a_pupil_in_the_holidays_is_one_from_the_fifteenth_night",
    "AP-01": "spec/test_duties_after_inspection.py: "
    "test_ap_01_the_report_in_30_working_days_and_the_statement_in_70",
}

NOT_HELD = {
    "SD_OUTCOME_RECORDED": "no table of the extract holds the reason for an outcome, or "
    "when the record was sent out; the list of measures has none of it",
    "MACE": "there is no law or definition, and the list of measures has none: the "
    "tables are read, and an authority's own terms would be a measure of its own",
    "PHILOMENA": "no table holds whether a child has such a form",
    "WORKERS_SEEN": "no measure of the list; worker_id is in the extract for it",
    "CP_VISITS": "local, with no measure in the list; the visits are read",
    "YP_ASSESSMENT": "is that of every child: assessment_45wd_from_referral",
    "YP_FOLLOW_UP": "local, with no measure in the list; the three days are read",
    "YP_NEW_PRESENTATION": "each row of the extract is a presentation already: whoever "
    "writes it decides which of them are new",
    "AUDIT_SAMPLING": "drawing a sample is the work of the audit rooms; what is read "
    "from an authority's own history was drawn there",
}
