"""The DfE's children's social care API payload, as each case system will send it."""

import json
from copy import deepcopy
from datetime import UTC, date, datetime

import pytest

from madegood.intake.read import read_files
from tests.formats.conftest import SAMPLES, counts_of, found

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EXAMPLE = SAMPLES / "csc_api" / "example.json"
_TWICE = (
    '[{"la_child_id": "C1", "social_care_episodes": [{"referral_date": "a", '
    '"referral_date": "b"}]}]'
)
KINDS = (
    "children", "child_details", "sdq_assessments", "social_care_episodes",
    "care_worker_details", "child_and_family_assessments", "child_in_need_plans",
    "section_47_assessments", "child_protection_plans",
    "child_looked_after_placements", "adoption", "care_leavers",
)  # fmt: skip
SMALL = {
    "la_child_id": "C1",
    "child_details": {"date_of_birth": "2015-03-27", "sex": "F"},
    "social_care_episodes": [
        {"social_care_episode_id": "E1", "referral_date": "2026-05-01"}
    ],
}


def example():
    return json.loads(EXAMPLE.read_text())


def rows(reading, table):
    return reading.snapshot.rows(table).to_pylist()


def another(child):
    """The same with ids of its own."""
    text = json.dumps(child)
    for name in ("C1", "E1"):
        text = text.replace(f'"{name}"', f'"{name[0]}2"')
    return json.loads(text)


def test_every_kind_in_the_dfes_own_example_is_counted_and_read():
    read = read_files([EXAMPLE], now=NOW)
    assert counts_of(read) == dict.fromkeys(KINDS, (1, 1, 0))
    assert (read.files[0].format, read.files[0].edition) == ("csc_api", "1.0.1")
    assert read.errors == ()


def test_it_fills_the_tables_of_the_record():
    read = read_files([EXAMPLE], now=NOW)
    (child,) = rows(read, "children")
    assert (child["child_id"], child["sex"], child["disabled"], child["uasc"]) == (
        "Child1234", "male", "yes", "yes",
    )  # fmt: skip
    (referral,) = rows(read, "referrals")
    assert (referral["referral_id"], referral["closure_reason"]) == ("ABC123456", "RC7")
    (assessment,) = rows(read, "assessments")
    assert assessment["referral_id"] == "ABC123456"
    (conference,) = rows(read, "conferences")
    assert (conference["kind"], conference["held_on"]) == ("initial", date(2022, 6, 14))
    (placed,) = rows(read, "care_episodes")
    assert (placed["placement_type"], placed["reason_started"], placed["reason_ended"]) == (
        "K1", "S", "E3",
    )  # fmt: skip
    (plan,) = rows(read, "permanence_plans")
    assert (plan["kind"], plan["recorded_on"]) == ("adoption", date(2022, 6, 14))
    (leaver,) = rows(read, "care_leavers")
    assert leaver["started_on"] == date(2022, 6, 14)
    for table in ("s47_enquiries", "cin_plans", "cp_plans"):
        assert read.snapshot.rows(table).num_rows == 1


def test_names_pupil_numbers_and_postcodes_are_named_and_not_kept():
    read = read_files([EXAMPLE], now=NOW)
    assert {column for _, column, _ in found(read, "identifying_column")} == {
        "unique_pupil_number", "former_unique_pupil_number", "first_name", "surname",
        "postcode", "worker_id",
    }  # fmt: skip
    kept = str([part.rows.to_pydict() for part in read.parts])
    for identifying in ("John", "Doe", "ABC0123456789", "AB12 3DE"):
        assert identifying not in kept


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(json.dumps, id="an array"),
        pytest.param(
            lambda c: json.dumps({"children": c}), id="an object with children"
        ),
        pytest.param(lambda c: json.dumps({"data": c}), id="an object with data"),
        pytest.param(lambda c: "\n".join(map(json.dumps, c)), id="one on each line"),
        pytest.param(lambda c: json.dumps(c, indent=2), id="over many lines"),
        pytest.param(
            lambda c: "\ufeff" + json.dumps(c), id="with a mark of its encoding"
        ),
        pytest.param(lambda c: f"\r\n {json.dumps(c)} \r\n", id="with space round it"),
    ],
)
def test_a_payload_is_read_however_its_children_are_held(given, write):
    read = given({"p.json": write([SMALL, another(SMALL)])}, now=NOW)
    assert counts_of(read) == {
        "children": (2, 2, 0),
        "child_details": (2, 2, 0),
        "social_care_episodes": (2, 2, 0),
    }
    assert [one["child_id"] for one in rows(read, "referrals")] == ["C1", "C2"]
    assert read.findings == ()


def test_one_child_alone_is_read(given):
    assert counts_of(given({"p.json": json.dumps(SMALL)}, now=NOW))["children"] == (
        1,
        1,
        0,
    )


def test_braces_and_quotation_marks_in_a_text_are_text(given):
    child = deepcopy(SMALL)
    child["mis_child_id"] = 'a}"]{\\'
    read = given({"p.json": json.dumps([child, another(SMALL)])}, now=NOW)
    assert counts_of(read)["children"] == (2, 2, 0)


def test_what_stands_beside_the_children_is_said(given):
    text = json.dumps({"la_code": 334, "children": [SMALL], "sent": "2026-05-01"})
    read = given({"p.json": text}, now=NOW)
    assert [column for _, column, _ in found(read, "unknown_element")] == [
        "la_code",
        "sent",
    ]


@pytest.mark.parametrize(
    ("marked", "set_aside"),
    [
        ("child", {"children", "child_details", "social_care_episodes",
                   "child_in_need_plans"}),
        ("details", {"child_details"}),
        ("episode", {"social_care_episodes", "child_in_need_plans"}),
        ("plan", {"child_in_need_plans"}),
    ],
)  # fmt: skip
def test_what_is_marked_to_be_deleted_is_set_aside_with_all_that_is_in_it(
    given, marked, set_aside
):
    child = deepcopy(SMALL)
    (episode,) = child["social_care_episodes"]
    plan = {"child_in_need_plan_id": "P1", "start_date": "2026-05-02"}
    episode["child_in_need_plans"] = [plan]
    things = {
        "child": child, "details": child["child_details"], "episode": episode,
        "plan": plan,
    }  # fmt: skip
    for thing in things.values():
        thing["purge"] = False
    things[marked]["purge"] = True
    read = given({"p.json": json.dumps([child])}, now=NOW)
    assert {k for k, count in counts_of(read).items() if count[2]} == set_aside
    purged = [f for f in read.findings if f.code == "purged"]
    assert {f.table for f in purged} == set_aside
    assert {str(f.severity) for f in purged} == {"warning"}


def test_a_later_payload_of_the_same_thing_takes_its_place(given):
    later = deepcopy(SMALL)
    later["social_care_episodes"][0]["closure_date"] = "2026-07-01"
    files = {"day1.json": json.dumps([SMALL]), "day2.json": json.dumps([later])}
    read = given(files, now=NOW)
    (referral,) = rows(read, "referrals")
    assert referral["closed_on"] == date(2026, 7, 1)
    assert {f.file for f in read.findings if f.code == "superseded"} == {"day1.json"}


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ('[{"la_child_id": "C1"', "children[0]", "breaks off"),
        ('[{"la_child_id": "C1"}', "children[1]", "no comma"),
        ('[{"la_child_id": "C1"} {"la_child_id": "C2"}]', "children[1]", "no comma"),
        ('[{"la_child_id": "C1"},]', "children[1]", "is not an object"),
        ('[{"la_child_id": "C1"}, 7]', "children[1]", "is not an object"),
        ('[{"la_child_id": "C1"}] more', "children[1]", "after the end"),
        ('{"la_child_id": }', "children[0]", "no value"),
        ('{"la_child_id" "C1"}', "children[0]", "no colon"),
        ('[{"la_child_id": "C1", }]', "children[0]", "not JSON"),
        ("[" * 100_000, "children[0]", "not an object"),
        ('[{"a":' + "[" * 100_000, "children[0]", "more than 32 deep"),
        ('[{"la_child_id": "C1", "purge": ' + "9" * 1_000_000 + "}]",
         "children[0].purge", "number of 1,000,000 characters"),
        ('[{"la_child_id": "C1", "purge": NaN}]', "children[0].purge", "NaN"),
        ('[{"la_child_id": "C1", "purge": -Infinity}]', "children[0].purge", "Infinity"),
        ('[{"la_child_id": "C1", "purge": 1e999999999999999999999999999999}]',
         "children[0].purge", "number of"),
        (_TWICE, "children[0].social_care_episodes[0]", "the name 'referral_date' twice"),
        ('[{"la_child_id": "C1"}, {"la_child_id": "\\ud800"}]',
         "children[1].la_child_id", "half a character"),
        ('[{"la_child_id": "C1", "social_care_episodes": [[{}]]}]',
         "children[0].social_care_episodes[0]", "a list in a list"),
    ],
)  # fmt: skip
def test_what_is_not_json_or_could_mean_two_things_is_refused_with_its_path(
    given, text, path, says
):
    read = given({"p.json": text}, now=NOW)
    (finding,) = read.findings
    assert (finding.code, finding.column) == ("broken_json", path)
    assert says in finding.message
    assert (read.files[0].tables, read.parts) == ({}, ())


def test_bytes_that_are_not_utf_8_are_refused_by_the_child_they_are_in(given):
    read = given(
        {"p.json": b'[{"la_child_id": "C1"}, {"la_child_id": "\xe9"}]'}, now=NOW
    )
    assert found(read) == [(2, "children[1]", "broken_json")]


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"a": 1}, {"b": 2}]', "[]", "{}"])
def test_json_of_something_else_is_refused(given, text):
    assert [code for _, _, code in found(given({"p.json": text}, now=NOW))] == [
        "unknown_json"
    ]


def test_a_child_without_an_id_is_set_aside_with_all_that_is_in_it(given):
    nameless = {name: value for name, value in SMALL.items() if name != "la_child_id"}
    read = given({"p.json": json.dumps([nameless, another(SMALL)])}, now=NOW)
    assert counts_of(read) == {
        "children": (2, 1, 1),
        "child_details": (2, 1, 1),
        "social_care_episodes": (2, 1, 1),
    }


def test_a_date_that_does_not_exist_is_placed_by_child_and_name(given):
    child = deepcopy(SMALL)
    child["social_care_episodes"][0]["referral_date"] = "2026-02-30"
    read = given({"p.json": json.dumps([another(SMALL), child])}, now=NOW)
    assert found(read) == [(2, "referral_date", "bad_date")]
    assert counts_of(read)["social_care_episodes"] == (2, 1, 1)


def test_a_payload_longer_than_what_is_read_at_once_is_put_together(given):
    children = [
        {**SMALL, "la_child_id": f"C{n}", "mis_child_id": "\\" * 400 + "}" * 400}
        for n in range(2_000)
    ]
    read = given({"p.json": json.dumps(children)}, now=NOW)
    assert counts_of(read)["children"][0] == 2_000
