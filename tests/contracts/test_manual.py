"""The manual of the measures is what the measures and their specs say today."""

from madegood.measures import LIBRARY, measure
from madegood.measures.manual import PAGES, page, pages
from madegood.measures.worked_cases import Worked
from tests.spec.worked import worked


def test_the_pages_are_as_the_measures_and_specs_say(request):
    root = request.config.rootpath
    differing = [
        str(path)
        for path, text in pages(worked()).items()
        if not (root / path).exists() or (root / path).read_text() != text
    ]
    assert differing == [], "run script/docs"


def test_no_page_is_of_a_measure_that_is_no_more(request):
    there = {path.stem for path in (request.config.rootpath / PAGES).glob("*.md")}
    assert there == {each.id for each in LIBRARY}


def test_every_measure_has_cases_worked_out():
    cases = worked()
    assert [each.id for each in LIBRARY if not cases.get(each.id)] == []


def test_a_case_is_told_in_words():
    said = page(
        measure("rhi_held_72h"),
        [
            Worked(
                "test_rhi_02_a_minute_more_is_late",
                {
                    "return_interviews": [
                        {"interview": "i1", "held_at": "2026-05-05 09:01"}
                    ]
                },
                [{"subject": "e1", "state": "NOT_MET", "reason": "late", "due": ""}],
                "2026-11-23",
                {"hours": 48, "away": True},
            )
        ],
    )
    assert "### RHI-02: a minute more is late\n" in said
    assert "As of 23 Nov 2026, with hours 48 and away yes." in said
    assert "| i1 | 5 May 2026 09:01 |" in said
    assert (
        "| row | due | is | because |\n|---|---|---|---|\n| e1 |  | late | late |"
        in (said)
    )


def test_only_a_clock_is_in_time_or_late():
    said = page(measure("plan_too_long"), ())
    assert "| 2 | it has more words than are set | yes | `MET`" in said
    assert "| 5 | it has no more words and actions than are set | no |" in said
