"""Whether auditor and moderator agree: how often, how nearly, and beyond chance.

Two people who each call nine cases of ten "good" agree on most of them by chance. Kappa
takes that share away; weighted by the square of the distance, it forgives a grade next
to it more than one two away (Cohen 1968). Where nearly every case has one grade kappa
falls however well they agree, so Gwet's AC2, which does not, stands beside it. Below 30
pairs neither holds, and the raw agreement with its number is all there is (rules.md
§10). None of it says that a grade is right.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from typing import Final

from madegood.measures.engines.reference_rows import Row, known_rows
from madegood.measures.states import RowState, State
from madegood.measures.vocabulary import Rows
from madegood.record.snapshot import Snapshot

# In order: how far apart two grades are is the difference of their places.
GRADES: Final = ("inadequate", "requires_improvement", "good", "outstanding")
FEWEST: Final = 30
_95_PERCENT: Final = 1.959964
_WHOLE: Final = 1e-12

Pair = tuple[str, str]
Weights = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What pairs of grades, auditor's first, come to.

    exact, within_one  fractions of the pairs; None where there are none
    kappa              weighted by squares, from -1 to 1; None below `FEWEST` pairs, and
                       where both gave every case one grade, of which nothing follows
    interval           where kappa lies, at 95 in a hundred
    ac2                Gwet's, with the same weights; None below `FEWEST`
    higher, lower      pairs in which the moderator's grade was higher, or lower
    """

    pairs: int
    exact: float | None
    within_one: float | None
    higher: int
    lower: int
    kappa: float | None
    interval: tuple[float, float] | None
    ac2: float | None

    @property
    def says(self) -> str:
        """In one or two sentences, for who reads no statistics."""
        if self.exact is None or self.within_one is None:
            return "No audit has both grades."
        said = (
            f"Of {self.pairs} audits graded twice, {self.exact:.0%} were given the same "
            f"grade and {self.within_one:.0%} the same or the next. The moderator's "
            f"grade was lower in {self.lower} and higher in {self.higher}."
        )
        if self.kappa is None or self.interval is None:
            few = self.pairs < FEWEST
            why = (
                f"with fewer than {FEWEST} no finer measure of agreement holds"
                if few
                else "every one had the same grade, so nothing is known beyond that"
            )
            return f"{said} {why[:1].upper()}{why[1:]}."
        low, high = self.interval
        return (
            f"{said} Beyond chance they agree by {self.kappa:.2f} of 1 (weighted kappa; "
            f"likely between {low:.2f} and {high:.2f})."
        )


def agreement(pairs: Iterable[Pair], grades: Sequence[str] = GRADES) -> Agreement:
    """What the pairs come to; raises ValueError for a grade that is not in the list."""
    held = list(pairs)
    table = _table(held, grades)
    places = {grade: place for place, grade in enumerate(grades)}
    apart = [places[second] - places[first] for first, second in held]
    weights = squares(len(grades))
    enough = len(held) >= FEWEST
    return Agreement(
        pairs=len(held),
        exact=_share(sum(step == 0 for step in apart), len(held)),
        within_one=_share(sum(abs(step) <= 1 for step in apart), len(held)),
        higher=sum(step > 0 for step in apart),
        lower=sum(step < 0 for step in apart),
        kappa=kappa(table, weights) if enough else None,
        interval=interval(table, weights, len(held)) if enough else None,
        ac2=ac2(table, weights) if enough else None,
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _table(pairs: Sequence[Pair], grades: Sequence[str]) -> list[list[float]]:
    """The share of the pairs in each cell: a row for each of the first's grades."""
    unknown = {grade for pair in pairs for grade in pair} - set(grades)
    if unknown:
        raise ValueError(f"'{min(unknown)}' is none of {', '.join(grades)}")
    counts = Counter(pairs)
    many = max(len(pairs), 1)
    return [[counts[row, column] / many for column in grades] for row in grades]


# ---- weights ------------------------------------------------------------------------
def squares(many: int) -> list[list[float]]:
    """1 for the same grade, 0 for the ends of the scale, by the square of the distance
    between."""
    most = max(many - 1, 1) ** 2
    return [[1 - (row - column) ** 2 / most for column in range(many)]
            for row in range(many)]  # fmt: skip


def alike(many: int) -> list[list[float]]:
    """1 for the same grade and 0 for any other: kappa as Cohen first had it."""
    return [[float(row == column) for column in range(many)] for row in range(many)]


# ---- beyond chance --------------------------------------------------------------------
def kappa(table: Sequence[Sequence[float]], weights: Weights) -> float | None:
    """(agreed - by chance) / (1 - by chance), where chance is that of their own habits;
    None where chance alone would make them agree always."""
    by_chance = _by_chance(table, weights)
    if by_chance > 1 - _WHOLE:
        return None
    return (_agreed(table, weights) - by_chance) / (1 - by_chance)


def interval(
    table: Sequence[Sequence[float]], weights: Weights, many: int
) -> tuple[float, float] | None:
    """Where kappa lies at 95 in a hundred: Fleiss, Cohen and Everitt (1969)."""
    found = kappa(table, weights)
    if found is None:
        return None
    firsts, seconds = _margins(table)
    by_chance = _by_chance(table, weights)
    of_row = [_dot(weight, seconds) for weight in weights]
    of_column = [_dot(column, firsts) for column in zip(*weights, strict=True)]
    spread = sum(
        share * (weights[i][j] - (of_row[i] + of_column[j]) * (1 - found)) ** 2
        for i, row in enumerate(table)
        for j, share in enumerate(row)
    )
    spread -= (found - by_chance * (1 - found)) ** 2
    error = sqrt(max(spread, 0.0) / many) / (1 - by_chance)
    low, high = found - _95_PERCENT * error, found + _95_PERCENT * error
    return max(low, -1.0), min(high, 1.0)


def ac2(table: Sequence[Sequence[float]], weights: Weights) -> float:
    """Gwet's AC2: chance is how often a case is hard enough to be guessed at."""
    many = len(table)
    firsts, seconds = _margins(table)
    mean = [(first + second) / 2 for first, second in zip(firsts, seconds, strict=True)]
    weight = sum(map(sum, weights))
    by_chance = weight * sum(one * (1 - one) for one in mean) / (many * (many - 1))
    return (_agreed(table, weights) - by_chance) / (1 - by_chance)


def _agreed(table: Sequence[Sequence[float]], weights: Weights) -> float:
    return sum(_dot(weight, row) for weight, row in zip(weights, table, strict=True))


def _by_chance(table: Sequence[Sequence[float]], weights: Weights) -> float:
    firsts, seconds = _margins(table)
    return sum(
        first * _dot(weight, seconds)
        for first, weight in zip(firsts, weights, strict=True)
    )


def _margins(table: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    return [sum(row) for row in table], [
        sum(column) for column in zip(*table, strict=True)
    ]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


# ---- of a record ----------------------------------------------------------------------
def pairs_of(
    rows: Iterable[RowState], snapshot: Snapshot, as_of: datetime
) -> list[Pair]:
    """The grades of each audit that `audit_grade_agreement` found to agree or differ,
    as they were known as of the moment. An audit with a grade that is none of the four
    is in no pair."""
    firsts = _grades(snapshot, "audits", as_of)
    seconds = _grades(snapshot, "audit_moderations", as_of)
    judged = (row for row in rows if row.state in (State.MET, State.NOT_MET))
    both = ((firsts.get(r.subject, ""), seconds.get(r.subject, "")) for r in judged)
    return [pair for pair in both if set(pair) <= set(GRADES)]


def _grades(snapshot: Snapshot, table: str, as_of: datetime) -> Mapping[str, str]:
    known: list[Row] = known_rows(snapshot.rows(table), Rows(table, "audit_id"), as_of)
    return {row.texts["audit_id"]: row.texts.get("grade", "") for row in known}
