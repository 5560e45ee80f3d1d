"""Children, contacts, referrals, assessments and visits, from the SSD."""

from madegood.intake.starter_sql.query import Part, Query
from madegood.intake.starter_sql.suppliers import Supplier, day


def real(child: str) -> str:
    """Not the person -1 that stands for nobody."""
    return f"{child} <> '-1'"


def team(column: str) -> tuple[str, str]:
    """A team by its name, and the join that finds it."""
    join = f"LEFT JOIN ssd_department AS t ON t.dept_team_id = {column}"
    return f"COALESCE(t.dept_team_name, {column})", join


def _any_row(source: str, condition: str) -> str:
    # Of names written in this module and nothing else.
    return f"EXISTS (SELECT 1 FROM {source} WHERE {condition})"  # noqa: S608


def children(_of: Supplier) -> Query:
    disability = "ssd_disability AS d"
    own = "d.disa_person_id = p.pers_person_id AND d.disa_disability_code"
    disabled = _any_row(disability, f"{own} <> 'NONE'")
    asked = _any_row(disability, own + " = 'NONE'")
    asylum = _any_row(
        "ssd_immigration_status AS i",
        "i.immi_person_id = p.pers_person_id "
        "AND UPPER(i.immi_immigration_status) LIKE '%UNACCOMPANIED%'",
    )
    columns = {
        "child_id": "p.pers_person_id",
        "date_of_birth": day("p.pers_dob"),
        "expected_date_of_birth": day("p.pers_expected_dob"),
        "sex": "CASE UPPER(p.pers_sex) WHEN 'F' THEN 'female' WHEN 'M' THEN 'male' "
        "WHEN 'U' THEN 'unknown' END",
        "ethnicity": "p.pers_ethnicity",
        "disabled": f"CASE WHEN {disabled} THEN 'yes' WHEN {asked} THEN 'no' END",
        "uasc": f"CASE WHEN {asylum} THEN 'yes' END",
        "died_on": day("p.pers_death_date"),
    }
    notes = (
        (
            "The SSD holds mothers among its persons: keep children only, if you can tell "
            "them. Names, addresses and UPNs are not asked for, and are not read."
        ),
    )
    part = Part(columns, "ssd_person AS p", (real("p.pers_person_id"),))
    return Query("children", (part,), notes)


def contacts(of: Supplier) -> Query:
    columns = {
        "contact_id": "c.cont_contact_id",
        "child_id": "c.cont_person_id",
        "received_at": of.moment("c.cont_contact_date"),
        "source": of.contact_source,
    }
    notes = (
        (
            "When it was decided what to do is not in the SSD, only flags of the outcome: "
            "without decision_at no contact's decision can be timed."
        ),
    )
    part = Part(columns, "ssd_contacts AS c", (real("c.cont_person_id"),))
    return Query("contacts", (part,), notes)


def referrals(of: Supplier) -> Query:
    name, join = team("r.cine_referral_team")
    columns = {
        "referral_id": "r.cine_referral_id",
        "child_id": "r.cine_person_id",
        "received_at": of.moment("r.cine_referral_date"),
        "source": "r.cine_referral_source_code",
        "no_further_action": "r.cine_referral_nfa",
        "closed_on": day("r.cine_close_date"),
        "closure_reason": "r.cine_close_reason",
        "team": name,
    }
    notes = (
        (
            "decision_at is needed for the decision within one working day: no standard "
            "holds it."
        ),
    )
    source = f"ssd_cin_episodes AS r\n{join}"
    return Query(
        "referrals", (Part(columns, source, (real("r.cine_person_id"),)),), notes
    )


def assessments(_of: Supplier) -> Query:
    name, join = team("a.cina_assessment_team")
    columns = {
        "assessment_id": "a.cina_assessment_id",
        "child_id": "a.cina_person_id",
        "referral_id": "a.cina_referral_id",
        "started_on": day("a.cina_assessment_start_date"),
        "authorised_on": day("a.cina_assessment_auth_date"),
        "child_seen": "a.cina_assessment_child_seen",
        "outcome": "CASE UPPER(a.cina_assessment_outcome_nfa) WHEN 'Y' "
        "THEN 'no_further_action' END",
        "team": name,
    }
    notes = (
        (
            "outcome is filled only where nothing followed: other outcomes are flags in "
            "cina_assessment_outcome_json, and no measure needs them."
        ),
    )
    source = f"ssd_cin_assessments AS a\n{join}"
    return Query(
        "assessments", (Part(columns, source, (real("a.cina_person_id"),)),), notes
    )


def visits(of: Supplier) -> Query:
    child, source = of.cin_visited
    not_twice = tuple(
        f"NOT {_any_row(f'{name} AS o', f'o.{key} = v.cinv_cin_visit_id')}"
        for name, key in (
            ("ssd_cp_visits", "cppv_cp_visit_id"),
            ("ssd_cla_visits", "clav_cla_visit_id"),
        )
        if of.overcounts
    )
    parts = (
        _visited(of, child, source, ("cin", "cinv_cin"), not_twice),
        _visited(of, *of.cp_visited, ("cp", "cppv_cp")),
        _visited(of, "v.clav_person_id", "ssd_cla_visits AS v", ("care", "clav_cla")),
    )
    notes = [
        (
            "Only statutory visits are here. A visit made before anything was decided, "
            "which is what the threshold visits measure counts, must be added from case "
            "notes, with the contact or referral that it followed."
        ),
    ]
    if of.overcounts:
        notes.append(
            "ssd_cin_visits also holds child protection and care visits, IRO contacts "
            "and supervised contact. Those that stand in the other two tables are left "
            "out here; the rest cannot be told apart, and would be counted as visits."
        )
    return Query("visits", parts, tuple(notes))


def _visited(
    of: Supplier,
    child: str,
    source: str,
    named: tuple[str, str],
    where: tuple[str, ...] = (),
) -> Part:
    kind, stem = named
    columns = {
        "visit_id": f"CONCAT('{kind}-', v.{stem}_visit_id)",
        "child_id": child,
        "visited_at": of.moment(f"v.{stem}_visit_date"),
        "kind": f"'{kind} visit'",
        "purpose": "'statutory'",
        "organisation": "'social_care'",
        "seen": f"v.{stem}_visit_seen",
        "seen_alone": f"v.{stem}_visit_seen_alone",
    }
    return Part(columns, source, (real(child), *where))
