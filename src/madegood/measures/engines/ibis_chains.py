"""Rows as the links of a chain, as Ibis expressions."""

from functools import reduce
from typing import Final

import ibis
from ibis.expr.types import Table

from madegood.measures.engines.ibis_rows import THERE_
from madegood.measures.engines.staging import ROW_NUMBER, parts
from madegood.measures.vocabulary import Chained

LINK: Final = "link_subject"
_STARTED, _STOPPED = parts("link_started"), parts("link_stopped")
_ROW: Final = "row_of_link"
# More links than a chain can have between two rows' numbers.
_APART: Final = 100_000


def links(base: Table, events: Table, key: str, chain: Chained) -> Table:
    """Each row of `base` once for each of its `events` and once more, with where the
    link starts and stops, its subject, and whether it is the first or still open."""
    event = [f"{THERE_}{part}" for part in parts(chain.event)]
    came = events.filter(events[event[0]].notnull())
    closed = came.select(
        **{_ROW: came[ROW_NUMBER]},
        **dict(zip(_STOPPED, (came[e] for e in event), strict=True)),
    )
    waiting = base.select(
        **{_ROW: base[ROW_NUMBER]}, **dict.fromkeys(_STOPPED, ibis.null("int64"))
    )
    numbered = _numbered(closed.union(waiting))
    if chain.from_first:
        numbered = _from_first(numbered)
    return _joined(base, numbered, key, chain)


def _numbered(ends: Table) -> Table:
    ends = ends.mutate(open_link=ends[_STOPPED[0]].isnull())
    order = [ends.open_link, *(ends[part] for part in _STOPPED)]
    window = ibis.window(group_by=_ROW, order_by=order)
    before = {
        f"before_{at}": ends[part].lag().over(window)
        for at, part in enumerate(_STOPPED)
    }
    return ends.mutate(number=ibis.row_number().over(window), **before)


def _from_first(numbered: Table) -> Table:
    """Without the link to the first event, where there is one: the chain begins there.
    A link that begins at that event begins at no anchor."""
    kept = numbered.filter((numbered.number > 0) | numbered.open_link)
    return kept.mutate(number=ibis.greatest(kept.number - 1, 0))


def _joined(base: Table, numbered: Table, key: str, chain: Chained) -> Table:
    whole = base.inner_join(numbered, base[ROW_NUMBER] == numbered[_ROW])
    begins = whole.before_0.isnull()
    started = {
        name: ibis.ifelse(begins, whole[anchor], whole[f"before_{at}"])
        for at, (name, anchor) in enumerate(
            zip(_STARTED, parts(chain.anchor), strict=True)
        )
    }
    subject = reduce(
        lambda said, more: said.concat(more),
        [ibis.literal("#"), (whole.number + 1).cast("string")],
        whole[key],
    )
    told = whole.mutate(
        **started,
        **{LINK: subject},
        first_link=whole.number == 0,
        **{ROW_NUMBER: whole[ROW_NUMBER] * _APART + whole.number},
    )
    return told.drop(_ROW, "number", *(f"before_{at}" for at in range(3)))
