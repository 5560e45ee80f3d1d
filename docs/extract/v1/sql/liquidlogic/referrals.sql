-- referrals.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Liquidlogic (SystemC).
-- Run it and save what it gives, with its headings, as referrals.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: decision_at, decision_recorded_at, decided_by_role.
--
-- decision_at is needed for the decision within one working day: no
-- standard holds it.

SELECT DISTINCT
    r.cine_referral_id AS referral_id,
    r.cine_person_id AS child_id,
    CASE
        WHEN r.cine_referral_date IS NULL THEN NULL
        WHEN CAST(r.cine_referral_date AS time) = '00:00:00' THEN CAST(CAST(r.cine_referral_date AS date) AS varchar(10))
        ELSE CONCAT(CAST(CAST(r.cine_referral_date AS date) AS varchar(10)), 'T', CAST(CAST(r.cine_referral_date AS time) AS varchar(5)))
    END AS received_at,
    r.cine_referral_source_code AS source,
    r.cine_referral_nfa AS no_further_action,
    CAST(r.cine_close_date AS date) AS closed_on,
    r.cine_close_reason AS closure_reason,
    COALESCE(t.dept_team_name, r.cine_referral_team) AS team
FROM ssd_cin_episodes AS r
LEFT JOIN ssd_department AS t ON t.dept_team_id = r.cine_referral_team
WHERE r.cine_person_id <> '-1';
