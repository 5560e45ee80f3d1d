"""What a plan asks of a family: each action with who and by when, or without, and the
words in which it asks."""

from datetime import date
from random import Random

from madegood.synthetic.life import DAY, Life

MEASURE = "plan_actions_owned_and_dated"
READING_AGE, TOO_LONG = "plan_reading_age", "plan_too_long"
MOST_WORDS, MOST_ACTIONS = 1500, 15
WHO = ("mother", "father", "both parents", "social worker", "school", "health visitor")
NO_DATE = ("ongoing", "asap", "TBC", "", "as needed")
ACTIONS = (
    "Take the children to school on time every day",
    "Go to the group for parents each week",
    "Keep the appointment at the clinic",
    "Tell the worker before anyone else stays the night",
    "Make the bedroom safe and warm",
    "Write down what helps when things get hard",
    "See the health visitor with the baby",
    "Ask the landlord in writing to mend the heating",
)
WHY = "We are worried about the children. This says what will happen and by when."
# As plans are written that no parent can follow.
HARD = (
    (
        "Parents to evidence consistent engagement with the multi-agency network and to "
        "demonstrate sustained improvement in the identified protective factors"
    ),
    (
        "Professionals to facilitate a comprehensive assessment of parental capacity "
        "regarding emotional dysregulation and disguised compliance"
    ),
    (
        "Parents to prioritise the educational attainment of the children by ensuring "
        "appropriate attendance in accordance with statutory expectations"
    ),
)


def write_plan(life: Life, key: str, kind: str, start: date) -> None:
    """The first version of a plan's words and actions."""
    written = start + life.chance.randint(0, 5) * DAY
    if written > life.until:
        return
    many = life.chance.randint(3, 7)
    said = life.chance.sample(ACTIONS, many)
    for place, text in enumerate(said, 1):
        _action(life, (key, kind, written), place, text)
    # Its own chance: what a plan says changes nothing else in a child's life.
    words = Random(f"{key} {written}")  # noqa: S311 - repeatable
    crowded = words.random() < 0.06
    if crowded:
        many = _crowd(life, (key, kind, written), many, words)
    life.count(MEASURE, of="denominator", many=many)
    given = written + life.chance.randint(0, 12) * DAY
    needed = life.likely(0.12)
    life.add(
        "plan_texts",
        plan_id=key,
        plan_kind=kind,
        written_on=written,
        parent_facing_text=_text(life, said, words, crowded=crowded),
        copy_given_on=given if given <= life.until and life.likely(0.7) else None,
        interpreter_needed="yes" if needed else "no",
        interpreter_used=_used(life) if needed else "not_applicable",
    )


def _text(life: Life, said: list[str], words: Random, *, crowded: bool) -> str | None:
    """The words of a plan, and whether they are plain and few, which is decided first;
    none where nobody wrote them where they can be read."""
    roll = words.random()
    if roll < 0.03:
        life.count(READING_AGE, of="unknown")
        life.count(TOO_LONG, of="denominator" if crowded else "unknown")
        if crowded:
            life.count(TOO_LONG, of="numerator")
        return None
    hard, long = roll > 0.75, 0.03 <= roll < 0.08
    for measure, good in ((READING_AGE, not hard), (TOO_LONG, long or crowded)):
        life.count(measure, of="denominator")
        life.count(measure, of="numerator", many=int(good))
    if hard:
        return f"{'. '.join(HARD)}."
    if long or roll < 0.11:
        # One word more than is allowed, or as many as are.
        return _of_words(MOST_WORDS + int(long))
    return f"{WHY} {'. '.join(said)}."


def _of_words(many: int) -> str:
    """So many words in plain sentences."""
    sentences = (WHY, *(f"{text}." for text in ACTIONS))
    said = " ".join(sentences).split()
    return " ".join((said * (many // len(said) + 1))[:many])


def _crowd(life: Life, plan: tuple[str, str, date], many: int, words: Random) -> int:
    """More actions than a family can keep in mind."""
    most = MOST_ACTIONS + 1
    key, kind, written = plan
    for place in range(many + 1, most + 1):
        life.add(
            "plan_actions",
            plan_id=key,
            plan_kind=kind,
            written_on=written,
            position=str(place),
            text=words.choice(ACTIONS),
            owner=words.choice(WHO),
            due=(written + words.randint(7, 80) * DAY).isoformat(),
        )
    life.count(MEASURE, of="numerator", many=most - many)
    return most


def _used(life: Life) -> str:
    return "yes" if life.likely(0.7) else "no"


def _action(life: Life, plan: tuple[str, str, date], place: int, text: str) -> None:
    key, kind, written = plan
    good = life.goes_well("action_owned_and_dated", written)
    owned = good or life.likely(0.4)
    dated = good or (not owned and life.likely(0.5))
    due = written + life.chance.randint(7, 80) * DAY
    life.add(
        "plan_actions",
        plan_id=key,
        plan_kind=kind,
        written_on=written,
        position=str(place),
        text=text,
        owner=life.chance.choice(WHO) if owned else "",
        due=due.isoformat() if dated else life.chance.choice(NO_DATE),
    )
    if good:
        life.count(MEASURE, of="numerator")
