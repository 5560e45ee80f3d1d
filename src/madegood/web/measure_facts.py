"""The small print beside a measure: its target, its choices, its data, its keepers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from madegood.measures import Measure, Result, Settings, State, measure
from madegood.measures.library import is_local, local_variant, standard_of
from madegood.measures.pace import Pace
from madegood.measures.rounding import whole_percent
from madegood.measures.series import Series
from madegood.measures.settings import MOST_BAD_KEPT_BY
from madegood.measures.variants import says
from madegood.measures.versions import history
from madegood.measures.wording import say_choice
from madegood.warehouse.queries import RunView
from madegood.web.words import day, figure

_YEAR = 12


@dataclass(frozen=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True)
class Fact:
    """A term of the small print, its words, and any links after them."""

    term: str
    text: str = ""
    links: tuple[Link, ...] = ()


def facts(
    asked: Measure,
    run: RunView | None,
    settings: Settings,
    *,
    variant: Fact,
    target: str,
    months: Sequence[Result],
    definition: str,
) -> list[Fact]:
    """Each term that there is something to say of. `months` are the whole ones."""
    told = [
        Fact("Target", target),
        Fact("Local choices", " ".join(_choices(asked, settings))),
        variant,
        Fact("Changed", " ".join(_changes(asked))),
        Fact(
            "Read beside",
            links=tuple(
                Link(measure(other).title, reverse("measure", args=[other]))
                for other in asked.balances
            ),
        ),
        Fact("Data", _data(run)),
        Fact("Bad data", _bad(months, settings)),
        Fact(
            "Kept by",
            f"{asked.owner.title}; checked by {asked.checked_by.title}; to be "
            f"reviewed by {day(asked.review_by)}. Definition {definition}.",
        ),
    ]
    return [fact for fact in told if fact.text or fact.links]


def local_fact(asked: Measure, chosen: Settings, months: Sequence[Result]) -> Fact:
    """What is set otherwise than the standard, with a way to the other of the two.
    `months` are the whole ones of the local variant."""
    standard = standard_of(asked.id)
    says_so = says(standard, chosen)
    if is_local(asked.id):
        link = Link(standard.title, reverse("measure", args=[standard.id]))
        return Fact("Beside the standard", says_so, (link,))
    if not says_so:
        return Fact("Local variant")
    local = local_variant(asked)
    last = next((one for one in reversed(months) if one.value is not None), None)
    if last is not None and last.period is not None:
        says_so += f" {figure(last.value, asked.unit)} in {last.period.first:%B %Y}."
    link = Link("The local variant", reverse("measure", args=[local.id]))
    return Fact("Local variant", says_so.removeprefix("Local variant: "), (link,))


def target_words(asked: Measure, series: Series, pace: Pace | None) -> str:
    """'85%: 22 points below target', and how long to it at the present pace."""
    if series.target is None or asked.never_a_target:
        return ""
    gap = f": {series.gap_words}" if series.gap_words else ""
    said = f"{figure(series.target, asked.unit)}{gap}."
    return f"{said} {pace.words}" if pace else said


def _choices(asked: Measure, settings: Settings) -> Iterator[str]:
    """Each setting with what it is set to: 'Within how many days: 90.'"""
    chosen = settings.of(asked.id)
    for spec in asked.settings:
        yield f"{spec.says.removesuffix('.')}: {say_choice(chosen[spec.name])}."


def _changes(asked: Measure) -> Iterator[str]:
    """What its definition has changed in since the first, the last change last."""
    for version in history(asked.id)[1:]:
        yield f"From {day(version.since)}: {version.says}"


def _data(run: RunView | None) -> str:
    if run is None:
        return ""
    kind = " Synthetic: no real child is in it." if run.synthetic else ""
    return f"{run.snapshot_label}, data to {day(run.data_to)}.{kind}"


def _bad(months: Sequence[Result], settings: Settings) -> str:
    """How many rows of the last year nobody can judge, and how many may be so."""
    if not months:
        return ""
    bad = sum(month.states.get(State.DQ_ERROR, 0) for month in months[-_YEAR:])
    rows = sum(sum(month.states.values()) for month in months[-_YEAR:])
    said = f"No row of the last {len(months[-_YEAR:])} months has data too bad to tell."
    if bad:
        said = (
            f"{bad:,} of the {rows:,} rows of the last {len(months[-_YEAR:])} months "
            f"({whole_percent(bad / rows)}%) have data too bad to tell."
        )
    return (
        f"{said} Above {settings.most_bad_percent}% in the months a test looks at it "
        f"proves nothing: a local choice, kept by the {MOST_BAD_KEPT_BY.title}."
    )
