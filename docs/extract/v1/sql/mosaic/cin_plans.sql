-- cin_plans.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as cin_plans.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: end_reason.
--
-- Reviews of these plans are in no standard: write cin_reviews.csv from the
-- forms.

SELECT DISTINCT
    p.cin_plan_id AS plan_id,
    p.cinp_person_id AS child_id,
    CAST(p.cinp_cin_plan_start_date AS date) AS started_on,
    CAST(p.cinp_cin_plan_end_date AS date) AS ended_on,
    COALESCE(t.dept_team_name, p.cinp_cin_plan_team) AS team
FROM ssd_cin_plans AS p
LEFT JOIN ssd_department AS t ON t.dept_team_id = p.cinp_cin_plan_team
WHERE p.cinp_person_id <> '-1';
