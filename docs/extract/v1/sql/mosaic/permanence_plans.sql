-- permanence_plans.csv of the Madegood extract, from the Standard
-- Safeguarding Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as
-- permanence_plans.csv. Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: ended_on, end_reason, care_application_issued_on,
-- sgo_application_issued_on, order_code.
--
-- The SSD knows special guardianship only by the order, of children who
-- were looked after. A plan of it that has no order yet, and when the plan
-- was recorded, must be added: measured from orders alone, the time taken
-- flatters.

SELECT DISTINCT
    p.perm_table_id AS plan_id,
    p.perm_person_id AS child_id,
    CASE
        WHEN UPPER(p.perm_permanence_order_type) LIKE '%SPECIAL GUARDIAN%' THEN 'sgo'
        WHEN UPPER(p.perm_permanence_order_type) LIKE '%ADOPTION%' THEN 'adoption'
        WHEN UPPER(p.perm_permanence_order_type) LIKE '%CHILD ARRANGEMENTS%' OR UPPER(p.perm_permanence_order_type) LIKE '%RESIDENCE%' THEN 'child_arrangements'
        WHEN p.perm_adm_decision_date IS NOT NULL THEN 'adoption'
    END AS kind,
    CASE
        WHEN UPPER(p.perm_permanence_order_type) LIKE '%GUARDIAN%' THEN NULL
        ELSE CAST(p.perm_adm_decision_date AS date)
    END AS recorded_on,
    CAST(p.perm_permanence_order_date AS date) AS order_on
FROM ssd_permanence AS p
WHERE p.perm_person_id <> '-1'
    AND (p.perm_permanence_order_type IS NOT NULL OR p.perm_adm_decision_date IS NOT NULL);
