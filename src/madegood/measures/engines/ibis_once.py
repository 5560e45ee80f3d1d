"""What is told once of a child, or of a chain, and is no sum of its months."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from madegood.measures.engines.cells import BY, Name
from madegood.measures.model import Kind, Repeat, judged_of
from madegood.measures.states import State
from madegood.measures.summarise import DIVIDES


def owned(kind: Kind, rows: Table, by: Sequence[str]) -> Table:
    """Of each child, in each atom of time, the first day it repeated and the last it was
    counted on; of each chain, whether every link due was met."""
    if isinstance(kind, Repeat):
        return rows.group_by("atom", *by, "child").aggregate(
            often=rows.counted_day.min(where=rows.often),
            last=rows.counted_day.max(),
        )
    rules = judged_of(kind).rules
    divide = [n for n, rule in enumerate(rules) if rule.state in DIVIDES]
    met = [n for n, rule in enumerate(rules) if rule.state is State.MET]
    due = rows.filter(rows.is_due & rows.rule.isin(divide))
    return due.group_by("atom", *by, "owner").aggregate(
        whole=ibis.ifelse(due.rule.isin(met), 1, 0).min()
    )


def counted_once(kind: Kind, held: Table, within: Table, groups: Name) -> Table:
    """The same of each span, whose atoms `within` lists, counted by group."""
    rows = held.inner_join(within, held.atom == within.of_atom)
    keys = ["span", *(f"{BY}{name}" for name in groups)]
    if not isinstance(kind, Repeat):
        chain = rows.group_by(*keys, "owner").aggregate(whole=rows.whole.min())
        return chain.group_by(*keys).aggregate(n=chain.count(), met=chain.whole.sum())
    child = rows.group_by(*keys, "child").aggregate(
        often=rows.often.min(), last=rows["last"].max()
    )
    told = child.select(
        *keys,
        often=ibis.ifelse(child.often.notnull(), 1, 0),
        day=child.often.coalesce(child["last"]),
    )
    return told.group_by(*keys, "often").aggregate(n=told.count(), first=told.day.min())
