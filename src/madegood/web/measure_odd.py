"""What is odd in a measure's numbers, as its page and the list of all show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from madegood.assurance.explaining import VERDICT_WORDS, Said
from madegood.assurance.one_cause import of_one_cause
from madegood.assurance.views import OddityView
from madegood.measures.oddities import KIND_WORDS
from madegood.web.forms.explain import ExplainForm
from madegood.web.words import day, sentence


@dataclass(frozen=True)
class OddRow:
    """An oddity in words, with its form for those who may explain it."""

    oddity: OddityView
    form: ExplainForm | None = None

    @property
    def heading(self) -> str:
        whose = self.oddity.whose
        kind = KIND_WORDS[self.oddity.kind]
        return f"{kind}: {whose}" if whose else kind

    @property
    def says(self) -> str:
        return sentence(self.oddity.says)

    @property
    def found(self) -> str:
        found_on = self.oddity.found_on or self.oddity.found_at
        return f"First found in the numbers of {day(found_on)}."

    @property
    def standing(self) -> str:
        if not self.oddity.current:
            return "The newest numbers have it no longer."
        if self.oddity.last_word is None:
            return "Nobody has explained it. Until then the measure proves nothing."
        if self.oddity.in_the_way:
            return "Until the data is corrected the measure proves nothing."
        return ""

    @property
    def said(self) -> list[tuple[str, str]]:
        """What was said of it and by whom, the newest first."""
        return [(_verdict(one), one.why) for one in reversed(self.oddity.said)]


def choices_alike(oddity_id: int, every: Sequence[OddityView]) -> list[tuple[int, str]]:
    """The other oddities that may have the same cause, to be chosen from."""
    here = next((one for one in every if one.id == oddity_id), None)
    if here is None:
        return []
    return [
        (other.id, f"{other.title}: {_found(other)}")
        for other in of_one_cause(here, every)
    ]


def _found(one: OddityView) -> str:
    """'suddenly nothing', 'somebody stopped reporting, team MASH'."""
    kind = KIND_WORDS[one.kind]
    words = f"{kind[:1].lower()}{kind[1:]}"
    return f"{words}, {one.whose}" if one.whose else words


def _verdict(one: Said) -> str:
    said = f"{VERDICT_WORDS[one.verdict]}, said {one.by} on {day(one.at)}"
    if one.given_for:
        return f"{said} of “{one.given_for}”: the same cause, so it stands here too"
    if one.stands_for:
        titles = ", ".join(f"“{title}”" for title in one.stands_for)
        return f"{said}. It stands for {titles} too, as of the same cause"
    return said
