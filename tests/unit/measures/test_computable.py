"""What can I compute? Yes, partly or no, and why, from how much is filled."""

import pytest

from madegood.measures import LIBRARY
from madegood.measures.computable import Answer, computable
from madegood.record.least import RECOMMENDATIONS, least_for


def full(rows=100, recommendation=4):
    """Every column of what one recommendation needs, filled in every row."""
    columns = next(r for r in RECOMMENDATIONS if r.number == recommendation).columns
    return {
        name: dict.fromkeys((*held, "recorded_at"), rows)
        for name, held in columns.items()
    }


def asked(held, measure):
    return next(m for m in computable(held).measures if m.measure == measure)


def test_with_everything_filled_every_measure_of_the_recommendation_can_be_computed():
    found = computable(full()).recommendations[3]
    assert [one.answer for one in found.measures] == [Answer.YES] * 12
    assert found.wanted == {}


def test_with_nothing_loaded_no_measure_can_be_computed():
    found = computable({})
    assert found.count(Answer.NO) == len(found.measures)
    assert asked({}, "missing_episodes").why == "missing episodes not loaded"


def test_a_table_that_is_lacking_is_named():
    held = full()
    del held["return_interviews"]
    said = asked(held, "rhi_held_72h")
    assert said.answer is Answer.NO
    assert said.why == "return interviews not loaded"
    assert said.tables["missing_episodes"].answer is Answer.YES


def test_a_column_blank_in_every_row_stops_the_measures_that_need_it():
    held = full()
    held["return_interviews"]["offered"] = 0
    said = asked(held, "rhi_offered")
    assert said.answer is Answer.NO
    assert said.why == "return interviews: offered is blank in every row"
    assert asked(held, "rhi_completed_in_72h").answer is Answer.YES


@pytest.mark.parametrize(
    ("filled", "answer", "share"),
    [
        (63, "partly", "37%"),
        (94, "partly", "6%"),
        (95, "yes", ""),
        (1, "partly", "99%"),
    ],
)
def test_a_column_partly_blank_says_in_how_many_rows(filled, answer, share):
    held = full()
    held["missing_episodes"]["looked_after"] = filled
    said = asked(held, "missing_episodes")
    assert said.answer == answer
    assert share in said.why


def test_one_row_in_a_thousand_is_never_said_to_be_none_of_them():
    held = full(1000)
    held["missing_episodes"]["looked_after"] = 1
    assert "blank in 99% of rows" in asked(held, "missing_episodes").why


def test_nobody_having_died_is_no_fault():
    held = full()
    held["children"]["died_on"] = 0
    assert asked(held, "rhi_held_72h").answer is Answer.YES


def test_what_never_happened_in_any_row_is_worth_a_look():
    held = full()
    held["return_interviews"]["held_at"] = 0
    said = asked(held, "rhi_held_72h")
    assert said.answer is Answer.PARTLY
    assert "nothing in any row" in said.why


def test_an_interview_that_was_not_held_leaves_its_time_blank_rightly():
    held = full()
    held["return_interviews"]["held_at"] = 40
    assert asked(held, "rhi_held_72h").answer is Answer.YES


@pytest.mark.parametrize(
    ("returned", "ended", "answer"),
    [(0, 100, "yes"), (60, 40, "yes"), (0, 50, "partly"), (0, 0, "no")],
)
def test_two_columns_that_answer_for_each_other_need_one_of_them(
    returned, ended, answer
):
    held = full()
    held["missing_episodes"] |= {"returned_at": returned, "ended_at": ended}
    assert asked(held, "rhi_held_72h").answer == answer


def test_a_text_that_is_counted_is_not_missed_where_its_numbers_are_there():
    held = full(recommendation=5)
    held["plan_texts"]["parent_facing_text"] = 0
    assert asked(held, "plan_reading_age").answer is Answer.YES


def test_whoever_has_no_number_is_asked_for_the_text_it_is_counted_in():
    held = full(recommendation=5)
    held["plan_texts"] |= {"parent_facing_text": 0, "reading_age": 0}
    said = asked(held, "plan_reading_age")
    assert said.answer is Answer.NO
    assert said.why.endswith(
        "reading age is blank in every row: it is counted in parent facing text"
    )
    assert computable(held).recommendations[4].wanted == {
        "plan_texts": ("parent_facing_text",)
    }


def test_a_table_that_a_measure_can_do_without_leaves_it_partly_computed():
    held = full()
    del held["children"]
    said = asked(held, "rhi_held_72h")
    assert said.answer is Answer.PARTLY
    assert said.why == "children not loaded"


def test_a_table_with_no_rows_says_that_nothing_happened():
    held = full()
    held["care_episodes"] = dict.fromkeys(held["care_episodes"], 0)
    assert asked(held, "missing_per_100_placement_nights").answer is Answer.YES


def test_the_next_recommendation_is_the_one_that_asks_for_least():
    found = computable(full())
    assert found.next is not None
    assert found.next.number == 6
    assert set(found.next.wanted) == {"level2_services", "level2_reviews"}
    assert "recommendation 6, Level 2 reviews" in found.next_words


def test_only_the_columns_that_are_lacking_are_asked_for():
    held = full() | full(recommendation=6)
    held["level2_reviews"]["child_or_carer_seen"] = 0
    found = computable(held)
    assert found.next is not None
    assert found.next.wanted == {"level2_reviews": ("child_or_carer_seen",)}


def test_the_summary_counts_every_measure_once():
    found = computable(full())
    said = f"Of {len(found.measures)} measures, what is loaded is enough for 12, "
    assert found.summary.startswith(said)
    assert sum(found.count(answer) for answer in Answer) == len(found.measures)


def test_how_many_have_a_definition_yet_is_said():
    found = computable({})
    said = f"counts {len(LIBRARY)} of the {len(found.measures)} so far"
    assert (said in found.summary) == (len(LIBRARY) < len(found.measures))


def test_every_declared_need_is_answered():
    for one in computable({}).measures:
        assert one.tables.keys() == least_for(one.measure).columns.keys()
