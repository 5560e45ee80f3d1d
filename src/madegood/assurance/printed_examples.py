"""Examples of how a claim is judged, decided by the rules while the page is made."""

from dataclasses import dataclass
from datetime import date

from madegood.assurance.asked import Observed
from madegood.assurance.rules import Case, decide
from madegood.assurance.standing import Rung, RungState, Standing

__all__ = ["Example", "examples"]

_REACHED, _EMPTY, _FALLEN = RungState.REACHED, RungState.EMPTY, RungState.FALLEN
_DAY = date(2026, 6, 30)


@dataclass(frozen=True, slots=True)
class Example:
    """What is on record, and what the rules decide of it."""

    record: str
    standing: Standing


_DONE = Observed({Rung.DONE: _REACHED}, "a document shows it was done")
_SEEN = Observed({Rung.SEEN: _REACHED}, "11 of 12 records were good")
_UNCHECKED = Observed(_SEEN.rungs, _SEEN.says, unchecked=True)
_HELD = Observed(
    {Rung.MOVED: _REACHED, Rung.HELD: _REACHED}, "the measure stayed at target"
)
_FELL = Observed(
    {Rung.MOVED: _FALLEN, Rung.HELD: _FALLEN}, "the measure fell after it had been held"
)
_OFF = Observed(
    {Rung.MOVED: _EMPTY, Rung.HELD: _EMPTY}, "the measure is off target", against=True
)
_ODD = Observed(
    {Rung.MOVED: _EMPTY, Rung.HELD: _EMPTY},
    "the measure shows nothing, because of a sudden step that nobody has explained",
)


def examples() -> tuple[Example, ...]:
    """Decided here and now, from the worst evidence to the best."""
    signed = {"signed_on": date(2026, 3, 2), "signed_by": "Ros"}
    return (
        _example("It is not said to be complete", claimed=False),
        _example("Said to be complete; nothing is recorded"),
        _example("A document shows that it was done", _DONE),
        _example(
            "Done, and the measure is off target by more than chance", _DONE, _OFF
        ),
        _example("Done, and the measure fell after it had been held", _DONE, _FELL),
        _example("Done and seen, and something odd in the measure", _DONE, _ODD, _SEEN),
        _example("Done, at target and signed; nobody looked", _DONE, _HELD, **signed),
        _example(
            "Done, seen and signed; nobody else checked", _DONE, _UNCHECKED, **signed
        ),
        _example("Done, seen and measured; not signed", _DONE, _SEEN, _HELD),
        _example("Done, seen and measured, and signed", _DONE, _SEEN, _HELD, **signed),
        _example(
            "The same, and the look after three months is overdue",
            _DONE,
            _SEEN,
            _HELD,
            reproof_due=date(2026, 6, 2),
            **signed,
        ),
        _example("An outcome that names nothing to count", testable=False),
    )


def _example(record: str, *observed: Observed, **given: object) -> Example:
    about = {"claimed": True, "claim": "it is said to be complete"} | given
    if not about["claimed"]:
        about["claim"] = "it is said to be under way"
    return Example(record, decide(Case(observed=observed, as_of=_DAY, **about)))  # type: ignore[arg-type]
