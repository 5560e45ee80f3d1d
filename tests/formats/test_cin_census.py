"""The children in need census: its kinds, the ids made for them, its years."""

from datetime import UTC, date, datetime

import pytest

from madegood.intake.read import read_files
from tests.formats.conftest import SAMPLES, counts_of, found

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>
<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L
</SourceLevel><LEA>334</LEA><SoftwareCode>x</SoftwareCode><Release>1</Release>
<SerialNo>001</SerialNo><DateTime>2026-05-01T10:00:00</DateTime></Source></Header>"""
REFERRAL = """<CINdetails><CINreferralDate>2024-05-01</CINreferralDate><ReferralSource>1A
</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>{}
</CINdetails>"""
ENQUIRY = """<Section47><S47ActualStartDate>2024-05-10</S47ActualStartDate>
<InitialCPCtarget>2024-06-03</InitialCPCtarget><DateOfInitialCPC>2024-05-30
</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>"""
PLAN = """<ChildProtectionPlans><CPPstartDate>2024-05-30</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG
</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews>
<CPPreviewDate>2024-08-20</CPPreviewDate><CPPreviewDate>2025-02-10</CPPreviewDate>
</Reviews></ChildProtectionPlans>"""


def a_child(*referrals, child="C1", more="<Sex>F</Sex>"):
    return f"""<Child><ChildIdentifiers><LAchildID>{child}</LAchildID><UPN>A123456789012
    </UPN><PersonBirthDate>2015-03-27</PersonBirthDate>{more}</ChildIdentifiers>
    <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
    {"".join(referrals)}</Child>"""


def a_census(*children, year=2025, header=HEADER):
    top = header.format(year=year) if header else ""
    return f"<Message>{top}<Children>{''.join(children)}</Children></Message>"


def rows(reading, table):
    return reading.snapshot.rows(table).to_pylist()


@pytest.mark.parametrize(
    ("name", "edition", "counts"),
    [
        ("CIN_Census_2026.xml", "2026/27", {
            "Child": 2, "CINdetails": 2, "Assessments": 2, "CINPlanDates": 1,
            "Section47": 1, "ChildProtectionPlans": 1, "Reviews": 1,
            "PreProceedingsandFGDM": 1,
        }),
        ("CIN_header_issues_100.xml", "2022/23", {
            "Child": 1, "CINdetails": 1, "Assessments": 1, "CINPlanDates": 1,
            "Section47": 1, "ChildProtectionPlans": 1, "Reviews": 1,
        }),
        ("adversarial.xml", "2024/25", {
            "Child": 60, "CINdetails": 65, "Assessments": 72, "CINPlanDates": 54,
            "Section47": 41, "ChildProtectionPlans": 32, "Reviews": 19,
        }),
        ("fake_CIN_data.xml", "2021/22", {
            "Child": 30, "CINdetails": 35, "Assessments": 0, "CINPlanDates": 0,
            "Section47": 0, "ChildProtectionPlans": 0, "Reviews": 0,
        }),
    ],
)  # fmt: skip
def test_every_kind_in_it_is_counted_and_read(name, edition, counts):
    read = read_files([SAMPLES / "cin_census" / name], now=NOW)
    assert counts_of(read) == {kind: (n, n, 0) for kind, n in counts.items()}
    assert (read.files[0].format, read.files[0].edition) == ("cin_census", edition)
    assert read.errors == ()


def test_a_plan_that_ends_before_it_starts_is_a_warning_and_is_read():
    read = read_files([SAMPLES / "cin_census" / "adversarial.xml"], now=NOW)
    ends = [f for f in read.warnings if f.code == "end_before_start"]
    assert sum(f.table == "CINPlanDates" for f in ends) == 26
    assert read.snapshot.rows("cin_plans").num_rows == 54


def test_what_a_child_had_comes_to_the_tables_of_the_record(given):
    assessment = (
        "<Assessments><AssessmentActualStartDate>2024-05-02</AssessmentActualStartDate>"
        "<AssessmentAuthorisationDate>2024-06-20</AssessmentAuthorisationDate>"
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors>"
        "<AssessmentFactors>4B</AssessmentFactors></FactorsIdentifiedAtAssessment>"
        "</Assessments>"
    )
    plan = (
        "<CINPlanDates><CINPlanStartDate>2024-05-03</CINPlanStartDate>"
        "<CINPlanEndDate>2024-05-29</CINPlanEndDate></CINPlanDates>"
    )
    child = a_child(REFERRAL.format(assessment + plan + ENQUIRY + PLAN))
    read = given({"cin.xml": a_census(child)}, now=NOW)
    assert read.errors == ()
    (referral,) = rows(read, "referrals")
    assert referral["referral_id"] == "C1-F2024-05-01"
    assert (referral["source"], referral["no_further_action"]) == ("1A", "no")
    assert (referral["received_at__dated"], referral["closed_on"]) == (True, None)
    (assessed,) = rows(read, "assessments")
    assert assessed["assessment_id"] == "C1-F2024-05-01-A2024-05-02"
    assert assessed["referral_id"] == referral["referral_id"]
    assert assessed["authorised_on"] == date(2024, 6, 20)
    (planned,) = rows(read, "cin_plans")
    assert (planned["started_on"], planned["ended_on"]) == (
        date(2024, 5, 3),
        date(2024, 5, 29),
    )
    (enquiry,) = rows(read, "s47_enquiries")
    assert enquiry["conference_required"] == "yes"
    (conference,) = rows(read, "conferences")
    assert (conference["kind"], conference["held_on"]) == ("initial", date(2024, 5, 30))
    assert conference["enquiry_id"] == enquiry["enquiry_id"]
    (protected,) = rows(read, "cp_plans")
    assert protected["conference_id"] == conference["conference_id"]
    reviews = rows(read, "cp_reviews")
    assert [one["held_on"] for one in reviews] == [date(2024, 8, 20), date(2025, 2, 10)]
    assert {one["plan_id"] for one in reviews} == {protected["plan_id"]}


def test_a_conference_at_the_level_of_the_referral_is_of_a_child_who_moved_in(given):
    inner = "<DateOfInitialCPC>2024-05-06</DateOfInitialCPC>"
    read = given({"c.xml": a_census(a_child(REFERRAL.format(inner)))}, now=NOW)
    (conference,) = rows(read, "conferences")
    assert (conference["kind"], conference["enquiry_id"]) == ("transfer_in", None)


@pytest.mark.parametrize("apart", [False, True])
def test_one_conference_at_both_levels_is_counted_once_and_said(given, apart):
    """The DfE's rule 2884 looks across all that is recorded of a child."""
    moved = "<DateOfInitialCPC>2024-05-30</DateOfInitialCPC>"
    other = REFERRAL.replace("2024-05-01", "2023-05-01").format(moved)
    referrals = (
        [REFERRAL.format(ENQUIRY), other]
        if apart
        else [REFERRAL.format(moved + ENQUIRY)]
    )
    read = given({"c.xml": a_census(a_child(*referrals))}, now=NOW)
    (finding,) = [f for f in read.findings if f.code == "conference_twice"]
    assert (finding.table, finding.row) == ("CINdetails", 2 if apart else 1)
    (conference,) = rows(read, "conferences")
    assert conference["kind"] == "initial"


def test_ids_are_the_same_in_the_next_years_census_though_earlier_things_are_gone(
    given,
):
    def assessed(*days):
        return "".join(
            f"<Assessments><AssessmentActualStartDate>{day}</AssessmentActualStartDate>"
            "</Assessments>"
            for day in days
        )

    first = a_child(REFERRAL.format(assessed("2024-05-02", "2024-09-01")))
    later = a_child(REFERRAL.format(assessed("2024-09-01", "2025-06-01")))
    read = given(
        {"a.xml": a_census(later, year=2026), "b.xml": a_census(first, year=2025)},
        now=NOW,
    )
    assert [one.edition for one in read.files] == ["2025/26", "2024/25"]
    assert sorted(one["assessment_id"][-10:] for one in rows(read, "assessments")) == [
        "2024-05-02",
        "2024-09-01",
        "2025-06-01",
    ]
    # b.xml is the earlier return, whatever its name: what both say is the later one's.
    superseded = [f for f in read.findings if f.code == "superseded"]
    assert {f.file for f in superseded} == {"b.xml"}
    assert {f.table for f in superseded} == {"Child", "CINdetails", "Assessments"}


def test_two_things_of_one_day_have_two_ids(given):
    read = given({"c.xml": a_census(a_child(REFERRAL.format(PLAN + PLAN)))}, now=NOW)
    assert [one["plan_id"] for one in rows(read, "cp_plans")] == [
        "C1-F2024-05-01-P2024-05-30",
        "C1-F2024-05-01-P2024-05-30-2",
    ]
    assert counts_of(read)["ChildProtectionPlans"] == (2, 2, 0)


@pytest.mark.parametrize(
    ("more", "sex"),
    [
        ("<GenderCurrent>1</GenderCurrent>", "male"),
        ("<GenderCurrent>2</GenderCurrent>", "female"),
        ("<GenderCurrent>0</GenderCurrent>", "unknown"),
        ("<GenderCurrent>9</GenderCurrent>", "unknown"),
        ("<Sex>M</Sex>", "male"),
        ("<Sex>F</Sex>", "female"),
        ("<Sex>U</Sex>", "unknown"),
        ("", None),
    ],
)
def test_sex_is_read_by_either_of_its_names(given, more, sex):
    read = given({"c.xml": a_census(a_child(REFERRAL.format(""), more=more))}, now=NOW)
    assert [one["sex"] for one in rows(read, "children")] == [sex]


def test_both_names_of_sex_may_stand_in_one_file(given):
    children = [
        a_child(child="C1", more="<GenderCurrent>1</GenderCurrent>"),
        a_child(child="C2", more="<Sex>F</Sex>"),
    ]
    read = given({"c.xml": a_census(*children, year=2024)}, now=NOW)
    assert [one["sex"] for one in rows(read, "children")] == ["male", "female"]


@pytest.mark.parametrize(
    ("codes", "disabled"),
    [
        (["NONE"], "no"),
        (["HAND", "HEAR"], "yes"),
        (["LD"], "yes"),
        ([], None),
    ],
)
def test_disability_is_yes_no_or_not_recorded(given, codes, disabled):
    inner = "".join(f"<Disability>{code}</Disability>" for code in codes)
    child = a_child().replace(
        "</ChildCharacteristics>",
        f"<Disabilities>{inner}</Disabilities></ChildCharacteristics>",
    )
    read = given({"c.xml": a_census(child)}, now=NOW)
    assert [one["disabled"] for one in rows(read, "children")] == [disabled]


@pytest.mark.parametrize(
    ("said", "required"),
    [
        ("<ICPCnotRequired>true</ICPCnotRequired>", "no"),
        ("<ICPCnotRequired>0</ICPCnotRequired>", "yes"),
        ("<ICPCRequired>True</ICPCRequired>", "yes"),
        ("<ICPCRequired>False</ICPCRequired>", "no"),
        ("", None),
    ],
)
def test_whether_a_conference_was_needed_is_asked_either_way_round(
    given, said, required
):
    inner = f"<Section47><S47ActualStartDate>2024-05-10</S47ActualStartDate>{said}"
    child = a_child(REFERRAL.format(f"{inner}</Section47>"))
    read = given({"c.xml": a_census(child)}, now=NOW)
    assert [one["conference_required"] for one in rows(read, "s47_enquiries")] == [
        required
    ]


@pytest.mark.parametrize("year", range(2017, 2027))
def test_the_year_of_the_header_is_that_in_which_the_collection_ends(given, year):
    read = given({"c.xml": a_census(a_child(), year=year)}, now=NOW)
    assert read.files[0].edition == f"{year - 1}/{year % 100}"


@pytest.mark.parametrize(
    ("tag", "code", "year", "noted"),
    [
        ("ReasonForClosure", "RC9", 2022, True),
        ("ReasonForClosure", "RC9", 2023, False),
        ("AssessmentFactors", "24A", 2021, True),
        ("AssessmentFactors", "24A", 2022, False),
    ],
)
def test_a_code_of_another_years_list_is_noted(given, tag, code, year, noted):
    inner = f"<{tag}>{code}</{tag}>"
    if tag == "AssessmentFactors":
        inner = f"<Assessments>{inner}</Assessments>"
    old = REFERRAL.replace("2024-05-01", "2019-05-01").format(inner)
    read = given({"c.xml": a_census(a_child(old), year=year)}, now=NOW)
    assert ((1, tag, "other_years_code") in found(read)) is noted
