"""Tell a range of children: their lives, what they put in every file, and the truth.

Each child's chance is seeded by the seed and the child's own number, so the same child
comes out whatever the number of children and whichever process tells it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from madegood.clock.moments import end_of_day
from madegood.synthetic.decide import Teller
from madegood.synthetic.formats import FORMS
from madegood.synthetic.formats.base import Part
from madegood.synthetic.life import Life
from madegood.synthetic.living import ordinary, tell
from madegood.synthetic.planted import planted
from madegood.synthetic.story import Story
from madegood.synthetic.themes.journey import tell_journey
from madegood.synthetic.truth import TruthPart


@dataclass(frozen=True)
class Order:
    """Which children to tell, and as which formats."""

    seed: int
    story: Story
    formats: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What a range of children puts in the files: a part for each format."""

    parts: Sequence[Part]
    truth: TruthPart


def tell_range(order: Order, numbers: range) -> Told:
    forms = [FORMS[name].form(order.story) for name in order.formats]
    truth = TruthPart(order.story)
    for life in lives(order, numbers):
        for form in forms:
            form.write(life)
        truth.add(life)
    return Told([form.part() for form in forms], truth)


def lives(order: Order, numbers: range) -> Iterator[Life]:
    as_of = end_of_day(order.story.until)
    for number in numbers:
        chance = Random(f"{order.seed}:{number}")  # noqa: S311 - repeatable
        child = planted(number, order.story, chance) or ordinary(
            number, order.story, chance
        )
        tell(child, Teller(order.story, as_of, chance))
        # A chance of its own: what is told of other themes changes nothing of this.
        more = Random(f"{order.seed}:{number}:journey")  # noqa: S311 - repeatable
        life = Life(child, order.story, as_of, more)
        tell_journey(life)
        yield life
