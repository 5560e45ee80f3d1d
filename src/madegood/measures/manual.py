"""The manual of the measures, printed from the measures and from their drawn specs.

A page for each, for whoever answers for the number and has never read a program: why it
is counted, what exactly is, who keeps it true, in what order a row is judged, since when
it means that, and cases worked out. One page lists them all.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from madegood.measures.library import LIBRARY, measure
from madegood.measures.model import Measure, judged_of
from madegood.measures.settings import Settings
from madegood.measures.states import State
from madegood.measures.versions import history
from madegood.measures.wording import (
    limit_of,
    rules_of,
    say,
    say_choice,
    say_limit,
    words_for,
    words_for_flag,
    words_for_reason,
    words_in,
)
from madegood.measures.worked_cases import Worked, printed
from madegood.record.wording import in_words

FOLDER = Path("docs/reference/generated")
PAGE = FOLDER / "measures.md"
PAGES = FOLDER / "measures"

Cases = Mapping[str, Sequence[Worked]]

_GOOD = {
    "high": "higher is better",
    "low": "lower is better",
    "neither": "neither high nor low is good in itself",
}


def pages(cases: Cases) -> dict[Path, str]:
    """Every page by its path from the root of the repository."""
    found = {PAGE: index()}
    for each in LIBRARY:
        found[PAGES / f"{each.id}.md"] = page(each, cases.get(each.id, ()))
    return found


def index() -> str:
    """All the measures, by what they are about."""
    lines = [
        "# Measures",
        "",
        "Printed from the program by `script/docs`. Each has a page with its rules and",
        "with cases worked out. A row is in the first state whose rule it passes; a share",
        "is of rows in time, late or overdue whose time has come.",
        "",
        "| state | said as |",
        "|---|---|",
        *(f"| `{state.value}` | {words_for(state)} |" for state in State),
    ]
    for theme, those in groupby(LIBRARY, lambda each: each.recommendation_theme):
        lines += [
            "",
            f"## {theme[:1].upper()}{theme[1:]}",
            "",
            "| measure | id | what it is |",
            "|---|---|---|",
            *(
                f"| [{one.title}](measures/{one.id}.md) | `{one.id}` | {say(one)} |"
                for one in those
            ),
        ]
    return "\n".join(lines) + "\n"


def page(each: Measure, cases: Sequence[Worked]) -> str:
    """The manual page of one measure, as Markdown."""
    lines = [
        f"# {each.title}",
        f"\n`{each.id}`\n",
        f"{say(each)}\n",
        f"{each.why}\n",
        "| | |\n|---|---|",
        *(f"| {term} | {words} |" for term, words in _about(each)),
        *_settings(each),
        *_rules(each),
        *_marks(each),
        *_versions(each),
        *_cases(each, cases),
    ]
    return "\n".join(lines) + "\n"


def _about(each: Measure) -> Iterator[tuple[str, str]]:
    yield "About", each.recommendation_theme
    yield "Good is", _GOOD[each.good_is]
    yield "May be a target", "never" if each.never_a_target else "yes"
    if each.balances:
        beside = (f"[{measure(name).title}]({name}.md)" for name in each.balances)
        yield "Read beside", "; ".join(beside)
    limit = limit_of(each.kind)
    if limit is not None:
        yield "Time allowed", say_limit(limit, Settings.default().of(each.id))
    if each.standing:
        yield "Asked of", "a day: how things stand then, not what came about in a month"
    yield "Source", each.source
    yield "Needs", ", ".join(in_words(name) for name in each.needs)
    yield "Owner", each.owner.title
    yield "Checked by", each.checked_by.title
    yield "To be reviewed by", f"{each.review_by:%-d %B %Y}"


def _settings(each: Measure) -> Iterator[str]:
    if not each.settings:
        return
    yield "\n## What an authority may set\n"
    yield f"Whoever changes one answers to the owner, {each.owner.title}; the result is a"
    yield "local variant and stands beside the standard.\n"
    yield "| setting | standard | what it is | who says so |\n|---|---|---|---|"
    for spec in each.settings:
        standard = say_choice(spec.default)
        yield f"| `{spec.name}` | {standard} | {spec.says} | {spec.source} |"


def _rules(each: Measure) -> Iterator[str]:
    yield "\n## How a row is judged\n"
    yield "The rules are asked in this order, and the first that the row passes decides.\n"
    yield "| | where | the row is | state and reason |\n|---|---|---|---|"
    for place, rule in enumerate(rules_of(each.kind), 1):
        why = words_for_reason(rule.reason) if rule.reason else "none of those above"
        code = f"`{rule.state.value}`{f' `{rule.reason}`' if rule.reason else ''}"
        yield f"| {place} | {why} | {words_in(each.kind, rule.state)} | {code} |"


def _marks(each: Measure) -> Iterator[str]:
    flags = [name for name, _ in judged_of(each.kind).flags]
    if not flags:
        return
    yield "\n## Marks\n"
    yield "A mark changes no state; it is for whoever looks at the row.\n"
    yield "| mark | means |\n|---|---|"
    yield from (f"| `{name}` | {words_for_flag(name)} |" for name in flags)


def _versions(each: Measure) -> Iterator[str]:
    yield "\n## Since when\n"
    yield "| version | from | what changed |\n|---|---|---|"
    for one in history(each.id):
        yield f"| `{one.version}` | {one.since:%-d %B %Y} | {one.says} |"


def _cases(each: Measure, cases: Sequence[Worked]) -> Iterator[str]:
    if not cases:
        return
    yield "\n## Cases worked out\n"
    yield "Each is tried whenever the program is tested."
    for case in cases:
        yield from printed(each, case)
