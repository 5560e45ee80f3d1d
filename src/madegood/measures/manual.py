"""The manual page of the measures, printed from the measures themselves."""

from collections.abc import Iterator
from pathlib import Path

from madegood.measures.library import LIBRARY, measure
from madegood.measures.model import Measure, Rule
from madegood.measures.settings import Settings
from madegood.measures.states import State
from madegood.measures.wording import (
    limit_of,
    rules_of,
    say,
    say_limit,
    words_for,
    words_for_reason,
)

PAGE = Path("docs/reference/generated/measures.md")

_GOOD = {
    "high": "Higher is better.",
    "low": "Lower is better.",
    "neither": "Neither high nor low is good in itself.",
}


def page() -> str:
    """Every measure: its sentence, rules, settings and keepers, as Markdown."""
    lines = [
        "# Measures",
        "",
        "Printed from the program by `script/docs`. A row is in the first state whose",
        "rule it passes. A share is of rows in time, late or overdue whose time has come.",
        "",
        "| state | said as |",
        "|---|---|",
        *(f"| `{state.value}` | {words_for(state)} |" for state in State),
    ]
    for each in LIBRARY:
        lines += ["", *_section(each)]
    return "\n".join(lines) + "\n"


def _section(each: Measure) -> Iterator[str]:
    yield f"## {each.title}"
    yield f"\n`{each.id}`, definition `{each.definition}`\n\n{say(each)}\n\n{each.why}"
    yield " ".join([_GOOD[each.good_is], *_never(each)])
    yield f"\n- Source: {each.source}"
    yield f"- Needs: {', '.join(f'`{name}`' for name in each.needs)}"
    yield f"- Owner: {each.owner.title}. Checked by: {each.checked_by.title}."
    yield from _balances(each)
    yield from _limit(each)
    yield from _settings(each)
    yield "\n| state | reason | meaning |\n|---|---|---|"
    yield from dict.fromkeys(_named(rule) for rule in rules_of(each.kind))


def _never(each: Measure) -> Iterator[str]:
    if each.never_a_target:
        yield "Never a target."


def _balances(each: Measure) -> Iterator[str]:
    if each.balances:
        titles = "; ".join(measure(name).title for name in each.balances)
        yield f"- Read beside: {titles}"


def _limit(each: Measure) -> Iterator[str]:
    limit = limit_of(each.kind)
    if limit is not None:
        length = int(Settings.default().of(each.id)[limit.setting])
        yield f"- Time allowed: {say_limit(limit, length)}"


def _settings(each: Measure) -> Iterator[str]:
    for spec in each.settings:
        default = str(spec.default).lower()
        yield f"- Setting `{spec.name} = {default}`: {spec.says} {spec.source}"


def _named(rule: Rule) -> str:
    reason = f"`{rule.reason}`" if rule.reason else ""
    meaning = words_for_reason(rule.reason) if rule.reason else words_for(rule.state)
    return f"| `{rule.state.value}` | {reason} | {meaning} |"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page())
