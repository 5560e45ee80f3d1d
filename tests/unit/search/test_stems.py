"""Words as they are looked for."""

import pytest

from madegood.search.stems import asked, stems, words


@pytest.mark.parametrize(
    "family",
    [
        ("interview", "interviews", "interviewed", "Interviewing"),
        ("policy", "policies", "Policy’s"),
        ("plan", "plans", "planned", "planning"),
        ("review", "reviews", "reviewed"),
        ("case", "cases"),
        ("agree", "agreed"),
        ("audit", "audits", "audited"),
        ("Zoë", "zoe"),
    ],
)
def test_a_word_is_found_by_its_other_forms(family):
    assert len({asked(word)[0] for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("missing", "mission"), ("is", "i")])
def test_other_words_are_not(one, other):
    assert asked(one) != asked(other)


def test_a_number_is_kept_whole_and_found_by_its_parts():
    assert asked("4.3") == ["4.3"]
    assert {"4.3", "4", "3"} <= set(stems("Action 4.3"))
    assert "jtai22:4.3" in stems("Action JTAI22:4.3")


@pytest.mark.parametrize("odd", ["", "   ", "'; --", "%_%", '()"*', "\x00", "—"])
def test_odd_queries_ask_for_nothing(odd):
    assert asked(odd) == []


def test_common_words_are_passed_over():
    assert asked("the offer of interviews") == ["offer", "interview"]
    assert words("A · b") == ["a", "b"]
