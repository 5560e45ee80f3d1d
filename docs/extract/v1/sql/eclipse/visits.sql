-- visits.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as visits.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: contact_id, referral_id, worker_id.
--
-- Only statutory visits are here. A visit made before anything was decided,
-- which is what the threshold visits measure counts, must be added from
-- case notes, with the contact or referral that it followed.

SELECT DISTINCT
    CONCAT('cin-', v.cinv_cin_visit_id) AS visit_id,
    v.cinv_person_id AS child_id,
    CAST(v.cinv_cin_visit_date AS date) AS visited_at,
    'cin visit' AS kind,
    'statutory' AS purpose,
    'social_care' AS organisation,
    v.cinv_cin_visit_seen AS seen,
    v.cinv_cin_visit_seen_alone AS seen_alone
FROM ssd_cin_visits AS v
WHERE v.cinv_person_id <> '-1'
UNION
SELECT DISTINCT
    CONCAT('cp-', v.cppv_cp_visit_id) AS visit_id,
    v.cppv_person_id AS child_id,
    CAST(v.cppv_cp_visit_date AS date) AS visited_at,
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
    CAST(v.clav_cla_visit_date AS date) AS visited_at,
    'care visit' AS kind,
    'statutory' AS purpose,
    'social_care' AS organisation,
    v.clav_cla_visit_seen AS seen,
    v.clav_cla_visit_seen_alone AS seen_alone
FROM ssd_cla_visits AS v
WHERE v.clav_person_id <> '-1';
