"""What other rooms may ask of what was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa

from madegood.benchmarks import store
from madegood.benchmarks.comparing import Against, Comparison, compare
from madegood.benchmarks.models import Release
from madegood.benchmarks.neighbour_lists import lists_of
from madegood.benchmarks.ours import Ours, ours
from madegood.benchmarks.places import NoSuchPlace, Place, authority, places
from madegood.benchmarks.store import Missing
from madegood.benchmarks.table import Table
from madegood.benchmarks.views import SOCIAL_CARE, Indicator, ReleaseView, view

__all__ = [
    "SOCIAL_CARE",
    "Comparison",
    "Indicator",
    "Missing",
    "NoSuchPlace",
    "NoSuchRelease",
    "Ours",
    "Place",
    "ReleaseView",
    "Setting",
    "authority",
    "comparisons",
    "figures",
    "indicators",
    "models",
    "named",
    "newest",
    "ours",
    "places",
    "releases",
    "setting",
]

OTHER = "Other statistics"


class NoSuchRelease(ValueError):
    """No release is named so; the message says how to list them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a comparison is made of: whose, against whom, and from which releases."""

    place: Place
    against: Against
    model: ReleaseView | None
    figures: tuple[ReleaseView, ...]
    dictionary: ReleaseView | None

    @property
    def main(self) -> ReleaseView:
        """The release most of it comes from: the one with most figures."""
        return max(self.figures, key=lambda one: one.rows)

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The neighbours' names, nearest first."""
        known = places()
        return tuple(
            known[one].name if one in known else f"number {one}"
            for one in self.against.neighbours
        )

    @property
    def region(self) -> str:
        region = places().get(self.against.region)
        return region.name if region else "Region"


def releases() -> list[ReleaseView]:
    """Every release that is kept, by table, newest first."""
    return [view(one) for one in Release.objects.all()]


def named(name: str, among: Sequence[ReleaseView] | None = None) -> ReleaseView:
    """A release by the beginning of its SHA-256, or by table@edition."""
    plain = name.strip().lower()
    kept = releases() if among is None else among
    found = [
        one
        for one in kept
        if (plain and one.content.startswith(plain))
        or plain == f"{one.table}@{one.edition}"
    ]
    if len(found) != 1:
        many = "Several releases are" if found else "No release is"
        raise NoSuchRelease(
            f"{many} named “{name}”. Give the beginning of one name that "
            "`madegood benchmarks list` shows, or table@year."
        )
    return found[0]


def newest(kept: Sequence[ReleaseView], kind: str) -> list[ReleaseView]:
    """The newest release of each table of a kind: by its newest year, then by when it
    was loaded."""
    found: dict[str, ReleaseView] = {}
    for one in kept:
        before = found.get(one.table)
        if one.kind == kind and (before is None or _age(one) > _age(before)):
            found[one.table] = one
    return list(found.values())


def setting(
    place: Place, *, model: int | None = None, release: str = ""
) -> Setting | None:
    """What to compare a place with; None where nothing was loaded. `model` is the year
    of the neighbour model (default the newest), `release` one release of figures
    (default the newest of each table). Raises NoSuchRelease."""
    kept = releases()
    figures = newest(kept, "figures")
    if release:
        figures = [named(release, [one for one in kept if one.kind == "figures"])]
    if not figures:
        return None
    models = newest(kept, "neighbours")
    if model is not None:
        models = [one for one in models if one.edition == model]
        if not models:
            raise NoSuchRelease(
                f"No neighbour model of {model} was loaded. Load the department's "
                f"list, with {model} in its name, by `madegood benchmarks load`."
            )
    chosen = max(models, key=_age, default=None)
    near = _neighbours(chosen.blob).get(place.number, ()) if chosen else ()
    against = Against(place.number, near, place.region)
    dictionaries = newest(kept, "dictionary")
    dictionary = dictionaries[0] if dictionaries else None
    return Setting(place, against, chosen, tuple(figures), dictionary)


def models(kept: Sequence[ReleaseView]) -> list[int]:
    """The years of the neighbour models that were loaded, newest first."""
    return sorted((one.edition for one in newest(kept, "neighbours")), reverse=True)


def figures(release: ReleaseView) -> Table:
    """A release's figures. The last few are kept: a release never changes."""
    return _table(release.blob)


def comparisons(given: Setting) -> dict[str, list[Comparison]]:
    """Every indicator that has a figure or a sign of ours, year by year."""
    found: dict[str, list[Comparison]] = {}
    for release in given.figures:
        for one in _compared(release.blob, given.against):
            found.setdefault(one.indicator, []).append(one)
    return found


def indicators(given: Setting) -> dict[str, Indicator]:
    """What each indicator is, in the order of the dictionary; those it does not know
    after them."""
    found = dict(_described(given.dictionary.blob)) if given.dictionary else {}
    for release in given.figures:
        for code in _table(release.blob).rows_of:
            found.setdefault(code, _undescribed(code, release))
    return found


def _age(one: ReleaseView) -> tuple[int, object, int]:
    return one.edition, one.loaded_at, one.id


@lru_cache(maxsize=6)
def _table(blob: str) -> Table:
    return Table(store.read(blob))


@lru_cache(maxsize=8)
def _compared(blob: str, against: Against) -> list[Comparison]:
    return compare(_table(blob), against)


@lru_cache(maxsize=4)
def _neighbours(blob: str) -> dict[str, tuple[str, ...]]:
    return lists_of(store.read(blob))


@lru_cache(maxsize=2)
def _described(blob: str) -> dict[str, Indicator]:
    content: pa.Table = store.read(blob)
    return {
        row["code"]: Indicator(**row, order=at)
        for at, row in enumerate(content.to_pylist())
    }


def _undescribed(code: str, release: ReleaseView) -> Indicator:
    """Of the statistics as downloaded: the group and the column are all it is."""
    _, group, column = (*code.split(":"), "", "")[:3]
    words = column.replace("_", " ").capitalize()
    said = f"{group}: {words.lower()}" if group else words
    return Indicator(code, OTHER, f"{release.title}: {said}", order=100_000)
