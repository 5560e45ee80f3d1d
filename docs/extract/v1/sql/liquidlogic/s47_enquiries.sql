-- s47_enquiries.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Liquidlogic (SystemC).
-- Run it and save what it gives, with its headings, as s47_enquiries.csv.
-- Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: outcome.
--
-- discussion_id is that of strategy_discussions.sql: put your own in its
-- place where you write that table yourself.
--
-- conference_required is no where nothing further was to be done. Where
-- there is neither that nor a conference it is not known, and left blank:
-- an enquiry whose conference is late looks the same, so add it from the
-- form.

SELECT DISTINCT
    e.s47e_s47_enquiry_id AS enquiry_id,
    e.s47e_person_id AS child_id,
    CONCAT('s47-', e.s47e_s47_enquiry_id) AS discussion_id,
    CAST(e.s47e_s47_start_date AS date) AS started_on,
    CASE
        WHEN EXISTS (SELECT 1 FROM ssd_initial_cp_conference AS c WHERE c.icpc_s47_enquiry_id = e.s47e_s47_enquiry_id) THEN 'yes'
        WHEN UPPER(e.s47e_s47_nfa) = 'Y' THEN 'no'
    END AS conference_required,
    CAST(e.s47e_s47_end_date AS date) AS completed_on,
    COALESCE(t.dept_team_name, e.s47e_s47_completed_by_team) AS team
FROM ssd_s47_enquiry AS e
LEFT JOIN ssd_department AS t ON t.dept_team_id = e.s47e_s47_completed_by_team
WHERE e.s47e_person_id <> '-1';
