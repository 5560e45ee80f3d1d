"""Findings of files as a page shows them: each cause once, with its places, who has to
put it right, and how."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from madegood.warehouse.queries import FindingRow, FindingView
from madegood.web.words import count_of, quoted, sentence

NO_TEAM = "no team recorded"


@dataclass(frozen=True)
class PlaceCount:
    """So many times in one column of one file."""

    file: str
    column: str
    times: int

    @property
    def words(self) -> str:
        return f"{self.file}, {self.column}" if self.column else self.file


@dataclass(frozen=True)
class CauseShown:
    """One cause: how often, in which columns, the first of it, what to do, and how
    many of them each team has."""

    code: str
    title: str
    error: bool
    times: int
    places: tuple[PlaceCount, ...]
    where: str
    message: str
    remedy: str
    teams: Mapping[str, int]

    @property
    def who(self) -> str:
        """'North 12, South 3'; the team with most first."""
        return team_words(self.teams)


def causes(groups: Iterable[FindingView]) -> list[CauseShown]:
    """One for each cause: errors first, then the most frequent."""
    gathered: dict[tuple[str, str], list[FindingView]] = {}
    for group in groups:
        gathered.setdefault((group.code, group.severity), []).append(group)
    shown = [_cause(alike) for alike in gathered.values()]
    return sorted(shown, key=lambda one: (not one.error, -one.times, one.title))


def _cause(alike: list[FindingView]) -> CauseShown:
    first = max(alike, key=lambda one: one.count)
    teams: Counter[str] = Counter()
    for one in alike:
        teams.update(one.teams)
    where, message = parted(first.example, first.file)
    places = [PlaceCount(one.file, one.column, one.count) for one in alike]
    return CauseShown(
        first.code,
        first.title,
        first.severity == "error",
        sum(one.count for one in alike),
        tuple(sorted(places, key=lambda one: -one.times)),
        where,
        message,
        quoted(first.remedy),
        dict(teams.most_common()),
    )


def parted(message: str, file: str) -> tuple[str, str]:
    """A message as its place ('row 4, column kind') and what was found there. What a
    child's erasure has taken out is nothing in both."""
    place, found, rest = message.partition(": ")
    if not (found and place.startswith(file)):
        return "", sentence(quoted(message))
    return place.removeprefix(file).removeprefix(", "), sentence(quoted(rest))


def what_is_wrong(row: FindingRow) -> str:
    """Without its place, which has columns of its own."""
    return parted(row.message, row.file)[1]


def team_words(teams: Mapping[str, int]) -> str:
    named = [f"{team} {times:,}" for team, times in teams.items() if team]
    blank = teams.get("", 0)
    if not named:
        return NO_TEAM.capitalize()
    return ", ".join([*named, f"{NO_TEAM} {blank:,}"] if blank else named)


def found_words(shown: Sequence[CauseShown]) -> str:
    """'34 errors of 3 causes and 12 things worth a look were found.'"""
    errors = [one for one in shown if one.error]
    others = [one for one in shown if not one.error]
    if not errors and not others:
        return "Nothing was found to mend in these files."
    said = []
    if errors:
        times = sum(one.times for one in errors)
        said.append(f"{count_of(times, 'error')} of {count_of(len(errors), 'cause')}")
    if others:
        times = sum(one.times for one in others)
        said.append(f"{count_of(times, 'thing')} worth a look")
    return f"{' and '.join(said)} {'were' if sum(o.times for o in shown) > 1 else 'was'} found."
