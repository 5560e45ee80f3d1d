"""A draft as a person confirms it: each row beside its source, with every doubt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from madegood.plan.newer import Differs
from madegood.plan.views import DraftRowView, DraftView, FindingView
from madegood.web.forms.confirm import FIELDS, LABELS, RowForm, shown
from madegood.web.words import count_of

KINDS = {
    "recommendation": "Recommendation",
    "action": "Action",
    "outcome": "Expected outcome",
}


NEWS = {
    Differs.ADDED.value: "New in this version",
    Differs.CHANGED.value: "Changed in this version",
    Differs.GONE.value: "Not in this version any more",
}
WHAT = {
    "back": "Back",
    "words": "Words",
    "date": "Date moves",
    "no_date": "Date gone",
    "owners": "Owners",
    "delivery": "Taken to mean",
    "progress": "Said of it",
}


_NUMBER = re.compile(r"[\w-]+(?:\.\w+)?")


@dataclass(frozen=True)
class ShownRow:
    """A row to decide: its source, what was understood, and every doubt about it."""

    row: DraftRowView
    form: RowForm
    doubts: tuple[FindingView, ...]

    @property
    def name(self) -> str:
        return f"{KINDS[self.row.kind]} {self.row.number}"

    @property
    def cells(self) -> list[tuple[str, str]]:
        """The row's cells as in the document, under the document's own headings; an
        empty cell under no heading tells nothing."""
        given = self.row.source.cells if self.row.source else ()
        told: dict[str, str] = {}
        for label, said in given:
            if said or (label and label not in told):
                name = label or "(no heading)"
                told[name] = "\n".join(filter(None, (told.get(name), said)))
        return list(told.items())

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.form.names)

    @property
    def understood(self) -> list[tuple[str, str]]:
        """What it was taken to say, as a person reads it."""
        now, form = self.row.now, self.form
        told = []
        for name in FIELDS[self.row.kind]:
            words = shown(now.get(name)).replace("\n", "; ")
            choices = dict(getattr(form.fields.get(name), "choices", ()))
            told.append((LABELS[name].split(",")[0], str(choices.get(words, words))))
        if now.get("due"):
            told.append(("Date", str(now["due"])))
        return [(term, words) for term, words in told if words]

    @property
    def gone(self) -> bool:
        """Whether a newer version of the plan has it no more."""
        return self.row.differs == Differs.GONE

    @property
    def news(self) -> str:
        """What a newer version does to it, in a word; "" in a plan of its own."""
        return NEWS.get(self.row.differs, "")

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """What was, and what the newer version says: named, before, after."""
        return [(WHAT[d["what"]], d["was"], d["to"]) for d in self.row.differences]

    @property
    def open(self) -> bool:
        """Whether the words to change are shown: once changed, or at fault."""
        return self.row.decision == "change" or bool(
            self.form.is_bound and self.form.errors
        )

    def height(self, name: str) -> int:
        """How many lines a field needs to show all of its words, within reason."""
        return min(max(len(str(self.row.now.get(name, ""))) // 60 + 1, 2), 8)

    @property
    def decided(self) -> str:
        if not self.row.decision:
            return ""
        words = {
            "accept": "accepted",
            "change": "accepted with changes",
            "leave_out": "left out",
        }[self.row.decision]
        alone = ", with the rest in one act" if self.row.in_one_act else ""
        return f"{words} by {self.row.decided_by}{alone}"


@dataclass(frozen=True)
class Part:
    """One recommendation's rows, as a page."""

    number: str
    waiting: int


def asking(draft: DraftView) -> list[DraftRowView]:
    """The rows that ask for a decision: of a newer version, those that change."""
    return [row for row in draft.rows if row.differs != Differs.SAME]


def same_words(draft: DraftView) -> str:
    """How much of the plan a newer version leaves as it is; "" of another draft."""
    if not draft.into:
        return ""
    same = len(draft.rows) - len(asking(draft))
    return f"{count_of(same, 'row')} of {draft.into} stay as they are and ask nothing."


def parts_of(draft: DraftView) -> list[Part]:
    waiting: dict[str, int] = {}
    for row in asking(draft):
        waiting.setdefault(row.recommendation, 0)
        waiting[row.recommendation] += not row.decision
    return [Part(number, count) for number, count in waiting.items()]


def spoken_of(where: str) -> set[str]:
    """The numbers of the plan that a finding is about: "4.3", "4.3 and 9.1", or the
    first in "recommendation 2, row 1 (sheet “1”, row 4)". What is said of a line, a page
    or the report ("report, 3") is of no row."""
    head = re.match(r"recommendation ([\w.-]+),", where)
    if head:
        return {head[1]}
    told = where.split(" and ")
    return set(told) if all(_NUMBER.fullmatch(one) for one in told) else set()


def shown_row(
    row: DraftRowView, findings: Sequence[FindingView], posted: QueryDict | None
) -> ShownRow:
    doubts = [f for f in findings if row.number in spoken_of(f.where)]
    return ShownRow(row, RowForm(row, posted), tuple(doubts))


def whole(draft: DraftView) -> list[FindingView]:
    """Doubts about the document itself, not about any row of it."""
    numbers = {row.number for row in draft.rows}
    return [
        finding for finding in draft.findings if not numbers & spoken_of(finding.where)
    ]
