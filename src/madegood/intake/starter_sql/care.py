"""Being looked after, going missing, and permanence, from the SSD."""

from madegood.intake.starter_sql.front_door import real
from madegood.intake.starter_sql.query import Part, Query
from madegood.intake.starter_sql.suppliers import Supplier, day

_STATUS = "l.lega_legal_status"
# An SSDA903 legal status is a letter and a digit; other statuses are words.
_CODED = " OR ".join(f"{_STATUS} LIKE '_{digit}%'" for digit in range(1, 5))
# Of names written here and nothing else.
_EPISODES = f"""ssd_cla_episodes AS e
LEFT JOIN (
    SELECT
        o.clae_cla_episode_id AS episode_id,
        {_STATUS} AS legal_status,
        ROW_NUMBER() OVER (
            PARTITION BY o.clae_cla_episode_id
            ORDER BY l.lega_legal_status_start_date DESC, l.lega_legal_status_id DESC
        ) AS place
    FROM ssd_cla_episodes AS o
    JOIN ssd_legal_status AS l ON l.lega_person_id = o.clae_person_id
    WHERE l.lega_legal_status_start_date <= o.clae_cla_episode_start_date
        AND (l.lega_legal_status_end_date IS NULL
            OR l.lega_legal_status_end_date > o.clae_cla_episode_start_date)
        AND ({_CODED})
) AS s ON s.episode_id = e.clae_cla_episode_id AND s.place = 1
LEFT JOIN (
    SELECT clap_cla_placement_id AS placement_id, MAX(clap_cla_placement_type) AS kind
    FROM ssd_cla_placement
    GROUP BY clap_cla_placement_id
) AS p ON p.placement_id = e.clae_cla_placement_id"""  # noqa: S608


def care_episodes(_of: Supplier) -> Query:
    columns = {
        "child_id": "e.clae_person_id",
        "started_on": day("e.clae_cla_episode_start_date"),
        "legal_status": "s.legal_status",
        "placement_type": "p.kind",
        "placement_id": "e.clae_cla_placement_id",
        "ended_on": day("e.clae_cla_episode_ceased_date"),
        "reason_ended": "e.clae_cla_episode_ceased_reason",
        "reason_started": "e.clae_cla_episode_start_reason",
    }
    notes = (
        (
            "The SSD's placement provider is a category (PR0 to PR5), not the "
            "organisation: add the provider's name, and carer_id for fostering. An "
            "SSDA903 return gives the rest of this table as well."
        ),
    )
    where = (
        real("e.clae_person_id"),
        "e.clae_cla_episode_start_date IS NOT NULL",
    )
    return Query("care_episodes", (Part(columns, _EPISODES, where),), notes)


def care_reviews(of: Supplier) -> Query:
    child, source = of.reviewed
    held = day("r.clar_cla_review_date")
    columns = {
        "child_id": child,
        "held_on": held,
        "participation": "MIN(r.clar_cla_review_participation)",
    }
    where = (
        real(child),
        "r.clar_cla_review_date IS NOT NULL",
        "COALESCE(UPPER(r.clar_cla_review_cancelled), 'N') <> 'Y'",
    )
    part = Part(columns, source, where, (child, held))
    notes = ("Reviews that were cancelled, or are not held yet, are left out.",)
    return Query("care_reviews", (part,), notes)


def care_leavers(_of: Supplier) -> Query:
    columns = {
        "child_id": "c.clea_person_id",
        "started_on": f"MAX({day('e.clae_cla_episode_ceased_date')})",
    }
    source = (
        "ssd_care_leavers AS c\n"
        "JOIN ssd_cla_episodes AS e ON e.clae_person_id = c.clea_person_id"
    )
    where = (
        real("c.clea_person_id"),
        "e.clae_cla_episode_ceased_date IS NOT NULL",
        (
            "NOT EXISTS (SELECT 1 FROM ssd_cla_episodes AS o "
            "WHERE o.clae_person_id = c.clea_person_id "
            "AND o.clae_cla_episode_ceased_date IS NULL)"
        ),
    )
    notes = (
        (
            "The SSD does not say since when. What is given is when the young person last "
            "ceased to be looked after; those still looked after are left out."
        ),
    )
    part = Part(columns, source, where, ("c.clea_person_id",))
    return Query("care_leavers", (part,), notes)


def _by_status(name: str, condition: str, note: str) -> Query:
    columns = {
        "child_id": "l.lega_person_id",
        "started_on": day("l.lega_legal_status_start_date"),
        "ended_on": f"MAX({day('l.lega_legal_status_end_date')})",
    }
    where = (
        real("l.lega_person_id"),
        "l.lega_legal_status_start_date IS NOT NULL",
        f"({condition})",
    )
    key = ("l.lega_person_id", day("l.lega_legal_status_start_date"))
    return Query(name, (Part(columns, "ssd_legal_status AS l", where, key),), (note,))


def court_orders(_of: Supplier) -> Query:
    return _by_status(
        "court_orders",
        f"UPPER({_STATUS}) LIKE '%SUPERVISION ORDER%' "
        f"OR UPPER({_STATUS}) LIKE '%FAMILY ASSISTANCE%'",
        "Taken from the words of the legal status: look at the words that yours uses "
        "(SELECT DISTINCT lega_legal_status FROM ssd_legal_status) and change the "
        "condition to fit.",
    )


def short_breaks(_of: Supplier) -> Query:
    return _by_status(
        "short_breaks",
        f"{_STATUS} LIKE 'V3%' OR {_STATUS} LIKE 'V4%'",
        "Only short breaks in which the child is accommodated (V3, V4) are here: add "
        "packages of other kinds from the service's own list.",
    )


def missing_episodes(of: Supplier) -> Query:
    ends = "m.miss_missing_episode_end_date"
    columns = {
        "episode_id": "m.miss_table_id",
        "child_id": "m.miss_person_id",
        "kind": "CASE UPPER(m.miss_missing_episode_type) "
        "WHEN 'M' THEN 'missing' WHEN 'MISSING' THEN 'missing' "
        "WHEN 'A' THEN 'away' WHEN 'AWAY' THEN 'away' WHEN 'ABSENT' THEN 'away' END",
        "started_at": of.moment("m.miss_missing_episode_start_date"),
        "ended_at": day(ends) if of.missing_end else of.moment(ends),
        "looked_after": _LOOKED_AFTER,
    }
    notes = [
        (
            "Add returned_at, the time the child was back, from the missing form or the "
            "police: 72 hours are counted from it."
        ),
    ]
    if of.missing_end:
        notes.insert(0, f"The end is here {of.missing_end}: it is given as a date.")
    part = Part(columns, "ssd_missing AS m", (real("m.miss_person_id"),))
    return Query("missing_episodes", (part,), tuple(notes))


_LOOKED_AFTER = (
    "CASE WHEN EXISTS (SELECT 1 FROM ssd_cla_episodes AS e "
    "WHERE e.clae_person_id = m.miss_person_id "
    "AND e.clae_cla_episode_start_date <= m.miss_missing_episode_start_date "
    "AND (e.clae_cla_episode_ceased_date IS NULL "
    "OR e.clae_cla_episode_ceased_date > m.miss_missing_episode_start_date)) "
    "THEN 'yes' ELSE 'no' END"
)
_INTERVIEW = "CONCAT('rhi-', m.miss_table_id)"
_ASKED = (
    real("m.miss_person_id"),
    (
        "(m.miss_missing_rhi_offered IS NOT NULL "
        "OR m.miss_missing_rhi_accepted IS NOT NULL)"
    ),
)


def return_interviews(_of: Supplier) -> Query:
    columns = {
        "interview_id": _INTERVIEW,
        "child_id": "m.miss_person_id",
        "offered": "m.miss_missing_rhi_offered",
        "accepted": "m.miss_missing_rhi_accepted",
    }
    notes = (
        (
            "The SSD has two flags of a return interview and no date: that it was accepted "
            "is not that it was held. offered_at and held_at are needed for every measure "
            "in hours."
        ),
    )
    return Query(
        "return_interviews", (Part(columns, "ssd_missing AS m", _ASKED),), notes
    )


def return_interview_episodes(_of: Supplier) -> Query:
    columns = {"interview_id": _INTERVIEW, "episode_id": "m.miss_table_id"}
    part = Part(columns, "ssd_missing AS m", _ASKED)
    notes = ("One interview about several episodes cannot be told from the SSD.",)
    return Query("return_interview_episodes", (part,), notes)


def permanence_plans(_of: Supplier) -> Query:
    said = "UPPER(p.perm_permanence_order_type)"
    columns = {
        "plan_id": "p.perm_table_id",
        "child_id": "p.perm_person_id",
        "kind": f"CASE WHEN {said} LIKE '%SPECIAL GUARDIAN%' THEN 'sgo' "
        f"WHEN {said} LIKE '%ADOPTION%' THEN 'adoption' "
        f"WHEN {said} LIKE '%CHILD ARRANGEMENTS%' OR {said} LIKE '%RESIDENCE%' "
        "THEN 'child_arrangements' "
        "WHEN p.perm_adm_decision_date IS NOT NULL THEN 'adoption' END",
        "recorded_on": f"CASE WHEN {said} LIKE '%GUARDIAN%' THEN NULL "
        f"ELSE {day('p.perm_adm_decision_date')} END",
        "order_on": day("p.perm_permanence_order_date"),
    }
    where = (
        real("p.perm_person_id"),
        (
            "(p.perm_permanence_order_type IS NOT NULL "
            "OR p.perm_adm_decision_date IS NOT NULL)"
        ),
    )
    notes = (
        (
            "The SSD knows special guardianship only by the order, of children who were "
            "looked after. A plan of it that has no order yet, and when the plan was "
            "recorded, must be added: measured from orders alone, the time taken flatters."
        ),
    )
    return Query(
        "permanence_plans", (Part(columns, "ssd_permanence AS p", where),), notes
    )


def private_fostering(_of: Supplier) -> Query:
    columns = {
        "arrangement_id": "l.lega_legal_status_id",
        "child_id": "l.lega_person_id",
        "started_on": day("l.lega_legal_status_start_date"),
        "ended_on": day("l.lega_legal_status_end_date"),
    }
    where = (
        real("l.lega_person_id"),
        f"UPPER({_STATUS}) LIKE '%PRIVATE FOSTER%'",
    )
    notes = (
        (
            "Only arrangements that are entered as a legal status. Every clock starts at "
            "notified_on, or else at aware_on: without them nothing can be timed."
        ),
    )
    part = Part(columns, "ssd_legal_status AS l", where)
    return Query("private_fostering", (part,), notes)
