"""The doubts of a public paper: claims that cannot yet be proved, contradictions, and
what had been said before.

Sentences that hold numbers which have not been through the disclosure gate are not
taken, nor what a person wrote of an action since the plan was adopted: words are made
from the kinds alone, or are those of the plan, of a report or of published figures.
"""

from datetime import date

from madegood.assurance import doubt_queries
from madegood.assurance.contradicting import Between, Contradiction, Side
from madegood.assurance.standing import Rung, RungState
from madegood.assurance.unproved import Unproved
from madegood.assurance.views import ActionStanding, PlanStanding
from madegood.benchmarks.contradicted import published_contradictions
from madegood.benchmarks.recurring import Recurrence, recurrences
from madegood.clock.moments import end_of_day
from madegood.plan.progress import DELIVERY_WORDS
from madegood.reports.facts import ContraryFact, SaidBeforeFact, UnprovedFact
from madegood.topics.vocabulary import titles

_LONGEST = 130
_AUDIT = "an audit or a dip sample, by somebody who does not own it"
_FAMILIES = "what children and families say, asked by somebody who does not own it"
_MEASURE = "a measure at its target"


def unproved_facts(
    plan: PlanStanding, found: tuple[Unproved, ...]
) -> tuple[UnprovedFact, ...]:
    """Every claim, in the plan's order."""
    actions = {a.number: a for rec in plan.recommendations for a in rec.actions}
    return tuple(
        UnprovedFact(
            recommendation=one.recommendation,
            action=one.number,
            text=_short(one.text),
            done=one.done,
            missing=_missing(actions[one.number]),
            owners=one.owners,
        )
        for one in found
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _missing(action: ActionStanding) -> tuple[str, ...]:
    rungs = action.standing.rungs
    found = []
    if rungs[Rung.DONE] is not RungState.REACHED:
        found.append("a document that shows it was done, from its owner")
    wanting = [
        words
        for rung, words in (
            (Rung.SEEN, _AUDIT),
            (Rung.SAID, _FAMILIES),
            (Rung.MOVED, _MEASURE),
        )
        if rungs[rung] in (RungState.EMPTY, RungState.FALLEN)
    ]
    asked = any(rungs[rung] is not RungState.NOT_ASKED for rung in _PRACTICE)
    return (*found, *(wanting if asked else ["a test of the practice: none is agreed"]))


_PRACTICE = (Rung.SEEN, Rung.SAID, Rung.MOVED)


def doubts(
    as_of: date, short: str = ""
) -> tuple[
    tuple[UnprovedFact, ...], tuple[ContraryFact, ...], tuple[SaidBeforeFact, ...]
]:
    at = end_of_day(as_of)
    plan, claims = doubt_queries.claims_unproved(at, short)
    _, found = doubt_queries.contradictions(at, short)
    _, again = recurrences(at, short)
    contrary = [*found, *published_contradictions(plan)]
    public = _plan_words(plan)
    return (
        unproved_facts(plan, claims),
        tuple(_contrary(plan, one, public) for one in contrary),
        tuple(_said_before(one) for one in again),
    )


def _plan_words(plan: PlanStanding) -> str:
    """The plan's own published words, in which a side may be quoted."""
    texts = [a.text for rec in plan.recommendations for a in rec.actions]
    texts += [o.text for rec in plan.recommendations for o in rec.outcomes]
    return " ".join(" ".join(text.split()) for text in texts).casefold()


def _contrary(plan: PlanStanding, one: Contradiction, public: str) -> ContraryFact:
    first, second = one.one, one.other
    if one.between is Between.PROOF:
        first = _claim(plan, one)
        second = Side(
            second.whose, "it is not so, by more than chance explains", second.source
        )
    elif one.between is Between.PLANS:
        first, second = _quoted(first, public), _quoted(second, "")
    return ContraryFact(
        between=one.between.value,
        number=one.number,
        one=first.says,
        one_source=f"{first.whose}, {first.source}",
        other=second.says,
        other_source=f"{second.whose}, {second.source}",
        since=one.since,
    )


def _quoted(side: Side, public: str) -> Side:
    if side.says.strip("… ").casefold() in public:
        return side
    return Side(side.whose, "what was said of it since", side.source)


def _claim(plan: PlanStanding, one: Contradiction) -> Side:
    for rec in plan.recommendations:
        for action in rec.actions:
            if action.number == one.number:
                return Side(
                    one.one.whose, DELIVERY_WORDS[action.delivery], one.one.source
                )
    return one.one


def _said_before(one: Recurrence) -> SaidBeforeFact:
    again, gone, _ = one.counts
    told = [f"{each.source}" for each in (*one.before, *one.since)]
    told += [f"named in {s.year}" for s in one.traced if s.state == "present"]
    told += [f"{s.year}: {s.state_words}" for s in one.named_since]
    return SaidBeforeFact(
        number=one.rec.number,
        title=one.rec.title.rstrip("."),
        topics=titles(one.topics),
        here=tuple(dict.fromkeys(told)),
        authorities=len(one.elsewhere),
        came_back=again,
        with_later_list=again + gone,
    )
