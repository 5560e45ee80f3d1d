"""How an action or outcome stands: the rules, first to last. Plain Python.

1. An outcome that was retired, or that nobody can test as written: untestable.
2. Not said to be complete, or the plan's declared untested time is not over: in
   progress.
3. A measure or a sample says otherwise by more than chance, and never said better:
   contradicted.
4. A rung that was reached has been lost: slipping.
5. A rung that is asked for is empty (staying at target apart), or nothing beyond its
   having been done is shown: claimed, not evidenced.
6. Every rung asked for, held, checked, practice seen or families heard as well as any
   measure, signed by somebody who has never owned it since it last fell back
   (signing.py), and looked at again at 3, 6, 12 and 24 months (reproof.py): embedded.
7. Otherwise: holding.

A measure whose numbers hold something odd that nobody has explained (a heap, a break, a
sudden nought: measures/oddities.py), or of which too many rows have bad data, fills no
rung, so it stops at 5; the first does not contradict either, because it may not be of
what it was of before (ADR 0022). What had slipped stays at 4 meanwhile.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from madegood.assurance.asked import Observed
from madegood.assurance.standing import (
    LADDER,
    STATE_WORDS,
    WORST_FIRST,
    Assurance,
    Rung,
    RungState,
    Standing,
)

UNSIGNED = "nobody who does not own it has signed"
_GRAVEST = (RungState.FALLEN, RungState.EMPTY, RungState.REACHED)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that bears on one action or outcome on one day.

    claimed     the plan says it is complete (an outcome: that all its actions are)
    claim       how that is said, as a clause
    testable    false for an outcome that names nothing countable
    signed_on   when somebody who does not own it signed, after it last fell back
    unsigned    why a signature that is on record does not count
    reproof_due the first day on which it was to be looked at again, and was not
    """

    claimed: bool
    claim: str
    observed: tuple[Observed, ...]
    as_of: date
    testable: bool = True
    retired: str = ""
    tested_from: date | None = None
    signed_on: date | None = None
    signed_by: str = ""
    unsigned: str = ""
    reproof_due: date | None = None


def decide(case: Case) -> Standing:
    """The state, every rung, and why."""
    rungs = merged(observed.rungs for observed in case.observed)
    state, because = _judged(case, rungs)
    return Standing(state, rungs, f"because {because}")


def may_be_signed(standing: Standing) -> bool:
    """Whether every rung that is asked for is reached. A name given before it has
    stayed at target would make it embedded one day with nobody looking."""
    wanting = {RungState.EMPTY, RungState.FALLEN} & set(standing.rungs.values())
    return not wanting and standing.state in (Assurance.HOLDING, Assurance.EMBEDDED)


def merged(given: Iterable[dict[Rung, RungState]]) -> dict[Rung, RungState]:
    """Each rung as the gravest of its tests says; not asked where none speaks of it."""
    found: dict[Rung, set[RungState]] = {rung: set() for rung in LADDER}
    for rungs in given:
        for rung, state in rungs.items():
            found[rung].add(state)
    return {
        rung: next((s for s in _GRAVEST if s in states), RungState.NOT_ASKED)
        for rung, states in found.items()
    }


def _judged(case: Case, rungs: dict[Rung, RungState]) -> tuple[Assurance, str]:
    return (
        _too_early(case)
        or _disproved(case)
        or _unproved(case, rungs)
        or _held(case, rungs)
    )


def _disproved(case: Case) -> tuple[Assurance, str] | None:
    fallen = [o for o in case.observed if RungState.FALLEN in o.rungs.values()]
    against = [o for o in case.observed if o.against and o not in fallen]
    if against:
        return Assurance.CONTRADICTED, _all_said(against, case.observed)
    if fallen:
        return Assurance.SLIPPING, _all_said(fallen, case.observed)
    return None


def _unproved(case: Case, rungs: dict[Rung, RungState]) -> tuple[Assurance, str] | None:
    empty = {rung for rung, state in rungs.items() if state is RungState.EMPTY}
    if empty - {Rung.HELD} or not case.observed:
        return Assurance.CLAIMED_NOT_EVIDENCED, f"{case.claim}, but {_missing(case)}"
    if RungState.REACHED not in {rungs[rung] for rung in LADDER if rung > Rung.DONE}:
        return Assurance.CLAIMED_NOT_EVIDENCED, (
            f"{case.claim}, but only that it was done is shown: {_said(case.observed)}; "
            "nobody has seen the practice, heard families or measured it"
        )
    return None


def _held(case: Case, rungs: dict[Rung, RungState]) -> tuple[Assurance, str]:
    lacking = [*_lacking(case, rungs)]
    if case.reproof_due is not None and not lacking:
        return Assurance.HOLDING, (
            f"its re-proof was due on {case.reproof_due:%-d %B %Y}, and nobody who does "
            f"not own it has looked again since; {_said(case.observed)}"
        )
    if lacking:
        return Assurance.HOLDING, f"{_said(case.observed)}; but {'; '.join(lacking)}"
    assert case.signed_on is not None
    return Assurance.EMBEDDED, (
        f"{_said(case.observed)}; and {case.signed_by}, who does not own it, signed on "
        f"{case.signed_on:%-d %B %Y}"
    )


def _too_early(case: Case) -> tuple[Assurance, str] | None:
    if case.retired:
        return Assurance.UNTESTABLE, f"it was retired: {case.retired}"
    if not case.testable and not case.observed:
        return Assurance.UNTESTABLE, (
            "it names nothing that can be counted, and no test is attached to it"
        )
    if case.tested_from is not None and case.as_of < case.tested_from:
        return Assurance.IN_PROGRESS, (
            f"nothing in this plan is tested before {case.tested_from:%-d %B %Y}"
        )
    if not case.claimed:
        return Assurance.IN_PROGRESS, case.claim
    return None


def _missing(case: Case) -> str:
    if not case.observed:
        return (
            "no test is attached to it and nobody has recorded anything that shows it"
        )
    empty = [o for o in case.observed if RungState.EMPTY in o.rungs.values()]
    return _all_said(empty, case.observed)


def _lacking(case: Case, rungs: dict[Rung, RungState]) -> Iterable[str]:
    """What an action that holds would need to be called embedded."""
    if rungs[Rung.HELD] is RungState.EMPTY:
        yield "it has not stayed at target for long enough yet"
    heard = RungState.REACHED in (rungs[Rung.SEEN], rungs[Rung.SAID])
    if not heard:
        yield (
            "nobody has seen the practice or heard families, and neither a document "
            "nor a measure is enough alone"
        )
    if any(observed.unchecked for observed in case.observed):
        yield "some of its evidence has been seen only by the person who recorded it"
    if case.signed_on is None:
        yield f"{case.unsigned}, and {UNSIGNED}" if case.unsigned else UNSIGNED


def _said(observed: Sequence[Observed]) -> str:
    return "; ".join(o.says for o in observed)


def _all_said(first: Sequence[Observed], every: Sequence[Observed]) -> str:
    """What decided it, then whatever else is not yet shown."""
    wanting = [
        o
        for o in every
        if o not in first and set(o.rungs.values()) != {RungState.REACHED}
    ]
    return _said([*first, *wanting])


def whole(parts: Sequence[tuple[str, Standing]]) -> Standing:
    """A recommendation is as its worst part is; parts are (“action 4.3”, standing)."""
    if not parts:
        empty = dict.fromkeys(LADDER, RungState.NOT_ASKED)
        return Standing(
            Assurance.UNTESTABLE, empty, "because nothing stands under it in the plan"
        )
    rungs = merged(standing.rungs for _, standing in parts)
    # merged() meets a NOT_ASKED only where every part leaves the rung out.
    state = min((s.state for _, s in parts), key=WORST_FIRST.index)
    alike = [name for name, standing in parts if standing.state is state]
    name, worst = next((n, s) for n, s in parts if s.state is state)
    if len(alike) == len(parts):
        counted = f"all {len(parts)} of its actions and outcomes are"
    else:
        counted = f"{len(alike)} of its {len(parts)} actions and outcomes"
        counted += " is" if len(alike) == 1 else " are"
    why = worst.because.removeprefix("because ")
    return Standing(
        state, rungs, f"because {counted} {_predicate(state)}; {name}: {why}"
    )


def _predicate(state: Assurance) -> str:
    if state is Assurance.UNTESTABLE:
        return "not testable as written"
    return STATE_WORDS[state]
