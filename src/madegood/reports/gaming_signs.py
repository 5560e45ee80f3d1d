"""What may show that a plan is being made to look better than it is. Plain Python.

Each sign is counted from the ledger by a rule that is printed with it. A sign is a
question to ask, never a finding against anybody: no person is named and nothing is
ranked. Where a rule finds nothing, that is said too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from madegood.clock.moments import london_date
from madegood.plan.views import ActionView, PlanView

# So many days before a board or a paper are “just before” it.
JUST_BEFORE: Final = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a rule found: the part of the plan ("" where it is of none), and what."""

    number: str
    says: str


@dataclass(frozen=True, slots=True)
class Sign:
    """`count` of `out_of` (None where there is nothing to be out of)."""

    id: str
    title: str
    rule: str
    count: int
    out_of: int | None
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        if not self.count:
            return "Nothing to see."
        return (
            f"{self.count}" if self.out_of is None else f"{self.count} of {self.out_of}"
        )


@dataclass(frozen=True, slots=True)
class EvidenceFact:
    """A piece of evidence as the rules need it, and no person in it."""

    number: str
    title: str
    rung: str
    recorded_on: date
    checked_on: date | None
    by_an_owner: bool


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A test as it was attached. `easier_than` is an earlier test of the same, with a
    harder target, as words; "" where there is none."""

    number: str
    title: str
    easier_than: str
    withdrawn_why: str = ""


def _actions(plan: PlanView) -> list[ActionView]:
    return [action for rec in plan.recommendations for action in rec.actions]


def _day(when: date) -> str:
    return f"{when:%-d %B %Y}"


def dates_moved(plan: PlanView, boards: Iterable[str]) -> Sign:
    """`boards` are names of posts and boards: anybody else who agreed is not named."""
    known = {name.casefold() for name in boards}
    dated = [a for a in _actions(plan) if a.due]
    moved = [a for a in dated if any(m.was for m in a.moves)]
    lines = []
    for action in moved:
        moves = [m for m in action.moves if m.was]
        late = sum(
            m.was is not None and london_date(m.recorded_at) > m.was for m in moves
        )
        who = sorted(
            {
                m.agreed_by if m.agreed_by.casefold() in known else "somebody by name"
                for m in moves
            }
        )
        assert action.due is not None and moves[0].was is not None  # noqa: PT018
        said = (
            f"moved {len(moves)} {'time' if len(moves) == 1 else 'times'}, from "
            f"{_day(moves[0].was)} to {_day(action.due)}; agreed by {', '.join(who)}"
        )
        said += f"; {late} of them after it was due" if late else ""
        lines.append(Line(action.number, said))
    return Sign(
        "dates_moved",
        "Dates moved",
        "An action whose date was changed after it was first set, how often, who agreed "
        "(a post or a board), and whether it had passed by then.",
        len(moved),
        len(dated),
        tuple(lines),
    )


def without_evidence(plan: PlanView) -> Sign:
    complete = [a for a in _actions(plan) if a.claimed_complete]
    bare = [a for a in complete if not a.evidence]
    return Sign(
        "without_evidence",
        "Complete, and no evidence",
        "An action said to be complete for which nobody has recorded anything.",
        len(bare),
        len(complete),
        tuple(Line(a.number, a.text) for a in bare),
    )


def on_the_day(evidence: Sequence[EvidenceFact], days: Iterable[date]) -> Sign:
    told = set(days)
    found = [
        e for e in evidence if e.checked_on == e.recorded_on and e.recorded_on in told
    ]
    return Sign(
        "on_the_day",
        "Evidence recorded and checked on the day of a report",
        "Evidence that was recorded, and checked by somebody else, on one day, which "
        "was the day of a paper or of a board.",
        len(found),
        len(evidence),
        tuple(Line(e.number, f"“{e.title}”, {_day(e.recorded_on)}") for e in found),
    )


def tests_made_easier(tests: Sequence[AskedFact]) -> Sign:
    easier = [t for t in tests if t.easier_than]
    gone = [t for t in tests if t.withdrawn_why]
    lines = [Line(t.number, f"{t.title}: {t.easier_than}") for t in easier]
    lines += [Line(t.number, f"withdrawn: {t.title} ({t.withdrawn_why})") for t in gone]
    return Sign(
        "tests_made_easier",
        "Tests withdrawn, or targets lowered",
        "A test that was withdrawn, or one that asks the same of the same part as an "
        "earlier test, with an easier target.",
        len(lines),
        len(tests),
        tuple(lines),
    )


def odd_numbers(titles: Sequence[tuple[str, str]], tested: int) -> Sign:
    """`titles` pairs a measure's title with what is odd in it."""
    return Sign(
        "odd_numbers",
        "Odd numbers that nobody has explained",
        "A measure that tests something in this plan and whose values heap at the limit, "
        "break, or fall to nought, with no accepted explanation.",
        len({title for title, _ in titles}),
        tested,
        tuple(Line("", f"{title}: {says}") for title, says in titles),
    )


def just_before(plan: PlanView, days: Iterable[date]) -> Sign:
    told = sorted(set(days))
    said = [
        (action, claim)
        for action in _actions(plan)
        for claim in action.claims
        if claim.said_on > plan.adopted_on and _is_complete(claim.delivery.value)
    ]
    found = []
    for action, claim in said:
        before = next(
            (d for d in told if timedelta() <= d - claim.said_on < _BEFORE), None
        )
        if before is not None:
            found.append(
                Line(
                    action.number,
                    f"said complete on {_day(claim.said_on)}, before {_day(before)}",
                )
            )
    return Sign(
        "just_before",
        "Claims that went up just before a board or a paper",
        f"An action said to be complete in the {JUST_BEFORE} days up to a board’s "
        "meeting, or to the day of a paper. What the plan said when it was adopted is "
        "left out.",
        len(found),
        len(said),
        tuple(found),
    )


_BEFORE: Final = timedelta(days=JUST_BEFORE)


def _is_complete(delivery: str) -> bool:
    return delivery in ("complete", "complete_monitored")


def own_samples(evidence: Sequence[EvidenceFact]) -> Sign:
    looked = [e for e in evidence if e.rung in ("seen", "said")]
    own = [e for e in looked if e.by_an_owner]
    return Sign(
        "own_samples",
        "Samples recorded by an owner",
        "A sample, an observation or what families said, recorded by somebody who held "
        "a post that owns the action that day: an owner should not choose what is "
        "looked at.",
        len(own),
        len(looked),
        tuple(Line(e.number, f"“{e.title}”, {_day(e.recorded_on)}") for e in own),
    )


def overrides_renewed(times: Mapping[str, int]) -> Sign:
    """`times` is how often each action's colour was set by hand."""
    lines = tuple(
        Line(number, f"set by hand {count} times")
        for number, count in times.items()
        if count > 1
    )
    return Sign(
        "overrides_renewed",
        "Colours set by hand again",
        "An action whose colour was set by hand beside the computed one more than once, "
        "though each such word is over after a time.",
        len(lines),
        len(times),
        lines,
    )


def both_ways(pairs: Sequence[tuple[str, str, str, str]]) -> Sign:
    """`pairs` are (one's post, the other's post, a part signed one way, and one signed
    the other way)."""
    lines = tuple(
        Line(there, f"{one} and {other} signed for each other: {there} and {back}")
        for one, other, there, back in pairs
    )
    return Sign(
        "both_ways",
        "Signatures by the same pair, both ways",
        "Two holders of posts, each of whom signed for something the other’s post owns.",
        len(lines),
        None,
        lines,
    )


def stale(data_to: date | None, on: date, most_days: int = 35) -> Sign:
    old = data_to is None or (on - data_to).days > most_days
    said = f"the data end on {_day(data_to)}" if data_to else "no data has been loaded"
    return Sign(
        "stale",
        "Measures not refreshed",
        f"The newest data end more than {most_days} days before the day asked about.",
        int(old),
        None,
        (Line("", said),) if old else (),
    )
