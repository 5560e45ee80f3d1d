"""What the pages of the rows behind a number show, gathered once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.core.paginator import Page, Paginator
from django.utils.crypto import salted_hmac

from madegood.clock.periods import month_of
from madegood.measures import Measure, RowState, Settings, State, why
from madegood.measures.kept_rows import Which
from madegood.measures.model import Choice, Rule
from madegood.measures.states import When
from madegood.measures.wording import (
    limit_of,
    rules_of,
    say_limit,
    words_for_flag,
    words_for_reason,
)
from madegood.vault.queries import CaseLinkView
from madegood.web.measure_words import words_by_state
from madegood.web.words import moment, month, sentence

ON_A_PAGE: Final = 50
# What needs somebody first.
ORDER: Final = (
    State.OVERDUE,
    State.PENDING,
    State.NOT_MET,
    State.DQ_ERROR,
    State.NOT_DUE,
    State.MET,
    State.CENSORED,
    State.EXCLUDED,
    State.NOT_APPLICABLE,
)
_HANDLE: Final = 20
_NO_MONTH: Final = "no-month"


@dataclass(frozen=True)
class ShownRow:
    """A row as the list shows it: the child by code, never by name.

    handle  stands for the row in an address, where no code may
    number  the child's own in the case system, href where that opens it; both only
            where somebody permitted has just turned the codes back
    """

    child: str
    handle: str
    words: str
    overdue: bool
    due: When
    why: str
    team: str | None
    provider: str | None
    number: str = ""
    href: str = ""


def handle_of(row: RowState) -> str:
    """The month a row is counted in, and twenty letters that are the same each time and
    that nothing can be told from. By its month it is found among a million."""
    said = f"{row.measure}\x1f{row.subject}\x1f{row.counted_on}"
    letters = salted_hmac("why this child", said, algorithm="sha256").hexdigest()
    counted = f"{row.counted_on:%Y-%m}" if row.counted_on else _NO_MONTH
    return f"{counted}-{letters[:_HANDLE]}"


def which_of(handle: str) -> Which | None:
    """The rows that one of this handle is among; None where it is no handle."""
    counted, _, _ = handle.rpartition("-")
    if counted == _NO_MONTH:
        return Which(undated=True)
    try:
        return Which(periods=[month_of(date.fromisoformat(f"{counted}-01"))])
    except ValueError:
        return None


def in_order(rows: Sequence[RowState]) -> list[RowState]:
    return sorted(
        rows, key=lambda row: (ORDER.index(row.state), str(row.due), row.subject)
    )


def page_of(rows: Sequence[RowState], asked: str) -> Page[RowState]:
    """One page of them; the first where what was asked for is no page."""
    return Paginator(in_order(rows), ON_A_PAGE).get_page(asked)


def shown(
    asked: Measure,
    rows: Sequence[RowState],
    numbers: Mapping[str, str],
    link: CaseLinkView | None,
) -> list[ShownRow]:
    words = counted_words(asked)
    return [
        ShownRow(
            row.child or row.subject,
            handle_of(row),
            words[row.state],
            row.state is State.OVERDUE,
            row.due,
            why(row),
            row.team,
            row.provider,
            numbers.get(row.child, ""),
            link.to(numbers[row.child]) if link and row.child in numbers else "",
        )
        for row in rows
    ]


def counted_words(asked: Measure) -> dict[State, str]:
    """What each state is called; of what is only counted, met is counted."""
    words = {state: said for state, (said, _) in words_by_state(asked).items()}
    if asked.unit in ("count", "rate"):
        words |= {State.MET: "counted", State.NOT_MET: "not counted"}
    return words


# ---- why this child -------------------------------------------------------------
@dataclass(frozen=True)
class TriedRule:
    """A rule as it went: 'did not apply', 'decided', 'may have decided', 'not asked'."""

    says: str
    went: str
    decided: bool


@dataclass(frozen=True)
class WhyPage:
    """One row told whole: its dates, the limit, and every rule in the order tried."""

    measure: Measure
    row: RowState
    settings: Settings
    numbers: Mapping[str, str] = field(default_factory=dict)
    link: CaseLinkView | None = None

    @property
    def shown(self) -> ShownRow:
        return shown(self.measure, [self.row], self.numbers, self.link)[0]

    @property
    def heading(self) -> str:
        return sentence(counted_words(self.measure)[self.row.state])[:-1]

    @property
    def says(self) -> str:
        return why(self.row)

    @property
    def facts(self) -> list[tuple[str, str]]:
        row, said = self.row, self.measure.phrases
        stopped = said.stopped[:1].upper() + said.stopped[1:]
        allowed = limit_of(self.measure.kind)
        facts = [
            (said.started, moment(row.start) or "not recorded"),
            ("Time allowed", say_limit(allowed, self._chosen) if allowed else ""),
            ("Due by", moment(row.due)),
            (stopped, (moment(row.stop) or "not recorded") if said.stopped else ""),
            (
                "Counted in",
                month(row.counted_on) if row.counted_on else "no month: not begun",
            ),
            ("Team", row.team or "not recorded"),
            ("Provider", row.provider or "not recorded"),
            ("Marked", "; ".join(words_for_flag(flag) for flag in row.flags)),
        ]
        return [(term, text) for term, text in facts if term and text]

    @property
    def rules(self) -> list[TriedRule]:
        """In the order they are tried: the first that holds decides."""
        rules = rules_of(self.measure.kind)
        places = [n for n, rule in enumerate(rules) if self._is(rule)]
        return [self._tried(n, rule, places) for n, rule in enumerate(rules)]

    @property
    def beyond(self) -> str:
        """Of a child counted over several rows: what the rules alone do not say."""
        if any(rule.decided for rule in self.rules):
            return ""
        return sentence(words_for_reason(self.row.reason)) if self.row.reason else ""

    @property
    def _chosen(self) -> Mapping[str, Choice]:
        return self.settings.of(self.measure.id)

    def _is(self, rule: Rule) -> bool:
        return (rule.state, rule.reason) == (self.row.state, self.row.reason)

    def _tried(self, n: int, rule: Rule, places: Sequence[int]) -> TriedRule:
        words = sentence(counted_words(self.measure)[rule.state])[:-1]
        reason = words_for_reason(rule.reason) if rule.reason else ""
        said = reason and reason.casefold() != words.casefold()
        says = f"{words}: {reason}" if said else words
        if not places:
            return TriedRule(says, "", decided=False)
        if n in places:
            # Two rules may end alike, and the row keeps only how it ended.
            went = "decided" if len(places) == 1 else "one of these decided"
            return TriedRule(says, went, decided=True)
        went = "did not apply" if n < places[-1] else "not asked"
        return TriedRule(says, went, decided=False)
