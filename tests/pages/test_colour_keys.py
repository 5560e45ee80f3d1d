"""What the colours of a plan mean, in its own words; what is computed stays as it is."""

import re

import pytest

from madegood.assurance.colour_key import MEANINGS, Colour, faults_of
from madegood.assurance.colour_keys import key_of
from madegood.assurance.colour_proposed import proposed
from madegood.clock.today import now
from madegood.intake.plans.legend import key_in, meanings_told
from madegood.plan.models import Finding

COLOURS = "/plan/colours"


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def where(plan):
    return f"{COLOURS}/{plan.short}/key"


def given(**changed):
    said = {"why": "The board agreed it in May"}
    for colour, meaning in MEANINGS.items():
        said |= {
            f"{colour}-swatch": meaning.swatch,
            f"{colour}-word": meaning.word,
            f"{colour}-own": "",
        }
    return said | {name.replace("_", "-"): cell for name, cell in changed.items()}


# Blue is "complete" here, as in many councils; embedded is shown in purple.
OTHERWISE = {
    "delivered_swatch": "blue",
    "delivered_word": "Complete",
    "delivered_own": "The action is complete, awaiting sign-off",
    "blue_swatch": "purple",
}


def test_without_words_of_its_own_a_plan_has_the_defaults_and_says_so(signed_in, plan):
    told = words(signed_in("tom").get(COLOURS))
    assert "has no words of its own for them, so these are the defaults" in told


def test_a_plan_says_what_its_colours_mean_and_they_are_shown_so(signed_in, plan):
    priya = signed_in("priya")
    before = [row.computed for row in colours_now()]
    answer = priya.post(where(plan), given(**OTHERWISE), follow=True)
    told = words(answer)
    assert "The action is complete, awaiting sign-off. Applies when something" in told
    assert "recorded by Priya Shah" in told
    text = answer.content.decode()
    assert 'mg-colour--blue"><span aria-hidden="true">✓</span> Complete' in text
    assert 'mg-colour--purple"><span aria-hidden="true">◆</span> Embedded' in text
    assert [row.computed for row in colours_now()] == before


def colours_now():
    from madegood.assurance import queries
    from madegood.assurance.colour_queries import colours

    return colours(queries.plan_standing())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"delivered_swatch": "blue"},
            "Choose a colour that no other state is shown in",
        ),
        ({"delivered_word": "embedded"}, "Enter a word that no other state has"),
        ({"red_word": ""}, "Enter the word that is shown"),
        ({"red_word": "w" * 31}, "Use 30 letters or fewer"),
        ({"red_swatch": "pink"}, "Choose one of the colours"),
        ({"red_own": "w" * 401}, "Use 400 letters or fewer"),
        ({"why": ""}, "Say where these meanings come from"),
        ({"why": "Because"}, "in at least three words"),
    ],
)
def test_nothing_that_is_only_said_may_look_like_what_is_shown(
    signed_in, plan, changed, told
):
    answer = signed_in("priya").post(where(plan), given(**changed))
    assert answer.status_code == 400
    assert told in words(answer)
    assert key_of(plan.short, now()).made_at is None


def test_an_earlier_day_has_the_words_of_that_day(signed_in, plan):
    before = now()
    signed_in("priya").post(where(plan), given(**OTHERWISE))
    assert key_of(plan.short, before).meanings == MEANINGS
    assert key_of(plan.short, now()).meanings[Colour.DELIVERED].word == "Complete"


@pytest.mark.parametrize("who", ["tom", "dana", "ros"])
def test_only_who_keeps_the_plan_says_what_they_mean(signed_in, plan, who):
    assert signed_in(who).get(where(plan)).status_code == 403


def test_a_plan_there_is_not_is_not_found(signed_in, plan):
    assert signed_in("priya").get(f"{COLOURS}/NONE19/key").status_code == 404
    assert signed_in("priya").get(f"{COLOURS}?plan=NONE19").status_code == 404


KEYS = {
    "Key: Blue – complete; Green – on track; Amber – at risk; Red – overdue": {
        "blue": "complete",
        "green": "on track",
        "amber": "at risk",
        "red": "overdue",
    },
    "Red: off target\nYellow: some delay\nGreen: on target": {
        "red": "off target",
        "amber": "some delay",
        "green": "on target",
    },
    "RAG rating: green": None,
    "The green paper is red. Actions – amber": None,
    "Red: late\n\nwords\nmore words\nand more\nGreen: fine\nAmber: not": None,
}


@pytest.mark.parametrize(("text", "means"), KEYS.items())
def test_the_key_of_a_document_is_found_where_it_has_one(text, means):
    found = key_in(text)
    assert (meanings_told(found.message) if found else None) == means


PROPOSED = {
    # what the document says: which state it is put under, shown in which colour
    "blue: complete": (Colour.DELIVERED, "blue"),
    "blue: complete and embedded in practice": (Colour.BLUE, "blue"),
    "green: completed": (Colour.DELIVERED, "green"),
    "green: on track to be completed": (Colour.GREEN, "green"),
    "purple: business as usual": (Colour.BLUE, "purple"),
}


@pytest.mark.parametrize(("says", "put"), PROPOSED.items())
def test_complete_is_never_put_under_embedded(says, put):
    name, _, said = says.partition(": ")
    meanings, unplaced = proposed({name: said})
    state, swatch = put
    assert (meanings[state].own, meanings[state].swatch) == (said, swatch)
    assert not unplaced
    assert not faults_of(meanings)


def test_what_the_document_says_is_offered(signed_in, plan):
    found = key_in("Blue – complete; Green – on track; Purple – on hold; Red – late")
    Finding.objects.create(plan=plan, **vars(found))
    told = words(signed_in("priya").get(where(plan)))
    assert "The plan’s document has a key" in told
    assert "Not placed: purple: on hold" in told
    assert "complete" in told
