-- conferences.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as conferences.csv.
-- Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: notified_on, quorate.
--
-- For a transfer in, the clock starts at notified_on: add it.

SELECT DISTINCT
    c.icpc_icpc_id AS conference_id,
    c.icpc_person_id AS child_id,
    c.icpc_s47_enquiry_id AS enquiry_id,
    CASE
        WHEN UPPER(c.icpc_icpc_transfer_in) = 'Y' THEN 'transfer_in'
        ELSE 'initial'
    END AS kind,
    CAST(c.icpc_icpc_date AS date) AS held_on,
    CASE UPPER(c.icpc_icpc_outcome_cp_flag)
        WHEN 'Y' THEN 'plan'
        WHEN 'N' THEN 'no_plan'
    END AS outcome,
    COALESCE(t.dept_team_name, c.icpc_icpc_team) AS team
FROM ssd_initial_cp_conference AS c
LEFT JOIN ssd_department AS t ON t.dept_team_id = c.icpc_icpc_team
WHERE c.icpc_person_id <> '-1';
