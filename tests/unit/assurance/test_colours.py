"""The colour of an action: computed by a stated rule, said otherwise for a time."""

from datetime import date, timedelta

import pytest

from madegood.accounts.actions import Refused
from madegood.assurance import queries
from madegood.assurance.colour_actions import NotOverridden, override_colour
from madegood.assurance.colour_queries import colours
from madegood.assurance.colours import LONGEST, MEANINGS, Colour, _months_left
from madegood.assurance.models import ColourOverride
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.measures.series import series_of
from madegood.plan import actions as plans
from madegood.plan.actions import Given
from madegood.plan.progress import Delivery
from tests.builders import a_plan, an_action, months
from tests.cast import person

pytestmark = pytest.mark.django_db
WHY = "the provider changed hands this month"


@pytest.fixture(autouse=True)
def _plan():
    a_plan(
        actions=[
            an_action(),
            an_action("4.2", delivery=Delivery.IN_PROGRESS, progress="Going on"),
            an_action("4.3", delivery=Delivery.NOT_STARTED, progress=""),
        ]
    )


def row(number, as_of=None):
    found = colours(queries.plan_standing(as_of))
    return next(each for each in found if each.action.number == number)


def due(days):
    plans.move_date(
        by=person("tom"),
        number="4.2",
        to=today() + timedelta(days=days),
        agreed_by="Board",
        why="Late tender",
    )


def say(colour="green", why=WHY, until=None, by="tom"):
    return override_colour(
        by=person(by), number="4.2", colour=colour, why=why, until=until
    )


def test_what_is_only_said_to_be_complete_is_amber_and_delivered_once_it_is_shown():
    assert row("4.1").computed.colour is Colour.AMBER
    assert "nothing shows it was done" in row("4.1").computed.because
    plans.add_evidence(
        by=person("tom"),
        number="4.1",
        given=Given(
            rung="done",
            title="The specification",
            happened_on=today(),
            review_by=today() + timedelta(days=90),
            link="https://example.org/shown",
        ),
    )
    assert row("4.1").computed.colour is Colour.DELIVERED


def test_what_has_not_begun_is_grey_and_what_goes_on_green():
    assert row("4.3").computed.colour is Colour.GREY
    assert row("4.2").computed.colour is Colour.GREEN


@pytest.mark.parametrize(
    ("days", "colour"),
    [(-1, Colour.RED), (0, Colour.AMBER), (28, Colour.AMBER), (29, Colour.GREEN)],
)
def test_its_date_makes_it_red_or_amber(days, colour):
    due(days)
    assert row("4.2").computed.colour is colour


def test_evidence_past_its_review_makes_it_amber():
    plans.add_evidence(
        by=person("tom"),
        number="4.1",
        given=Given(
            "done",
            "Specification",
            today() - timedelta(days=90),
            today() - timedelta(days=1),
            link="https://records.example.org/1",
        ),
    )
    seen = row("4.1")
    assert seen.computed.colour in (Colour.AMBER, Colour.RED)
    assert seen.disagreement == "said to be complete"


def test_the_months_to_target_are_by_the_line_through_the_last_six():
    climbing = months((5, 10), (5, 10), (6, 10), (6, 10), (7, 10), (7, 10))
    series = series_of(climbing, good_is="high", target=0.9)
    assert _months_left(series, 0.9) in (4, 5)
    falling = series_of(
        months((7, 10), (7, 10), (6, 10), (6, 10), (5, 10), (5, 10)),
        good_is="high",
        target=0.9,
    )
    assert _months_left(falling, 0.9) is None


def test_each_colour_has_a_word_and_a_shape_of_its_own():
    assert set(MEANINGS) == set(Colour)
    assert len({meaning.shape for meaning in MEANINGS.values()}) == len(Colour)


def test_a_persons_colour_stands_beside_the_computed_one_until_its_day():
    due(-1)
    say(until=today() + timedelta(days=10))
    seen = row("4.2")
    assert (seen.computed.colour, seen.override.colour) == (Colour.RED, Colour.GREEN)
    assert seen.disagreement == "a person says otherwise"
    later = end_of_day(today() + timedelta(days=11))
    assert row("4.2", later).override is None


def test_it_lasts_31_days_unless_said_otherwise():
    assert say().expires_on == today() + timedelta(days=31)


def test_a_row_that_would_last_for_ever_ends_all_the_same():
    say()
    ColourOverride.objects.update(expires_on=date(2999, 1, 1))
    assert row("4.2", end_of_day(today() + LONGEST)).override is not None
    after = end_of_day(today() + LONGEST + timedelta(days=1))
    assert row("4.2", after).override is None


def test_nobody_says_embedded_not_even_by_hand():
    with pytest.raises(NotOverridden, match="never said"):
        say("blue")
    say()
    ColourOverride.objects.update(colour="blue")
    assert row("4.2").override is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"colour": "mauve"}, "Choose red, amber"),
        ({"why": "because"}, "at least 5 words"),
        ({"until": date(2020, 1, 1)}, "Choose a day from today"),
        ({"until": date(2999, 1, 1)}, "92 days"),
    ],
)
def test_what_cannot_be_said_is_refused_with_the_reason(given, told):
    with pytest.raises(NotOverridden, match=told):
        say(**given)


def test_only_who_may_keep_the_plan_says_so():
    with pytest.raises(Refused):
        say(by="anil")
