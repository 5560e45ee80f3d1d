"""Reading a plan in: a draft, every row decided, then the plan."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.assurance.queries import plan_standing
from madegood.plan import queries
from madegood.plan.actions import accept_rest, start_draft
from madegood.plan.queries import NoSuchThing
from madegood.web.draft_page import spoken_of
from tests.builders import a_reading
from tests.cast import person

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def priya(signed_in):
    return signed_in("priya")


@pytest.fixture
def draft(db):
    return start_draft(by=person("priya"), reading=a_reading()).pk


def rows(draft):
    return {row.number: row for row in queries.draft(draft).rows}


def decide(draft, **by_number):
    """The form as a browser sends it: every field, with some of them changed."""
    sent = {}
    for row in queries.draft(draft).rows:
        given = {
            name: "\r\n".join(value) if isinstance(value, list) else value
            for name, value in row.read.items()
        }
        given |= by_number.get(row.number.replace(".", "_"), {})
        sent |= {f"row-{row.id}-{name}": value for name, value in given.items()}
    return sent


def test_a_published_plan_becomes_a_draft_and_not_yet_the_plan(priya):
    files = {
        "plan": SimpleUploadedFile(
            "plan.txt", (EXAMPLES / "solihull-action-plan-2021.txt").read_bytes()
        ),
        "report": SimpleUploadedFile(
            "report.txt", (EXAMPLES / "solihull-inspection-2020-01-09.txt").read_bytes()
        ),
    }
    said = words(priya.post("/plan/import", files, follow=True))
    assert "<strong>0 of 96</strong> rows decided" in said
    with pytest.raises(NoSuchThing):
        plan_standing()


def test_what_is_said_of_a_file_does_not_tell_where_it_lay(priya):
    file = SimpleUploadedFile(
        "plan.txt", (EXAMPLES / "solihull-action-plan-2021.txt").read_bytes()
    )
    said = words(priya.post("/plan/import", {"plan": file}, follow=True))
    assert "madegood-received-" not in said


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("plan.txt", b"nothing that is a plan\n"),
        ("scan.pdf", b"%PDF-1.4\n%\xe2\xe3\n"),
        ("noise.txt", bytes(range(256)) * 40),
    ],
)
def test_a_file_that_is_no_plan_is_refused_and_nothing_is_stored(priya, name, held):
    answer = priya.post("/plan/import", {"plan": SimpleUploadedFile(name, held)})
    assert answer.status_code == 400
    assert "There is a problem" in words(answer)
    assert queries.drafts() == []


def test_choosing_no_plan_is_named(priya):
    assert "Choose the plan’s file" in words(priya.post("/plan/import", {}))


def test_each_row_stands_beside_its_source(priya, draft):
    said = words(priya.get(f"/plan/import/{draft}"))
    assert "plan.txt, lines 4 to 5" in said
    assert '<div class="mg-source">as printed</div>' in said
    assert "Review the specification" in said


def test_decisions_are_kept_row_by_row(priya, draft):
    sent = decide(
        draft, **{"4": {"decision": "accept"}, "4_a": {"decision": "leave_out"}}
    )
    priya.post(f"/plan/import/{draft}?part=4", sent)
    assert {n: row.decision for n, row in rows(draft).items()} == {
        "4": "accept",
        "4.1": "",
        "4.a": "leave_out",
    }


def test_a_change_is_kept_beside_what_was_read(priya, draft):
    change = {"decision": "change", "owners": "Director\r\nChair of the Board"}
    priya.post(f"/plan/import/{draft}?part=4", decide(draft, **{"4_1": change}))
    row = rows(draft)["4.1"]
    assert row.now["owners"] == ["Director", "Chair of the Board"]
    assert row.read["owners"] == ["Head of Service Children’s Commissioning"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"decision": "change"}, "Nothing is changed in 4.1"),
        ({"decision": "accept", "text": "Other"}, "4.1 has changes in it"),
        ({"decision": "change", "text": ""}, "cannot be blank"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_and_none_is_kept(
    priya, draft, given, told
):
    sent = decide(draft, **{"4": {"decision": "accept"}, "4_1": given})
    answer = priya.post(f"/plan/import/{draft}?part=4", sent)
    assert answer.status_code == 400
    assert told in words(answer)
    assert rows(draft)["4"].decision == ""


def test_it_is_not_offered_to_confirm_before_all_is_decided(priya, draft):
    said = words(priya.get(f"/plan/import/{draft}"))
    assert "Accept the remaining 3" in said
    assert "Confirm the plan" not in said
    early = priya.post(f"/plan/import/{draft}/adopt", {"adopted_on": "2026-01-01"})
    assert early.status_code == 400
    assert "are not decided yet" in words(early)


def test_once_all_is_decided_the_draft_becomes_the_plan(priya, draft):
    priya.post(f"/plan/import/{draft}/rest")
    assert "Confirm the plan" in words(priya.get(f"/plan/import/{draft}"))
    done = priya.post(f"/plan/import/{draft}/adopt", {"adopted_on": "1 January 2026"})
    assert done.url == "/plan"
    assert plan_standing().action_count == 1


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("", "Enter the day"),
        ("2999-01-01", "adopted after today"),
        ("x", "Enter a date"),
    ],
)
def test_a_plan_is_adopted_on_a_day_that_has_been(priya, draft, day, told):
    accept_rest(by=person("priya"), draft_id=draft)
    answer = priya.post(f"/plan/import/{draft}/adopt", {"adopted_on": day})
    assert answer.status_code == 400
    assert told in words(answer)


def test_a_draft_that_is_not_there_is_no_page(priya):
    assert priya.get("/plan/import/99").status_code == 404


def test_a_doubt_about_a_row_stands_with_its_own_recommendation():
    where = "recommendation 2, row 1 (sheet “1”, row 4)"
    assert spoken_of(where) == {"2"}
    assert spoken_of("1.1 and 1.2") >= {"1.1", "1.2"}
