"""What the page of auditors and moderators shows, gathered once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from madegood.measures.agreement import GRADES, Agreement, Pair, agreement
from madegood.measures.agreement_words import GRADE_WORDS, may_be_done, meaning
from madegood.measures.rounding import whole_percent
from madegood.reports.agreement_drawing import agreement_grid
from madegood.reports.svg import Svg
from madegood.web.words import sentence


@dataclass(frozen=True)
class AgreementPage:
    """`not_blind` is how many of the pairs the moderator gave with the first in sight."""

    pairs: Sequence[Pair]
    not_blind: int
    when: str

    @cached_property
    def found(self) -> Agreement:
        return agreement(self.pairs)

    @property
    def lead(self) -> str:
        found = self.found
        if found.exact is None or found.within_one is None:
            return "No audit has been graded by two people in this time."
        audits = "audit" if found.pairs == 1 else "audits"
        return (
            f"Of {found.pairs} {audits} graded twice, {whole_percent(found.exact)}% were "
            f"given the same grade and {whole_percent(found.within_one)}% the same or "
            "the next."
        )

    @property
    def meaning(self) -> str:
        return meaning(self.found, self.pairs)

    @property
    def may_be_done(self) -> tuple[str, ...]:
        return may_be_done(self.found, self.pairs, not_blind=self.not_blind)

    @property
    def figures(self) -> list[tuple[str, str, str]]:
        """Each figure's name, value, and what it tells."""
        found = self.found
        if found.exact is None or found.within_one is None:
            return []
        told = [
            ("The same grade", f"{whole_percent(found.exact)}%", "How often."),
            (
                "The same or the next",
                f"{whole_percent(found.within_one)}%",
                "How often, where one grade apart is let pass.",
            ),
            (
                "The moderator’s is lower, higher",
                f"{found.lower}, {found.higher}",
                "Which way they differ, where they do.",
            ),
        ]
        if found.kappa is None or found.interval is None or found.ac2 is None:
            return told
        low, high = found.interval
        return [
            *told,
            (
                "Weighted kappa",
                f"{found.kappa:.2f} (likely {low:.2f} to {high:.2f})",
                "Beyond chance, by how far apart: 1 is always, 0 as often as chance.",
            ),
            (
                "Gwet’s AC2",
                f"{found.ac2:.2f}",
                "The same, and not made low where nearly all have one grade.",
            ),
        ]

    @property
    def grades(self) -> list[str]:
        return [sentence(GRADE_WORDS[grade])[:-1] for grade in GRADES]

    @cached_property
    def _counts(self) -> Counter[tuple[int, int]]:
        return Counter(
            (GRADES.index(first), GRADES.index(second)) for first, second in self.pairs
        )

    @property
    def table(self) -> list[tuple[str, list[tuple[int, bool]], int]]:
        """The auditor's grade; how many of each of the moderator's, and whether it is
        the same one; how many in all."""
        every = range(len(GRADES))
        return [
            (
                self.grades[row],
                [(self._counts[row, column], row == column) for column in every],
                sum(self._counts[row, column] for column in every),
            )
            for row in every
        ]

    @property
    def columns(self) -> list[int]:
        every = range(len(GRADES))
        return [sum(self._counts[row, column] for row in every) for column in every]

    def chart(self, *, narrow: bool) -> Svg:
        return agreement_grid(
            [GRADE_WORDS[grade] for grade in GRADES],
            self._counts,
            title=f"Auditors’ and moderators’ grades, {self.when}",
            desc=self.lead,
            narrow=narrow,
        )
