"""One provider against the others."""

import pytest

from madegood.web.against import Group, against_others


@pytest.mark.parametrize(
    ("due", "met", "others", "said"),
    [
        (412, 297, (198, 90), "higher than chance allows"),
        (121, 52, (489, 335), "lower than chance allows"),
        (77, 50, (533, 350), "within chance"),
        (9, 9, (533, 350), "too few to say"),
        (40, 40, (0, 0), "too few to say"),
    ],
)
def test_a_provider_is_compared_with_the_others_not_with_itself(due, met, others, said):
    group = Group("Provider A", due, met)
    assert against_others(group, [group, Group("The rest", *others)]) == said


def test_all_against_all_is_not_news():
    """Two providers that always met it differ by nothing, not by a divided nought."""
    group = Group("A", 50, 50)
    assert against_others(group, [group, Group("B", 50, 50)]) == "within chance"
