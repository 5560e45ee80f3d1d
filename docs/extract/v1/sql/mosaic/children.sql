-- children.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as children.csv. Then:
-- madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: locality.
--
-- The SSD holds mothers among its persons: keep children only, if you can
-- tell them. Names, addresses and UPNs are not asked for, and are not read.

SELECT DISTINCT
    p.pers_person_id AS child_id,
    CAST(p.pers_dob AS date) AS date_of_birth,
    CAST(p.pers_expected_dob AS date) AS expected_date_of_birth,
    CASE UPPER(p.pers_sex)
        WHEN 'F' THEN 'female'
        WHEN 'M' THEN 'male'
        WHEN 'U' THEN 'unknown'
    END AS sex,
    p.pers_ethnicity AS ethnicity,
    CASE
        WHEN EXISTS (SELECT 1 FROM ssd_disability AS d WHERE d.disa_person_id = p.pers_person_id
            AND d.disa_disability_code <> 'NONE') THEN 'yes'
        WHEN EXISTS (SELECT 1 FROM ssd_disability AS d WHERE d.disa_person_id = p.pers_person_id
            AND d.disa_disability_code = 'NONE') THEN 'no'
    END AS disabled,
    CASE
        WHEN EXISTS (SELECT 1 FROM ssd_immigration_status AS i WHERE i.immi_person_id = p.pers_person_id
            AND UPPER(i.immi_immigration_status) LIKE '%UNACCOMPANIED%') THEN 'yes'
    END AS uasc,
    CAST(p.pers_death_date AS date) AS died_on
FROM ssd_person AS p
WHERE p.pers_person_id <> '-1';
