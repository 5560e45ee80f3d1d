"""Local variants: what an authority has chosen otherwise stands beside the standard.

A measure's own id always means the standard, so that two authorities that name it mean
the same. Where settings.toml says otherwise the measure is worked out twice, and the
local one has `@local` after its id. Which is right is not ours to say; that they differ
is (extract.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from madegood.clock.periods import Period
from madegood.measures.calculate import calculate
from madegood.measures.library import (
    is_local,
    local_variant,
    standard_of,
)
from madegood.measures.model import Choice, Measure
from madegood.measures.settings import Settings
from madegood.measures.states import Result
from madegood.measures.wording import say_choice
from madegood.record.snapshot import Snapshot


def standard(settings: Settings) -> Settings:
    """The same authority with every measure as the library has it."""
    return replace(settings, chosen={})


def settings_for(measure_id: str, settings: Settings) -> Settings:
    """The settings that an id is judged by: the standard's, or a local variant's own."""
    return settings if is_local(measure_id) else standard(settings)


def chosen_otherwise(
    asked: Measure, settings: Settings
) -> dict[str, tuple[Choice, Choice]]:
    """The settings that are not the standard's: local value and standard value."""
    ours = settings.of(asked.id)
    return {
        spec.name: (ours[spec.name], spec.default)
        for spec in asked.settings
        if ours[spec.name] != spec.default
    }


def says(asked: Measure, settings: Settings) -> str:
    """'Local variant: hours 48, where the standard has 72.'; '' where there is none."""
    differing = chosen_otherwise(asked, settings)
    said = [
        f"{name.replace('_', ' ')} {say_choice(ours)}, where the standard has "
        f"{say_choice(theirs)}"
        for name, (ours, theirs) in differing.items()
    ]
    return f"Local variant: {'; '.join(said)}." if said else ""


def calculate_both(
    measures: Iterable[Measure],
    snapshot: Snapshot,
    *,
    as_of: datetime,
    periods: Sequence[Period] = (),
    by: Sequence[str] = (),
    settings: Settings | None = None,
    engine: str = "duckdb",
) -> list[Result]:
    """As `calculate`, with the standard's results and after them those of each local
    variant; never the local ones alone."""
    chosen = settings or Settings.default()
    asked = list(dict.fromkeys(standard_of(one.id) for one in measures))
    local = [local_variant(one) for one in asked if chosen_otherwise(one, chosen)]
    ask = partial(
        calculate, snapshot=snapshot, as_of=as_of, periods=periods, by=by, engine=engine
    )
    found = ask(asked, settings=standard(chosen))
    if local:
        found += ask(local, settings=chosen)
    places = {one.id: place for place, one in enumerate(asked)}
    return sorted(
        found,
        key=lambda each: (places[standard_of(each.measure).id], is_local(each.measure)),
    )
