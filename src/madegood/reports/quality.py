"""Data quality by team over loads: the numbers, and what they show in words.

A rate is findings for each 100 rows read. Loads are few and far between and bring
different tables, so nothing here claims that a change is more than chance.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.warehouse.queries import QualityPoint

ALL: Final = "All teams"
NO_TEAM: Final = "No team recorded"


@dataclass(frozen=True, slots=True)
class Load:
    snapshot_id: int
    on: date


@dataclass(frozen=True, slots=True)
class Rate:
    """So many findings in so many rows; no rate where there were no rows."""

    faulty: int
    rows: int

    @property
    def value(self) -> float | None:
        return self.faulty / self.rows * 100 if self.rows else None

    @property
    def words(self) -> str:
        """'0.7', or 'none' where nothing was found."""
        if self.value is None:
            return "no rows"
        if not self.faulty:
            return "none"
        return "under 0.1" if self.value < 0.05 else f"{self.value:,.1f}"


@dataclass(frozen=True, slots=True)
class TeamTrend:
    """A team, or all of them, with its rate in each load; None where it had no rows."""

    team: str
    rates: tuple[Rate | None, ...]
    by_cause: dict[str, int]

    @property
    def latest(self) -> Rate | None:
        return self.rates[-1] if self.rates else None

    @property
    def before(self) -> Rate | None:
        """The one before the latest, passing over loads without rows of the team."""
        return next((r for r in reversed(self.rates[:-1]) if r is not None), None)

    @property
    def change(self) -> str:
        """'fewer', 'more', 'as before', or '' where there is nothing to set beside."""
        if self.latest is None or self.before is None:
            return ""
        now, then = self.latest.value, self.before.value
        if now is None or then is None:
            return ""
        if round(now, 1) == round(then, 1):
            return "as before"
        return "fewer" if now < then else "more"


@dataclass(frozen=True, slots=True)
class Quality:
    """The loads in order, all teams together, and each team by name."""

    loads: tuple[Load, ...]
    everybody: TeamTrend
    teams: tuple[TeamTrend, ...]

    @property
    def worst(self) -> list[TeamTrend]:
        """All teams together, then those with something to put right in the newest
        load, the highest rate first."""
        some = [team for team in self.teams if team.latest and team.latest.faulty]
        return [self.everybody, *sorted(some, key=lambda team: -_value(team))]

    @property
    def clean(self) -> list[TeamTrend]:
        """The teams in whose rows nothing was found in the newest load."""
        return [t for t in self.teams if t.latest and not t.latest.faulty]


def _value(team: TeamTrend) -> float:
    rate = team.latest
    return 0.0 if rate is None or rate.value is None else rate.value


def quality_trend(points: Sequence[QualityPoint]) -> Quality:
    """From counts by load, team and table to rates by load and team."""
    loads = tuple(dict.fromkeys(Load(p.snapshot_id, p.loaded_on) for p in points))
    names = sorted({p.team for p in points}, key=lambda name: (not name, name))
    teams = tuple(
        _trend(name or NO_TEAM, loads, [p for p in points if p.team == name])
        for name in names
    )
    return Quality(loads, _trend(ALL, loads, points), teams)


def _trend(
    team: str, loads: Sequence[Load], points: Iterable[QualityPoint]
) -> TeamTrend:
    faulty: Counter[int] = Counter()
    rows: Counter[int] = Counter()
    causes: Counter[str] = Counter()
    last = loads[-1].snapshot_id if loads else 0
    for point in points:
        faulty[point.snapshot_id] += point.faulty
        rows[point.snapshot_id] += point.rows
        if point.snapshot_id == last:
            causes.update(point.by_cause)
    rates = tuple(
        Rate(faulty[load.snapshot_id], rows[load.snapshot_id])
        if load.snapshot_id in rows
        else None
        for load in loads
    )
    return TeamTrend(team, rates, dict(causes.most_common()))


def say_quality(found: Quality) -> str:
    """What the chart shows, in a sentence or two."""
    latest = found.everybody.latest
    if latest is None or latest.value is None:
        return "No load has been read yet."
    rows = f"{latest.rows:,} rows"
    if not latest.faulty:
        said = f"Nothing was found in the {rows} of the newest load"
    else:
        many = "1 thing was" if latest.faulty == 1 else f"{latest.faulty:,} things were"
        said = f"{many} found in the {rows} of the newest load: {_per(latest)}"
    before = found.everybody.before
    if before is None:
        said = f"{said.removesuffix('.')}. A trend begins with the second load."
    else:
        said += {
            "fewer": f", fewer than the {before.words} of the load before.",
            "more": f", more than the {before.words} of the load before.",
            "as before": ", as in the load before.",
        }.get(found.everybody.change, ".")
    return f"{said} {_most(found)}".strip()


def _per(rate: Rate) -> str:
    return f"{rate.words} for each 100 rows"


def _most(found: Quality) -> str:
    known = [team for team in found.worst[1:] if team.team != NO_TEAM]
    if len(known) < 2:
        return ""
    most = known[0]
    assert most.latest is not None
    return (
        f"The highest rate is that of {most.team}: {most.latest.words}, which is "
        f"{most.latest.faulty:,} in {most.latest.rows:,} rows."
    )
