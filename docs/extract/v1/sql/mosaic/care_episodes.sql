-- care_episodes.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as care_episodes.csv.
-- Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: provider, carer_id.
--
-- The SSD's placement provider is a category (PR0 to PR5), not the
-- organisation: add the provider's name, and carer_id for fostering. An
-- SSDA903 return gives the rest of this table as well.

SELECT DISTINCT
    e.clae_person_id AS child_id,
    CAST(e.clae_cla_episode_start_date AS date) AS started_on,
    s.legal_status AS legal_status,
    p.kind AS placement_type,
    e.clae_cla_placement_id AS placement_id,
    CAST(e.clae_cla_episode_ceased_date AS date) AS ended_on,
    e.clae_cla_episode_ceased_reason AS reason_ended,
    e.clae_cla_episode_start_reason AS reason_started
FROM ssd_cla_episodes AS e
LEFT JOIN (
    SELECT
        o.clae_cla_episode_id AS episode_id,
        l.lega_legal_status AS legal_status,
        ROW_NUMBER() OVER (
            PARTITION BY o.clae_cla_episode_id
            ORDER BY l.lega_legal_status_start_date DESC, l.lega_legal_status_id DESC
        ) AS place
    FROM ssd_cla_episodes AS o
    JOIN ssd_legal_status AS l ON l.lega_person_id = o.clae_person_id
    WHERE l.lega_legal_status_start_date <= o.clae_cla_episode_start_date
        AND (l.lega_legal_status_end_date IS NULL
            OR l.lega_legal_status_end_date > o.clae_cla_episode_start_date)
        AND (l.lega_legal_status LIKE '_1%' OR l.lega_legal_status LIKE '_2%' OR l.lega_legal_status LIKE '_3%' OR l.lega_legal_status LIKE '_4%')
) AS s ON s.episode_id = e.clae_cla_episode_id AND s.place = 1
LEFT JOIN (
    SELECT clap_cla_placement_id AS placement_id, MAX(clap_cla_placement_type) AS kind
    FROM ssd_cla_placement
    GROUP BY clap_cla_placement_id
) AS p ON p.placement_id = e.clae_cla_placement_id
WHERE e.clae_person_id <> '-1'
    AND e.clae_cla_episode_start_date IS NOT NULL;
