"""Measures as they may be published: by month where numbers allow, else by quarter,
else by year, every figure having passed the disclosure gate together with all others.

Together, because measures count the same children: the interviews taken up are asked
of those offered, so printing one beside the other can give away what each held back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from madegood.clock.periods import Period
from madegood.reports.disclosure import FEW, SMALL, Cell, Sum, protect, share_is_safe

# Coarser periods are used when more than this share of the lines would be held back.
_MOST_HELD = 0.25
_GRAINS = ("month", "quarter", "year")
_LENGTH = {"month": 1, "quarter": 3, "year": 12}

# Where the second counts some of those that the first counts. What lies between them
# (offered, but late) is a number too, and must not be worked out when it is small.
NESTED = (
    ("rhi_offered due", "rhi_offered_72h due"),
    ("rhi_offered due", "rhi_held_72h due"),
    ("rhi_offered met", "rhi_offered_72h met"),
    ("rhi_offered met", "rhi_taken_up due"),
    ("rhi_taken_up met", "rhi_held_72h met"),
    ("rhi_taken_up met", "rhi_completed_in_72h due"),
    ("rhi_held_72h met", "rhi_completed_in_72h met"),
    ("rhi_completed_in_72h due", "rhi_report_5wd due"),
    ("rhi_completed_in_72h due", "rhi_plan_updated_10wd due"),
    ("rhi_completed_in_72h due", "rhi_independent due"),
    ("missing_episodes met", "missing_per_100_placement_nights met"),
)


@dataclass(frozen=True, slots=True)
class Count:
    """A measure's count in a period: `met` of `due` for a share; for a count `met`
    alone; for a rate `met` of `due` nights."""

    period: Period
    met: int
    due: int


@dataclass(frozen=True, slots=True)
class Monthly:
    """A measure's complete months in order, a whole number of years of them.

    `adds_up` is false where a month's count is not a part of the year's (children who
    go missing repeatedly): then `year` is the last twelve months' own count.
    """

    measure: str
    unit: str
    months: tuple[Count, ...]
    adds_up: bool = True
    year: Count | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One published line. `met`, `due` and `value` are None where held back, and
    `value` alone where nothing fell due."""

    period: Period
    met: int | None
    due: int | None
    value: float | None
    held_back: bool


@dataclass(frozen=True, slots=True)
class Public:
    """What may be printed of a measure: lines at one grain, and their years."""

    measure: str
    unit: str
    grain: str
    lines: tuple[Line, ...]
    years: tuple[Line, ...]

    @property
    def held_back(self) -> int:
        return sum(line.held_back for line in (*self.lines, *self.years))


def publish(
    measures: Sequence[Monthly], *, held_before: frozenset[str] = frozenset()
) -> tuple[dict[str, Public], frozenset[str]]:
    """Every measure's lines, and the names of the cells held back (kept with the
    paper, so that the next one holds them back too)."""
    grains = _begin(measures)
    while True:
        system = _System(measures, grains)
        hidden = protect(
            system.cells, system.sums, guard=system.guard, held_before=held_before
        )
        found = {m.measure: _public(m, grains[m.measure], hidden) for m in measures}
        # One at a time: what one measure no longer prints may set the others free.
        worst = max(found.values(), key=_share_held)
        if worst.grain == "year" or _share_held(worst) <= _MOST_HELD:
            return found, hidden
        grains[worst.measure] = _GRAINS[_GRAINS.index(worst.grain) + 1]


def _begin(measures: Sequence[Monthly]) -> dict[str, str]:
    """The grains to try first. Measures tied to one another start no finer than a
    quarter where any of them must: what one held back, the other would give away."""
    grains = {m.measure: _finest(m) for m in measures}
    tied = {name.split(" ")[0] for pair in NESTED for name in pair} & set(grains)
    adding = {m.measure for m in measures if m.unit == "share"} & tied
    if any(grains[name] != "month" for name in adding):
        grains |= {n: "quarter" for n in adding if grains[n] == "month"}
    return grains


def _share_held(public: Public) -> float:
    """The share of a measure's lines held back; nothing is coarser than years."""
    if public.grain == "year" or not public.lines:
        return 0.0
    return sum(line.held_back for line in public.lines) / len(public.lines)


def _finest(monthly: Monthly) -> str:
    """The shortest period in which the measure's own numbers could mostly stand."""
    if not monthly.adds_up:
        return "year"
    for grain in _GRAINS[:-1]:
        counts = periods_of(monthly, grain)
        unsafe = sum(not _could_stand(monthly.unit, c) for c in counts)
        if unsafe <= _MOST_HELD * len(counts):
            return grain
    return "year"


def _could_stand(unit: str, count: Count) -> bool:
    if unit != "share":
        return count.met not in SMALL
    return share_is_safe(count.met, count.due) or count.due == 0


def periods_of(monthly: Monthly, grain: str) -> list[Count]:
    """The months summed into longer periods, which end where the last month ends."""
    if not monthly.adds_up:
        return [monthly.year] if monthly.year and grain == "year" else []
    length = _LENGTH[grain]
    return [
        Count(
            Period(run[0].period.first, run[-1].period.last),
            sum(c.met for c in run),
            sum(c.due for c in run),
        )
        for run in _runs(monthly.months, length)
    ]


def _runs(months: Sequence[Count], length: int) -> list[Sequence[Count]]:
    starts = range(len(months) % length, len(months), length)
    return [months[n : n + length] for n in starts]


def cell_name(measure: str, kind: str, period: Period) -> str:
    return f"{measure} {kind} {period.first}..{period.last}"


@dataclass
class _System:
    """Every count in the paper and how they add up."""

    measures: Sequence[Monthly]
    grains: Mapping[str, str]
    cells: list[Cell] = field(init=False, default_factory=list)
    sums: list[Sum] = field(init=False, default_factory=list)
    guard: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        for monthly in self.measures:
            # Finer periods than are printed tell a reader nothing.
            for grain in _GRAINS[_GRAINS.index(self.grains[monthly.measure]) :]:
                self._add(monthly, grain)
        values = {cell.name: cell.value for cell in self.cells}
        for outer, inner in NESTED:
            self._nest(outer, inner, values)

    def _add(self, monthly: Monthly, grain: str) -> None:
        name = monthly.measure
        printed = grain in {self.grains[name], "year"}
        for count in periods_of(monthly, grain):
            met, due, rest = (
                cell_name(name, kind, count.period) for kind in ("met", "due", "rest")
            )
            self.cells.append(Cell(met, count.met, printed))
            if monthly.unit == "share":
                self.cells.append(Cell(due, count.due, printed))
                self.cells.append(Cell(rest, count.due - count.met, printed=False))
                self.sums.append(Sum(due, (met, rest)))
                if 0 < count.due < FEW and count.met in {0, count.due}:
                    self.guard |= {met}
        if grain != self.grains[name]:
            self._add_up(monthly, grain)

    def _add_up(self, monthly: Monthly, grain: str) -> None:
        finer = periods_of(monthly, _GRAINS[_GRAINS.index(grain) - 1])
        kinds = ("met", "due", "rest") if monthly.unit == "share" else ("met",)
        for count in periods_of(monthly, grain):
            inside = [c.period for c in finer if c.period.first in count.period]
            for kind in kinds:
                total = cell_name(monthly.measure, kind, count.period)
                parts = (cell_name(monthly.measure, kind, p) for p in inside)
                self.sums.append(Sum(total, tuple(parts)))

    def _nest(self, outer: str, inner: str, values: Mapping[str, int]) -> None:
        for name, value in values.items():
            if not name.startswith(f"{outer} "):
                continue
            within = name.replace(outer, inner, 1)
            between = value - values.get(within, value + 1)
            if between < 0:
                continue  # not nested in this period, so nothing follows
            # That two measures count the very same children is no secret.
            gap = Cell(f"{name} less {inner}", between, printed=between == 0)
            self.cells.append(gap)
            self.sums.append(Sum(name, (within, gap.name)))


def _public(monthly: Monthly, grain: str, hidden: frozenset[str]) -> Public:
    lines = [_line(monthly, c, hidden) for c in periods_of(monthly, grain)]
    years = [_line(monthly, c, hidden) for c in periods_of(monthly, "year")]
    return Public(monthly.measure, monthly.unit, grain, tuple(lines), tuple(years))


def _line(monthly: Monthly, count: Count, hidden: frozenset[str]) -> Line:
    met, due = (
        None if cell_name(monthly.measure, kind, count.period) in hidden else value
        for kind, value in (("met", count.met), ("due", count.due))
    )
    held = met is None or (monthly.unit == "share" and due is None)
    return Line(count.period, met, due, _value(monthly.unit, met, due), held)


def _value(unit: str, met: int | None, due: int | None) -> float | None:
    if met is None or due is None:
        return None
    if unit == "count":
        return float(met)
    if due == 0:
        return None
    return met / due if unit == "share" else 100 * met / due
