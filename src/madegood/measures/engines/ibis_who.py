"""The groups that results are broken down by, as Ibis expressions."""

from collections.abc import Callable, Sequence
from typing import Final

import ibis
from ibis.expr.types import StringValue, Table, Value

from madegood.measures.engines.ibis_rows import only_if
from madegood.measures.engines.staging import ETHNIC_GROUP, parts, turned
from madegood.measures.who import BANDS, DISABILITY, OF_CHILDREN, UNBORN, YOUNGEST

CHILD: Final = "about_child"
_BORN, _EXPECTED = "about_born", "about_expected"
_ABOUT: Final = "about_"


def about(children: Table) -> Table:
    """Of each child as known, what breakdowns read."""
    born = children[parts("date_of_birth")[2]]
    expected = children[parts("expected_date_of_birth")[2]]
    said = children.disabled
    names = [(said == code, name) for code, name in DISABILITY.items()]
    return children.select(
        **{
            CHILD: children.child_id,
            _BORN: born,
            _EXPECTED: expected,
            f"{_ABOUT}locality": children.locality.coalesce(""),
            f"{_ABOUT}ethnicity": children[ETHNIC_GROUP].coalesce(""),
            f"{_ABOUT}sex": children.sex.coalesce(""),
            f"{_ABOUT}disability": ibis.cases(*names, else_=""),
            # A birth that is not known yet gives no birthdays.
            **{
                turned(age): only_if(born.notnull(), children[turned(age)])
                for age, _ in BANDS
            },
        }
    )


def with_groups(
    rows: Table, told: Callable[[], Table], groups: Sequence[str], prefix: str = ""
) -> Table:
    """The rows with a column for each group: "" is not recorded, and blank is that the
    row names no child. They have `child`, `counted_day`, `team` and `provider`. What is
    told of children is made where a group is of it, and only there."""
    if not set(groups) & set(OF_CHILDREN):
        own = {f"{prefix}{name}": rows[name].coalesce("") for name in groups}
        return rows.mutate(**own)
    about_each = told()
    joined = rows.left_join(about_each, rows.child == about_each[CHILD])
    return joined.mutate(**{f"{prefix}{n}": _group(n, joined) for n in groups})


def _group(name: str, joined: Table) -> Value:
    if name not in OF_CHILDREN:
        return joined[name].coalesce("")
    named = joined.child.notnull() & (joined.child != "")
    if name == "age_band":
        return only_if(named, age_band(joined, joined.counted_day))
    return only_if(named, joined[f"{_ABOUT}{name}"].coalesce(""))


def age_band(joined: Table, day: Value) -> StringValue:
    """The band of the child's age on a day."""
    born = joined[_BORN]
    passed = [(day >= joined[turned(age)], name) for age, name in reversed(BANDS)]
    return ibis.cases(
        (born.isnull() & joined[_EXPECTED].notnull(), UNBORN),
        (born.isnull() | day.isnull(), ""),
        (day < born, UNBORN),
        *passed,
        else_=YOUNGEST,
    )


def by_age(stays: Table, told: Table, pieces: Table) -> Table:
    """Stays cut at the birthdays that begin another band. They have `child`, `first`
    and `last`; `pieces` numbers the bands, with one before birth."""
    joined = stays.left_join(told, stays.child == told[CHILD]).cross_join(pieces)
    days = [joined[_BORN], *(joined[turned(age)] for age, _ in BANDS)]
    place = joined.age_piece
    never = ibis.null("int64")
    begins = ibis.cases(
        *((place == n, day) for n, day in enumerate(days, 1)), else_=never
    )
    ends = ibis.cases(*((place == n, day) for n, day in enumerate(days)), else_=never)
    # Where no birthday is known all is one piece, that before birth.
    there = joined[_BORN].notnull() | (place == 0)
    cut = joined.mutate(
        first=ibis.greatest(joined["first"], begins.coalesce(joined["first"])),
        last=ibis.least(joined["last"], (ends - 1).coalesce(joined["last"])),
        there=there,
    )
    kept = cut.filter(cut.there & (cut["last"] >= cut["first"]))
    return kept.mutate(counted_day=kept["first"]).drop(
        "there",
        "age_piece",
        CHILD,
        _BORN,
        _EXPECTED,
        *(turned(age) for age, _ in BANDS),
        *(f"{_ABOUT}{name}" for name in OF_CHILDREN if name != "age_band"),
    )
