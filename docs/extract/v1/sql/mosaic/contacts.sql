-- contacts.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as contacts.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: source_agency, decision_at, decision_recorded_at, decision,
-- decided_by_role.
--
-- When it was decided what to do is not in the SSD, only flags of the
-- outcome: without decision_at no contact's decision can be timed.

SELECT DISTINCT
    c.cont_contact_id AS contact_id,
    c.cont_person_id AS child_id,
    CASE
        WHEN c.cont_contact_date IS NULL THEN NULL
        WHEN CAST(c.cont_contact_date AS time) = '00:00:00' THEN CAST(CAST(c.cont_contact_date AS date) AS varchar(10))
        ELSE CONCAT(CAST(CAST(c.cont_contact_date AS date) AS varchar(10)), 'T', CAST(CAST(c.cont_contact_date AS time) AS varchar(5)))
    END AS received_at,
    c.cont_contact_source_desc AS source
FROM ssd_contacts AS c
WHERE c.cont_person_id <> '-1';
