"""A recommendation's standing over time, as a picture with its table beside it."""

from dataclasses import dataclass
from typing import Final

from madegood.assurance.standing import WORST_FIRST, Assurance
from madegood.assurance.standing_history import StandingHistory, Stretch
from madegood.reports.standing_drawing import (
    Band,
    Dot,
    Span,
    Step,
    Told,
    standing_picture,
)
from madegood.reports.svg import Svg
from madegood.web.standing import state_words
from madegood.web.words import because, count_of, day

# Two that are good, one that is only claimed, two that are not: by shape as by colour.
_SHAPES: Final = {
    Assurance.EMBEDDED: "full",
    Assurance.HOLDING: "pale",
    Assurance.SLIPPING: "striped",
    Assurance.CONTRADICTED: "crossed",
    Assurance.IN_PROGRESS: "ring",
    Assurance.UNTESTABLE: "ring",
}
_SHORT: Final = {
    Assurance.CLAIMED_NOT_EVIDENCED: "Claimed only",
    Assurance.UNTESTABLE: "Not testable",
}
_NOT_BORNE_OUT = "a record that what was known then does not bear out"


@dataclass(frozen=True)
class Row:
    """One line of the table: a day and what changed on it."""

    when: str
    what: str
    why: str


@dataclass(frozen=True)
class HistoryPicture:
    history: StandingHistory

    @property
    def rows(self) -> list[Row]:
        """What was said, how it stood and what happened, the newest first."""
        said = [
            (s.day, "Said", f"{s.complete} of {s.of} actions said to be complete", "")
            for s in self.history.said
        ]
        stood = [
            (s.first, "Shown", _shown(s), because(s.because))
            for s in self.history.stretches
        ]
        turns = [
            (t.day, "Marks", f"{t.part} {t.kind}", t.words) for t in self.history.turns
        ]
        every = sorted([*said, *stood, *turns], key=lambda row: row[0], reverse=True)
        return [Row(day(on), what, why) for on, _, what, why in every]

    @property
    def lead(self) -> str:
        """For who does not see the picture."""
        now = self.history.stretches[-1] if self.history.stretches else None
        if now is None:
            return "Nothing has been recorded of how it stood."
        times = count_of(len(self.history.stretches), "standing")
        fell = sum(turn.kind == "slipped" for turn in self.history.turns)
        slips = f"; its parts slipped {count_of(fell, 'time')}" if fell else ""
        return (
            f"{times} since {day(self.history.stretches[0].first)}, the last of them "
            f"{_shown(now).lower()} from {day(now.first)}{slips}."
        )

    def picture(self, *, narrow: bool) -> Svg:
        used = {s.state for s in self.history.stretches}
        best_first = [s for s in reversed(WORST_FIRST) if s in used]
        told = Told(
            self.history.first,
            self.history.until,
            bands=[_band(state, narrow=narrow) for state in best_first],
            said=[Step(s.day, s.complete, s.of) for s in self.history.said],
            spans=[
                Span(s.state.value, s.first, s.until)
                for s in self.history.stretches
                if s.state is not None
            ],
            dots=[Dot(t.day, t.kind) for t in self.history.turns],
        )
        return standing_picture(
            told, title="How it has stood", desc=self.lead, narrow=narrow
        )


def _shown(stretch: Stretch) -> str:
    return state_words(stretch.state) if stretch.state else _NOT_BORNE_OUT.capitalize()


def _band(state: Assurance, *, narrow: bool) -> Band:
    word = state_words(state)
    return Band(
        state.value,
        _SHORT.get(state, word) if narrow else word,
        _SHAPES.get(state, "grey"),
    )
