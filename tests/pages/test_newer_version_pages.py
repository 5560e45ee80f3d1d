"""A newer version of a plan, read in on the page: what changes is shown and decided."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.plan import queries

PLAN = """Recommendation 4
The offer and take up of return home interviews

Action
Who
Progress
Review the whole specification with young people
Head of Service Children’s Commissioning
Delayed

Expected Outcomes
• Interviews within 72 hours
"""


@pytest.fixture
def draft(signed_in, plan):
    sent = {
        "plan": SimpleUploadedFile("v2.txt", PLAN.encode()),
        "into": "ILACS20",
    }
    answer = signed_in("priya").post("/plan/import", sent)
    assert answer.status_code == 302, answer.content.decode()
    return queries.drafts()[0]


def test_what_changes_stands_beside_what_was(signed_in, draft):
    page = signed_in("priya").get(f"/plan/import/{draft.id}").content.decode()
    for words in (
        "What changes?",
        "Changed in this version",
        "Not in this version any more",
        "<del>",
        "Review the whole specification with young people",
        "of ILACS20 stay as they are",
        "Say why it is gone",
    ):
        assert words in page


def test_it_is_taken_in_with_one_reason_for_all_that_is_gone(signed_in, draft):
    priya = signed_in("priya")
    priya.post(f"/plan/import/{draft.id}/rest")
    where = f"/plan/import/{draft.id}/adopt"
    refused = priya.post(where, {"adopted_on": "2026-06-01"})
    assert refused.status_code == 400
    assert "Say why" in refused.content.decode()
    said = {"adopted_on": "2026-06-01", "why": "the contract has ended"}
    assert priya.post(where, said)["Location"] == "/plan"
    page = priya.get("/plan/recommendations/4").content.decode()
    assert "Left out of the newer version" in page
    assert "The contract has ended" in page
    action = priya.get("/plan/actions/4.2").content.decode()
    assert "It is still tested" in action


def test_a_reason_of_its_own_is_kept_with_the_row(signed_in, draft):
    priya = signed_in("priya")
    [gone] = [r for r in draft.rows if r.differs == "gone" and r.kind == "action"]
    sent = {
        f"row-{gone.id}-decision": "accept",
        f"row-{gone.id}-why": "it was bought in",
    }
    for row in draft.rows:
        if row.id != gone.id and row.differs not in ("same", "gone"):
            for name in (
                "text",
                "owners",
                "progress",
                "delivery",
                "title",
                "countable",
            ):
                value = row.read.get(name, "")
                if isinstance(value, list):
                    value = "\n".join(value)
                sent[f"row-{row.id}-{name}"] = value
    assert priya.post(f"/plan/import/{draft.id}?part=4", sent).status_code == 302
    kept = next(r for r in queries.draft(draft.id).rows if r.id == gone.id)
    assert (kept.decision, kept.now["why"]) == ("change", "it was bought in")


@pytest.mark.parametrize(
    "sent",
    [
        {"adopted_on": ""},
        {"adopted_on": "yesterday"},
        {"adopted_on": "2099-01-01"},
        {"adopted_on": "2026-06-01", "agreed_by": "x" * 201},
        {"adopted_on": "2026-06-01", "why": "x" * 2001},
        {"adopted_on": "2026-06-01", "why": "so"},
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(signed_in, draft, sent):
    priya = signed_in("priya")
    priya.post(f"/plan/import/{draft.id}/rest")
    answer = priya.post(f"/plan/import/{draft.id}/adopt", sent)
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()
    assert len(queries.plan().recommendations[0].actions[0].claims) == 1


def test_a_plan_that_is_not_there_has_no_newer_version(signed_in, plan):
    sent = {"plan": SimpleUploadedFile("v2.txt", PLAN.encode()), "into": "NONE"}
    answer = signed_in("priya").post("/plan/import", sent)
    assert "Choose one of the plans" in answer.content.decode()
