"""Keeping the index as new as the ledger.

Everything that is done leaves an event in the trail, so nothing new in the trail means
nothing new to find. Where there is, every source is read and compared by a stamp, and
only what differs is written: a few hundred things at a time, each lot for good, so that
nobody else waits long to write and what was taken up stays so, whatever comes between.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta
from time import monotonic
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from madegood.clock.today import now
from madegood.search.models import Entry, Freshness, Word
from madegood.search.sources import SOURCES, Found
from madegood.search.stems import stems
from madegood.trail.queries import newest_change

__all__ = ["refresh"]

# A part of the stamp: raised whenever words are stemmed or weighed otherwise.
_EDITION: Final = "1"
_OF_TITLE: Final = 6
_MOST: Final = 30
_AT_ONCE: Final = 5_000
# So many things at a time: well under a second, and few enough for one query.
_LOT: Final = 300
# An event that was written last may have been begun first: look again after a while.
AGAIN: Final = timedelta(minutes=10)
Name = tuple[str, str]


def refresh(within: timedelta | None = None) -> bool:
    """Take up what has changed, for no longer than about so long; whether everything
    there is has been taken up. Any number may ask at once."""
    newest = newest_change()
    kept = Freshness.objects.first()
    if kept is not None and kept.event == newest and _new_enough(kept):
        return True
    until = None if within is None else monotonic() + within.total_seconds()
    every = {(f.kind, f.key): f for source in SOURCES for f in source()}
    for some in _lots(every):
        if until is not None and monotonic() > until:
            return False
        with transaction.atomic():
            _alone()
            _take_up(some, every)
    with transaction.atomic():
        kept = _alone()
        kept.event, kept.refreshed_at = newest, now()
        kept.save()
    return True


def _new_enough(kept: Freshness) -> bool:
    return kept.refreshed_at is not None and now() - kept.refreshed_at < AGAIN


def _alone() -> Freshness:
    """Until the transaction ends, nobody else writes the index."""
    Freshness.objects.get_or_create(pk=1)
    return Freshness.objects.select_for_update().get(pk=1)


def _lots(every: dict[Name, Found]) -> Iterator[list[Name]]:
    """The names of what differs from what is kept, so many at a time."""
    known = dict(_stamps(Entry.objects.all()))
    differs = [name for name, f in every.items() if known.get(name) != _stamp(f)]
    differs += [name for name in known if name not in every]
    for start in range(0, len(differs), _LOT):
        yield differs[start : start + _LOT]


def _take_up(names: Sequence[Name], every: dict[Name, Found]) -> None:
    """Whatever is kept of these names becomes what was found of them. What somebody
    else took up meanwhile is left alone."""
    kept = Entry.objects.filter(key__in={key for _, key in names})
    known = dict(_stamps(kept))
    differs = {
        name
        for name in names
        if name not in every or known.get(name) != _stamp(every[name])
    }
    stale = [
        pk
        for pk, kind, key in kept.values_list("pk", "kind", "key")
        if (kind, key) in differs
    ]
    Word.objects.filter(entry__in=stale).delete()
    Entry.objects.filter(pk__in=stale).delete()
    _write([every[name] for name in names if name in differs and name in every])


def _stamps(entries: QuerySet[Entry]) -> Iterator[tuple[Name, str]]:
    for kind, key, stamp in entries.values_list("kind", "key", "stamp"):
        yield (kind, key), stamp


def _write(new: Sequence[Found]) -> None:
    rows = Entry.objects.bulk_create(
        Entry(
            kind=f.kind,
            key=f.key,
            route=f.route,
            said=f.said,
            title=f.title,
            text=f.text,
            permission=f.permission.value,
            stamp=_stamp(f),
        )
        for f in new
    )
    words = [word for entry in rows for word in _words(entry)]
    Word.objects.bulk_create(words, batch_size=_AT_ONCE)


def _words(entry: Entry) -> list[Word]:
    weight = stems(entry.text)
    for stem, times in stems(entry.title).items():
        weight[stem] += _OF_TITLE * times
    return [
        Word(
            entry=entry,
            stem=stem,
            permission=entry.permission,
            weight=min(times, _MOST),
        )
        for stem, times in weight.items()
    ]


def _stamp(found: Found) -> str:
    parts = asdict(found).values()
    whole = "\0".join([_EDITION, *(str(part) for part in parts)])
    return hashlib.sha256(whole.encode()).hexdigest()
