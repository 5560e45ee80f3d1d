"""Keeping the index as new as the ledger.

Everything that is done leaves an event in the trail, so nothing new in the trail means
nothing new to find. Where there is, every source is read and compared by a stamp, and
only what differs is written.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Final

from django.db import transaction

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
# An event that was written last may have been begun first: look again after a while.
AGAIN: Final = timedelta(minutes=10)


def refresh() -> bool:
    """Take up what has changed; whether there was anything to look for."""
    newest = newest_change()
    kept = Freshness.objects.first()
    if kept is not None and kept.event == newest and _new_enough(kept):
        return False
    with transaction.atomic():
        Freshness.objects.get_or_create(pk=1)
        kept = Freshness.objects.select_for_update().get(pk=1)
        if kept.event == newest and _new_enough(kept):
            return False  # somebody else has done it meanwhile
        _take_up([found for source in SOURCES for found in source()])
        kept.event, kept.refreshed_at = newest, now()
        kept.save()
    return True


def _new_enough(kept: Freshness) -> bool:
    return kept.refreshed_at is not None and now() - kept.refreshed_at < AGAIN


def _take_up(every: list[Found]) -> None:
    wanted = {(found.kind, found.key): found for found in every}
    known = {
        (kind, key): (pk, stamp)
        for pk, kind, key, stamp in Entry.objects.values_list(
            "pk", "kind", "key", "stamp"
        )
    }
    stale = [
        pk
        for name, (pk, stamp) in known.items()
        if name not in wanted or _stamp(wanted[name]) != stamp
    ]
    for start in range(0, len(stale), 500):
        some = stale[start : start + 500]
        Word.objects.filter(entry__in=some).delete()
        Entry.objects.filter(pk__in=some).delete()
    gone = set(stale)
    _write(
        f for name, f in wanted.items() if name not in known or known[name][0] in gone
    )


def _write(new: Iterable[Found]) -> None:
    found = list(new)
    rows = Entry.objects.bulk_create(
        [
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
            for f in found
        ],
        batch_size=500,
    )
    words: list[Word] = []
    for entry in rows:
        words += _words(entry)
        if len(words) >= _AT_ONCE:
            Word.objects.bulk_create(words, batch_size=_AT_ONCE)
            words = []
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
