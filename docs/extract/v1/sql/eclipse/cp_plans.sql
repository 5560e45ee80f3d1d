-- cp_plans.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as cp_plans.csv. Then:
-- madegood data check FOLDER
--
-- The SSD holds every column of it.

SELECT DISTINCT
    p.cppl_cp_plan_id AS plan_id,
    p.cppl_person_id AS child_id,
    p.cppl_icpc_id AS conference_id,
    CAST(p.cppl_cp_plan_start_date AS date) AS started_on,
    CAST(p.cppl_cp_plan_end_date AS date) AS ended_on,
    p.cppl_cp_plan_ola AS temporary_other_authority
FROM ssd_cp_plans AS p
WHERE p.cppl_person_id <> '-1';
