-- cp_plans.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as cp_plans.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: temporary_other_authority.
--
-- This SSD does not mark plans of other authorities, held here while a
-- child stays: leave them out, or add temporary_other_authority.

SELECT DISTINCT
    p.cppl_cp_plan_id AS plan_id,
    p.cppl_person_id AS child_id,
    p.cppl_icpc_id AS conference_id,
    CAST(p.cppl_cp_plan_start_date AS date) AS started_on,
    CAST(p.cppl_cp_plan_end_date AS date) AS ended_on
FROM ssd_cp_plans AS p
WHERE p.cppl_person_id <> '-1';
