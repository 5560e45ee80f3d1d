-- private_fostering.csv of the Madegood extract, from the Standard
-- Safeguarding Dataset (SSD) of Liquidlogic (SystemC).
-- Run it and save what it gives, with its headings, as
-- private_fostering.csv. Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: notified_on, notified_by, found_by_authority,
-- carer_has_parental_responsibility, school_kind, holiday_nights,
-- proposed_start_on, aware_on, carer_relationship, intended_days,
-- assessment_completed_on, withdrawn_on, end_reason.
--
-- Only arrangements that are entered as a legal status. Every clock starts
-- at notified_on, or else at aware_on: without them nothing can be timed.

SELECT DISTINCT
    l.lega_legal_status_id AS arrangement_id,
    l.lega_person_id AS child_id,
    CAST(l.lega_legal_status_start_date AS date) AS started_on,
    CAST(l.lega_legal_status_end_date AS date) AS ended_on
FROM ssd_legal_status AS l
WHERE l.lega_person_id <> '-1'
    AND UPPER(l.lega_legal_status) LIKE '%PRIVATE FOSTER%';
