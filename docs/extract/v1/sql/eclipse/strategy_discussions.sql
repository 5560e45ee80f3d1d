-- strategy_discussions.csv of the Madegood extract, from the Standard
-- Safeguarding Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as
-- strategy_discussions.csv. Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: meeting_id, follows_discussion_id, duplicate_of,
-- threshold_decision_at, mode, out_of_hours, open_case, looked_after,
-- chair_role, delay_reason, escalated_at, rescinded_at, rescinded_reason,
-- moved_out_on, receiving_team_expected, outcome, outcome_recorded_at.
--
-- Only the discussions that led to a section 47 enquiry are here, each by
-- its date. One that was held without, or not held when it should have
-- been, and when it was decided that one was needed
-- (threshold_decision_at), must be added: until then no strategy discussion
-- can be timed.

SELECT DISTINCT
    CONCAT('s47-', e.s47e_s47_enquiry_id) AS discussion_id,
    e.s47e_person_id AS child_id,
    CAST(e.s47e_s47_start_date AS date) AS held_at,
    'yes' AS s47_initiated
FROM ssd_s47_enquiry AS e
WHERE e.s47e_person_id <> '-1';
