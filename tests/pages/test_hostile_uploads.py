"""Files with names that get in each other's way."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.plan import queries

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def sent(name, example):
    return SimpleUploadedFile(name, (EXAMPLES / example).read_bytes())


def test_a_plan_and_its_report_may_have_one_name(signed_in):
    answer = signed_in("priya").post(
        "/plan/import",
        {
            "plan": sent("document.txt", "solihull-action-plan-2021.txt"),
            "report": sent("document.txt", "solihull-inspection-2020-01-09.txt"),
        },
    )
    assert answer.status_code == 302
    assert len(queries.drafts()) == 1
