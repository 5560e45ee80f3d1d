-- assessments.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as assessments.csv.
-- Then: madegood data check FOLDER
--
-- The SSD holds every column of it.
--
-- outcome is filled only where nothing followed: other outcomes are flags
-- in cina_assessment_outcome_json, and no measure needs them.

SELECT DISTINCT
    a.cina_assessment_id AS assessment_id,
    a.cina_person_id AS child_id,
    a.cina_referral_id AS referral_id,
    CAST(a.cina_assessment_start_date AS date) AS started_on,
    CAST(a.cina_assessment_auth_date AS date) AS authorised_on,
    a.cina_assessment_child_seen AS child_seen,
    CASE UPPER(a.cina_assessment_outcome_nfa)
        WHEN 'Y' THEN 'no_further_action'
    END AS outcome,
    COALESCE(t.dept_team_name, a.cina_assessment_team) AS team
FROM ssd_cin_assessments AS a
LEFT JOIN ssd_department AS t ON t.dept_team_id = a.cina_assessment_team
WHERE a.cina_person_id <> '-1';
