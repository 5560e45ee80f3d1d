"""Replay: the recommendations of 2019, year by year, with what was published alone.

Nothing is known here but published figures and inspections. Each recommendation is
taken to be said complete from the year after the inspection, and the rules that judge
any claim (assurance.rules) say how it stands at the end of each year: what no measure
can show stays claimed and not evidenced, whoever says it is done; and what inspectors
once saw and later did not see is reopened.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from madegood.assurance.asked import Observed
from madegood.assurance.rules import Case, decide
from madegood.assurance.standing import Assurance, Rung, RungState, Standing
from madegood.benchmarks.comparing import Comparison
from madegood.benchmarks.matching import PROVING, PROXIES, Match, match_of
from madegood.benchmarks.places import SHIPPED
from madegood.measures import Measure, measure

FIRST_YEAR: Final = 2016
LAST_YEAR: Final = 2025
# The report came out on 9 January 2020; nothing could be said done before.
CLAIMED_FROM: Final = 2020
REPLAYED: Final = "E08000029"
# So many years in a row at least as good as the neighbours before a figure has held.
_HELD_YEARS: Final = 2

# What an inspection says of a recommendation, as the trace words it.
STATE_WORDS: Final = {
    "present": "named before",
    "baseline": "counted",
    "named": "named",
    "named_in_text": "named in the text",
    "held": "seen to work",
    "improved": "improved",
    "partial": "partly",
    "in_progress": "begun",
    "not_held": "had not held",
    "regressed": "had gone back",
    "named_again": "named again",
    "related_problem": "part of another problem",
    "not_mentioned": "not mentioned",
    "not_in_list": "not in the list",
}
_NAMED: Final = frozenset(
    {"present", "named", "named_in_text", "not_held", "regressed", "named_again"}
)
_SEEN: Final = frozenset({"held", "improved"})
_BEGUN: Final = frozenset({"partial", "in_progress"})
_AGAINST: Final = frozenset({"not_held", "regressed", "named_again"})


@dataclass(frozen=True, slots=True)
class Said:
    """What one inspection said of a recommendation, in a paraphrase."""

    year: int
    source: str
    state: str
    words: str

    @property
    def state_words(self) -> str:
        return STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Recommendation:
    number: str
    title: str
    text: str
    theme: str
    said: tuple[Said, ...]

    @property
    def named_in(self) -> tuple[int, ...]:
        """The years in which inspectors named it: a repeat has more than one."""
        return tuple(sorted({one.year for one in self.said if one.state in _NAMED}))

    def up_to(self, year: int) -> tuple[Said, ...]:
        return tuple(one for one in self.said if one.year <= year)


@dataclass(frozen=True, slots=True)
class Step:
    """How a recommendation stood at the end of a year. `standing` is None before it
    could be said complete; `proxy` is the nearest that is published, and why it is no
    proof."""

    recommendation: Recommendation
    year: int
    standing: Standing | None
    named_before: tuple[int, ...]
    unproved: tuple[str, ...]
    proxy: str
    reopened: bool

    @property
    def refused(self) -> bool:
        """Whether “completed” was not accepted."""
        return self.standing is not None and self.standing.state not in (
            Assurance.HOLDING,
            Assurance.EMBEDDED,
        )


Series = Mapping[str, Sequence[Comparison]]
Matches = Callable[[str], Match]


@cache
def recommendations(authority: str = REPLAYED) -> tuple[Recommendation, ...]:
    """Those of an authority that have been traced from inspection to inspection, in
    order, by its code; none where nobody has traced them. Of the one replayed: the ten
    of 2019, and the one that stands only in the report's text."""
    texts = {row["number"]: row for row in _of(authority, "recommendations_2019.csv")}
    trace = _of(authority, "recommendation_trace.csv")
    numbers = dict.fromkeys(row["rec_2019"] for row in trace)
    return tuple(
        Recommendation(
            number,
            next(row["topic"] for row in trace if row["rec_2019"] == number),
            texts.get(number, {}).get("recommendation", ""),
            texts.get(number, {}).get("theme", ""),
            tuple(_said(row) for row in trace if row["rec_2019"] == number),
        )
        for number in numbers
    )


def _of(authority: str, file_name: str) -> list[dict[str, str]]:
    """A shipped file's rows of one authority: each row says whose it is."""
    with (SHIPPED / file_name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["authority"] == authority]


def steps(year: int, series: Series, matches: Matches = match_of) -> list[Step]:
    """Every recommendation at the end of a year, from what was published by then."""
    return [_step(one, year, series, matches) for one in recommendations()]


def _said(row: Mapping[str, str]) -> Said:
    year = 2000 + int(row["source_code"][1:])
    return Said(year, row["source"], row["state"], row["evidence_paraphrase"])


def _step(given: Recommendation, year: int, series: Series, matches: Matches) -> Step:
    standing, before = (
        None if when < CLAIMED_FROM else decide(_case(given, when, series, matches))
        for when in (year, year - 1)
    )
    slipped = standing is not None and standing.state is Assurance.SLIPPING
    was = before is not None and before.state is Assurance.SLIPPING
    return Step(
        given,
        year,
        standing,
        tuple(one for one in given.named_in if one <= year),
        tuple(_unproved(given.theme, matches)),
        _proxy_words(given.theme),
        reopened=slipped and not was,
    )


def _case(given: Recommendation, year: int, series: Series, matches: Matches) -> Case:
    observed = [*_published(given.theme, year, series, matches)]
    inspected = _inspected(given.up_to(year))
    if inspected is not None:
        observed.append(inspected)
    return Case(
        claimed=True,
        claim="it is said to be complete",
        observed=tuple(observed),
        as_of=date(year, 12, 31),
    )


def _unproved(theme: str, matches: Matches) -> Iterable[str]:
    """Why nothing published can prove it: a sentence for each different reason."""
    reasons: dict[str, list[str]] = {}
    for one in PROVING.get(theme, ()):
        match = matches(one)
        if match.how != "same":
            reasons.setdefault(match.note, []).append(f"“{measure(one).title}”")
    for note, titles in reasons.items():
        yield f"{_listed(titles)} would show it. {note}"
    if not theme:
        yield "It stands in the report’s text alone, and nothing published counts it."


def _published(
    theme: str, year: int, series: Series, matches: Matches
) -> Iterable[Observed]:
    """What the published figures show of it, measure by measure."""
    proving = PROVING.get(theme, ())
    for one in proving:
        match = matches(one)
        if match.how == "same":
            yield _figure(measure(one), series.get(match.code, ()), year)
    if not any(matches(one).how == "same" for one in proving):
        yield _nothing("no published figure counts what would show it")


def _nothing(says: str) -> Observed:
    return Observed({Rung.MOVED: RungState.EMPTY, Rung.HELD: RungState.EMPTY}, says)


def _figure(asked: Measure, found: Sequence[Comparison], year: int) -> Observed:
    """As good as the neighbours’ median is moved, two years running is held."""
    judged = [
        (one, _as_good(one, asked.good_is))
        for one in found
        if one.year.ends and one.year.ends <= year
        if one.own is not None and one.median is not None
    ]
    if not judged or judged[-1][0].year.ends < year - 1:
        return _nothing(
            f"{asked.title}: no figure is published of {year - 1} or {year}"
        )
    last, good = judged[-1]
    held = len(judged) >= _HELD_YEARS and all(g for _, g in judged[-_HELD_YEARS:])
    return Observed(
        {
            Rung.MOVED: RungState.REACHED if good else RungState.EMPTY,
            Rung.HELD: RungState.REACHED if held else RungState.EMPTY,
        },
        f"{asked.title}: {last.own:g} in {last.year.label}, the neighbours’ median "
        f"{last.median:g}",
    )


def _as_good(one: Comparison, good_is: str) -> bool:
    assert one.own is not None
    assert one.median is not None
    return one.own <= one.median if good_is == "low" else one.own >= one.median


def _inspected(said: Sequence[Said]) -> Observed | None:
    """The last inspection that spoke of it, against what earlier ones had seen."""
    telling = [
        one
        for one in said
        if one.year >= CLAIMED_FROM and one.state in _SEEN | _BEGUN | _AGAINST
    ]
    if not telling:
        return None
    last = telling[-1]
    seen_before = any(one.state in _SEEN for one in telling[:-1])
    says = f"inspectors in {last.year}: {last.words}"
    if last.state in _SEEN:
        return Observed({Rung.SEEN: RungState.REACHED}, says)
    if seen_before:
        before = next(one for one in reversed(telling) if one.state in _SEEN)
        return Observed(
            {Rung.SEEN: RungState.FALLEN},
            f"{says}, after inspectors in {before.year} had seen it work",
        )
    return Observed({Rung.SEEN: RungState.EMPTY}, says, against=last.state in _AGAINST)


def _proxy_words(theme: str) -> str:
    if theme not in PROXIES:
        return ""
    return f"The nearest that is published is no proof: {PROXIES[theme][1]}."


def _listed(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return f"{', '.join(titles[:-1])} and {titles[-1]}"
