-- visits.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Liquidlogic (SystemC).
-- Run it and save what it gives, with its headings, as visits.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: contact_id, referral_id, worker_id.
--
-- Only statutory visits are here. A visit made before anything was decided,
-- which is what the threshold visits measure counts, must be added from
-- case notes, with the contact or referral that it followed.
--
-- ssd_cin_visits also holds child protection and care visits, IRO contacts
-- and supervised contact. Those that stand in the other two tables are left
-- out here; the rest cannot be told apart, and would be counted as visits.

SELECT DISTINCT
    CONCAT('cin-', v.cinv_cin_visit_id) AS visit_id,
    v.cinv_person_id AS child_id,
    CASE
        WHEN v.cinv_cin_visit_date IS NULL THEN NULL
        WHEN CAST(v.cinv_cin_visit_date AS time) = '00:00:00' THEN CAST(CAST(v.cinv_cin_visit_date AS date) AS varchar(10))
        ELSE CONCAT(CAST(CAST(v.cinv_cin_visit_date AS date) AS varchar(10)), 'T', CAST(CAST(v.cinv_cin_visit_date AS time) AS varchar(5)))
    END AS visited_at,
    'cin visit' AS kind,
    'statutory' AS purpose,
    'social_care' AS organisation,
    v.cinv_cin_visit_seen AS seen,
    v.cinv_cin_visit_seen_alone AS seen_alone
FROM ssd_cin_visits AS v
WHERE v.cinv_person_id <> '-1'
    AND NOT EXISTS (SELECT 1 FROM ssd_cp_visits AS o WHERE o.cppv_cp_visit_id = v.cinv_cin_visit_id)
    AND NOT EXISTS (SELECT 1 FROM ssd_cla_visits AS o WHERE o.clav_cla_visit_id = v.cinv_cin_visit_id)
UNION
SELECT DISTINCT
    CONCAT('cp-', v.cppv_cp_visit_id) AS visit_id,
    v.cppv_person_id AS child_id,
    CASE
        WHEN v.cppv_cp_visit_date IS NULL THEN NULL
        WHEN CAST(v.cppv_cp_visit_date AS time) = '00:00:00' THEN CAST(CAST(v.cppv_cp_visit_date AS date) AS varchar(10))
        ELSE CONCAT(CAST(CAST(v.cppv_cp_visit_date AS date) AS varchar(10)), 'T', CAST(CAST(v.cppv_cp_visit_date AS time) AS varchar(5)))
    END AS visited_at,
    'cp visit' AS kind,
    'statutory' AS purpose,
    'social_care' AS organisation,
    v.cppv_cp_visit_seen AS seen,
    v.cppv_cp_visit_seen_alone AS seen_alone
FROM ssd_cp_visits AS v
WHERE v.cppv_person_id <> '-1'
UNION
SELECT DISTINCT
    CONCAT('care-', v.clav_cla_visit_id) AS visit_id,
    v.clav_person_id AS child_id,
    CASE
        WHEN v.clav_cla_visit_date IS NULL THEN NULL
        WHEN CAST(v.clav_cla_visit_date AS time) = '00:00:00' THEN CAST(CAST(v.clav_cla_visit_date AS date) AS varchar(10))
        ELSE CONCAT(CAST(CAST(v.clav_cla_visit_date AS date) AS varchar(10)), 'T', CAST(CAST(v.clav_cla_visit_date AS time) AS varchar(5)))
    END AS visited_at,
    'care visit' AS kind,
    'statutory' AS purpose,
    'social_care' AS organisation,
    v.clav_cla_visit_seen AS seen,
    v.clav_cla_visit_seen_alone AS seen_alone
FROM ssd_cla_visits AS v
WHERE v.clav_person_id <> '-1';
