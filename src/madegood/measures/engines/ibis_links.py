"""What linked rows come to: whether there is one, how many, the earliest, the latest."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeGuard

import ibis
from ibis.expr.types import Table, Value

from madegood.measures.engines.ibis_rows import THERE_, only_if
from madegood.measures.engines.ibis_tests import Asked, FromLinks, holds
from madegood.measures.engines.staging import ROW_NUMBER, parts
from madegood.measures.vocabulary import (
    Earliest,
    Gathered,
    Latest,
    Least,
    Link,
    Linked,
    Many,
    Some,
)
from madegood.record.tables import table

_LINKED_KEY: Final = "linked_key"


def is_bare(nodes: Iterable[FromLinks]) -> bool:
    """Whether nothing is asked that a child's own row says."""
    said = repr(list(nodes))
    return "child." not in said and "responsible_authority" not in said


def of_one(node: FromLinks, name: str, asked: Asked) -> dict[str, Value]:
    """The columns that a node comes to where one row at most is linked."""
    joined = asked.table
    there = joined.linked.notnull()
    match node:
        case Some() | Many():
            return {name: ibis.ifelse(there & holds(node.test, asked), 1, 0)}
        case Earliest() | Latest():
            passes = there & holds(node.where, asked)
            named = _columns(node, name, joined)
            return {part: only_if(passes, column) for part, column in named}
        case Least():
            return {name: joined[f"{THERE_}{node.column}"]}


def of_many(node: FromLinks, name: str, there: Asked) -> dict[str, Value]:
    """The columns that sum a node up over the linked rows."""
    joined = there.table
    match node:
        case Some():
            return {name: ibis.ifelse(holds(node.test, there), joined.linked, 0).max()}
        case Many():
            return {name: ibis.ifelse(holds(node.test, there), joined.linked, 0).sum()}
        case Earliest():
            named = _columns(node, name, joined)
            passes = holds(node.where, there)
            return {part: column.min(where=passes) for part, column in named}
        case Latest():
            named = _columns(node, name, joined)
            passes = holds(node.where, there)
            return {part: column.max(where=passes) for part, column in named}
        case Least():
            return {name: joined[f"{THERE_}{node.column}"].min()}


def _columns(
    node: Earliest | Latest, name: str, joined: Table
) -> Iterator[tuple[str, Value]]:
    columns = (joined[f"{THERE_}{part}"] for part in parts(node.column))
    return zip(parts(name), columns, strict=True)


def gathered(of: Gathered, joined: Table) -> dict[str, Value]:
    columns = (joined[f"{THERE_}{part}"] for part in parts(of.column))
    named = zip(parts(of.name), columns, strict=True)
    return {part: column.min() for part, column in named}


def one_at_most(link: Link) -> TypeGuard[Linked]:
    """Whether no row is linked to two: the link is to what tells those rows apart."""
    if not isinstance(link, Linked) or link.to.merge or link.to.chain:
        return False
    return table(link.to.table).identity == (link.there,)


def with_totals(base: Table, joined: Table, totals: dict[str, Value]) -> Table:
    """The rows with the totals of their linked rows, blank where there are none. A key
    may stand in several rows of a table; a row's number stands in one."""
    summed = joined.group_by(**{_LINKED_KEY: joined[ROW_NUMBER]}).aggregate(**totals)
    wide = base.left_join(summed, base[ROW_NUMBER] == summed[_LINKED_KEY])
    return wide.drop(_LINKED_KEY)
