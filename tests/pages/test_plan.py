"""The plan, said and shown."""

import pytest

REC = "/plan/recommendations/4"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def dana(signed_in):
    return signed_in("dana")


def test_before_there_is_a_plan_the_page_says_who_reads_one_in(signed_in, db):
    assert "No plan has been confirmed yet" in words(signed_in("dana").get("/plan"))
    assert "/plan/import" in words(signed_in("priya").get("/plan"))


def test_the_first_line_can_be_read_out(dana, plan):
    said = words(dana.get("/plan"))
    assert "The council says that 2 of the 2 actions in this plan are complete" in said


def test_the_second_line_says_how_old_the_data_is(dana, plan, loaded):
    said = words(dana.get("/plan?as_of=2026-11-23"))
    assert "As known at 23 November 2026 · data to 22 November 2026, 1 day old" in said


def test_without_data_the_second_line_says_so(dana, plan):
    assert "No children’s data has been loaded yet" in words(dana.get("/plan"))


def test_a_recommendation_stands_said_beside_shown(dana, plan, loaded):
    said = words(dana.get("/plan"))
    assert "<strong>2 of 2</strong> actions said complete" in said
    assert "Claimed, not evidenced" in said or "Contradicted" in said
    assert "Return interviews held within 72 hours, of all due" in said


def test_each_rung_says_its_state_in_words_too(dana, plan):
    said = words(dana.get("/plan"))
    assert 'Done<span class="govuk-visually-hidden">: not reached</span>' in said


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2999-01-01", "Choose today or an earlier day"),
        ("soon", "Enter a date, such as 30 November 2026"),
        ("1999-01-01", "Choose a day in 2015 or later"),
    ],
)
def test_a_day_that_cannot_be_asked_about_is_named(dana, plan, asked, told):
    answer = dana.get("/plan", {"as_of": asked})
    assert answer.status_code == 400
    assert told in words(answer)


def test_the_day_asked_about_goes_with_the_reader(dana, plan):
    assert f"{REC}?as_of=2026-10-31" in words(dana.get("/plan?as_of=2026-10-31"))


def test_a_recommendation_shows_every_action_and_outcome_and_why(dana, plan):
    said = words(dana.get(REC))
    for part in ("4.1", "4.2", "4.a", "4.b"):
        assert f'aria-hidden="true">{part}</span>' in said
    assert "2 of 2 actions are said to be complete; none of them can be shown" in said
    assert "The plan says it is complete, but nobody has recorded" in said


def test_an_outcome_that_nothing_can_count_says_so(dana, plan):
    assert "Names nothing that can be counted" in words(dana.get(REC))


def test_a_line_of_sight_answers_six_questions(dana, plan, loaded):
    said = words(dana.get(f"{REC}/line-of-sight"))
    for question in (
        "What was recommended",
        "What we did",
        "What we found",
        "What children say",
        "What the numbers show",
        "What we still do not know",
    ):
        assert f"<h2>{question}</h2>" in said


@pytest.mark.parametrize("number", ["99", "4.1", "x"])
def test_a_recommendation_the_plan_does_not_have_is_no_page(dana, plan, number):
    for end in ("", "/line-of-sight"):
        address = f"/plan/recommendations/{number}{end}"
        assert dana.get(address).status_code == 404


def test_no_code_name_is_shown_to_a_reader(dana, plan, loaded):
    said = words(dana.get("/plan")) + words(dana.get(REC))
    for code in ("claimed_not_evidenced<", "complete_monitored", ">NOT_", "DQ_ERROR"):
        assert code not in said


@pytest.mark.parametrize("who", ["adeyemi", "ada", "sam"])
def test_those_who_may_not_see_the_plan_are_refused(signed_in, plan, who):
    assert signed_in(who).get("/plan").status_code == 403


def test_a_newer_plan_can_be_read_in_by_those_who_may(signed_in, dana, plan):
    assert "/plan/import" in words(signed_in("priya").get("/plan"))
    assert "/plan/import" not in words(dana.get("/plan"))
