"""The rules of assurance, put in sentences as the code applies them. Plain Python.

Every number here is the constant that decides, so that what is printed cannot differ
from what is done. Examples stand in printed_examples.py.
"""

from dataclasses import dataclass
from itertools import takewhile

from madegood.assurance.amounts import percent
from madegood.assurance.asked import DOUBT, Question, fewer_by_chance
from madegood.assurance.measured import LOOK_BACK_MONTHS, OLDEST_MONTH, WIDEST_BOUNDS
from madegood.assurance.observe import RUNG_OF
from madegood.assurance.reproof import AFTER_MONTHS, OPENS, after_words
from madegood.assurance.standing import (
    STATE_WORDS,
    WORST_FIRST,
    Rung,
)

__all__ = ["Section", "chances", "sections"]

# What is asked of a measure, a sample or a document that says nothing else.
_ASKED = Question("measure", "")
_KIND_WORDS = {
    "document": "a document",
    "sample": "an audit or a dip sample",
    "feedback": "what families and partners say",
}


@dataclass(frozen=True, slots=True)
class Section:
    """Some of the rules, under the anchor that a page's link leads to."""

    anchor: str
    heading: str
    says: tuple[str, ...]


def sections(most_bad: float) -> tuple[Section, ...]:
    """`most_bad` is what part of a measure's rows may have bad data, as it is set."""
    return (
        _order(),
        _rungs(),
        _measures(most_bad),
        _looks(),
        _names(),
        _reproofs(),
        _oddities(),
    )


def _order() -> Section:
    worst = ", ".join(STATE_WORDS[state] for state in WORST_FIRST)
    return Section(
        "order",
        "In what order it is decided",
        (
            (
                "What is said of an action and what is known of it are two facts. What is "
                "said never changes what is known, but for one thing: nothing is held "
                "against an action that nobody has said is complete."
            ),
            (
                "The rules are asked in this order, and the first that fits decides: "
                "retired or not testable; not said to be complete, or still in the time "
                "the plan declared untested; contradicted; slipping; claimed, not "
                "evidenced; embedded; otherwise holding."
            ),
            (
                "A recommendation is as its worst action or outcome is. From the worst: "
                f"{worst}."
            ),
        ),
    )


def _rungs() -> Section:
    fills = "; ".join(
        f"{_KIND_WORDS[kind]} fills “{_word(rung)}”" for kind, rung in RUNG_OF.items()
    )
    return Section(
        "rungs",
        "What fills a rung",
        (
            (
                f"{fills[0].upper()}{fills[1:]}; a measure fills “{_word(Rung.MOVED)}” "
                f"by a month at its target, and “{_word(Rung.HELD)}” by staying there."
            ),
            (
                "Where several tests ask about one rung, the gravest answer counts: lost, "
                "then empty, then reached."
            ),
            (
                "Whatever else a plan asks, an action needs evidence that it was done. That "
                "it was done is never enough alone, nor is a measure: somebody must have "
                "seen the practice or heard families."
            ),
        ),
    )


def _word(rung: Rung) -> str:
    return rung.name.lower()


def _measures(most_bad: float) -> Section:
    return Section(
        "measures",
        "When a measure is at its target",
        (
            (
                "Only whole months count, and of a share only those with "
                f"{_ASKED.minimum} or more to count, unless the test says another number."
            ),
            (
                f"It has stayed at target after {_ASKED.periods} such months running, unless "
                "the test says another number."
            ),
            (
                f"It has slipped where it had stayed in the {LOOK_BACK_MONTHS} months "
                "before, and then two months running were off target, or one by more than "
                "chance."
            ),
            (
                f"By more than chance: less than {percent(DOUBT)} likely, were the target "
                "true. Then, where it never said better, it contradicts the claim, even if "
                "every row with bad data were a good one."
            ),
            (
                f"A last month that ended more than {OLDEST_MONTH.days} days ago shows "
                "nothing, nor does one whose rows with faults could move it by more than "
                f"{percent(WIDEST_BOUNDS)}."
            ),
            (
                f"Where more than {percent(most_bad)} of the rows have bad data, nothing is "
                "proved."
            ),
        ),
    )


def _looks() -> Section:
    return Section(
        "looks",
        "When an audit, a dip sample or what families say counts",
        (
            (
                f"It needs {_ASKED.minimum} or more that were looked at, and as large a "
                "share of them good as the test’s target, unless the test says another "
                "number."
            ),
            (
                f"It counts for {_ASKED.max_age_days} days, or until the day it was to be "
                "looked at again where that is sooner."
            ),
            (
                "The newest look counts. Where that one waits for its check and is as good "
                "as the last that was checked, the checked one stands meanwhile. A worse "
                "look counts at once, checked or not."
            ),
            "What only the person who recorded it has seen makes nothing embedded.",
        ),
    )


def _names() -> Section:
    return Section(
        "signatures",
        "Whose signature counts",
        (
            (
                "Of somebody who never held a post while it owned the action: not now, and "
                "not before. For an expected outcome: of none of its recommendation’s "
                "actions."
            ),
            (
                "Every rung that is asked for must have been reached when it was given, and "
                "nothing may have fallen back since, nor a test have been withdrawn."
            ),
            (
                "Somebody else than the signer must have recorded some of the practice or of "
                "the voices that it rests on."
            ),
            "All this is asked again at each reading, from what is on record.",
        ),
    )


def _reproofs() -> Section:
    return Section(
        "reproof",
        "Looking again",
        (
            (
                f"What is embedded is looked at again after {after_words(AFTER_MONTHS)}, from the first "
                "signature that still counts."
            ),
            (
                f"Each look may be taken from {OPENS.days} days before its day: fresh "
                "evidence of practice, or of what families say, checked by somebody else, "
                "and then a signature by another person than recorded it. One serves every "
                "look that was open."
            ),
            "Until one that was missed is made good, it is holding.",
        ),
    )


def _oddities() -> Section:
    return Section(
        "oddities",
        "What something odd in the numbers does",
        (
            (
                "A heap at the limit, a sudden step together with a change in what is "
                "counted, or a sudden nought has to be explained by somebody who does not "
                "own what the measure tests."
            ),
            "Until then the measure fills no rung and contradicts no claim.",
            (
                "What had slipped stays slipping: no month with something odd in it shows "
                "that it came back."
            ),
        ),
    )


def chances(target: float, sizes: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Of so many, the most that can be good and still contradict a claim."""
    return tuple((of, _most_against(of, target)) for of in sizes)


def _most_against(of: int, target: float) -> int:
    def contradicts(good: int) -> bool:
        return fewer_by_chance(good, of, target) < DOUBT

    return len([*takewhile(contradicts, range(of))]) - 1
