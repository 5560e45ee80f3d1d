"""Columns of times, as databases export them, without a call for each cell.

Nearly every time in an extract is written `2026-05-31T09:30`, with seconds or a `Z`
or not. Those are taken apart as digits, all at once; whatever is written otherwise goes
to the reader of single cells, which knows every way and every fault.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import NotAMoment, parse_moment
from madegood.intake.cells import EARLIEST_YEAR
from madegood.intake.stand_ins import FIRST_LATE_YEAR

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001  by London's clocks, not UTC
_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR
# Where the digits stand in the shortest way of writing a time, and what parts them.
_DIGITS: Final = (0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15)
_SECONDS: Final = (17, 18)
_MARKS: Final = ((4, b"-"), (7, b"-"), (10, b"T "), (13, b":"))
_ZULU: Final = ord("Z")


def plain_moments(texts: pa.Array) -> tuple[Numbers, Flags]:
    """Seconds since 1970 in UTC of each cell (strings, no nulls), and which could be
    told; the seconds of the others mean nothing."""
    seconds = np.zeros(len(texts), dtype=np.int64)
    told = np.zeros(len(texts), dtype=bool)
    lengths = pc.binary_length(texts).to_numpy()
    for length in (16, 17, 19, 20):
        places = np.flatnonzero(lengths == length)
        if len(places):
            some = texts if len(places) == len(texts) else texts.take(pa.array(places))
            found, good = _of_one_length(_letters(some, length), length)
            seconds[places], told[places] = found, good
    return seconds, told


def _letters(texts: pa.Array, length: int) -> npt.NDArray[np.uint8]:
    """The cells' bytes, a row for each."""
    _, offsets, data = texts.buffers()
    first = np.frombuffer(offsets, dtype=np.int32)[texts.offset]
    letters = np.frombuffer(data, dtype=np.uint8)
    return letters[first : first + len(texts) * length].reshape(-1, length)


def _of_one_length(
    letters: npt.NDArray[np.uint8], length: int
) -> tuple[Numbers, Flags]:
    is_utc = length in (17, 20)
    has_seconds = length in (19, 20)
    good = np.ones(len(letters), dtype=bool)
    marks = [*_MARKS, *([(16, b":")] if has_seconds else [])]
    for place, allowed in marks:
        good &= np.isin(letters[:, place], list(allowed))
    if is_utc:
        good &= letters[:, -1] == _ZULU
    digits = [*_DIGITS, *(_SECONDS if has_seconds else ())]
    values = letters[:, digits].astype(np.int64) - ord("0")
    good &= ((values >= 0) & (values <= 9)).all(axis=1)
    local, real = _seconds(values, has_seconds=has_seconds)
    good &= real
    if is_utc:
        return local, good
    return _from_london(local, good)


def _seconds(digits: Numbers, *, has_seconds: bool) -> tuple[Numbers, Flags]:
    """Seconds since 1970 as the clock on the wall says, and which times there are."""
    year = digits[:, :4] @ np.array([1000, 100, 10, 1])
    month, day, hour, minute = (
        digits[:, at] * 10 + digits[:, at + 1] for at in (4, 6, 8, 10)
    )
    second = digits[:, 12] * 10 + digits[:, 13] if has_seconds else 0 * minute
    # The others may be dates that stand for none.
    real = (year > EARLIEST_YEAR) & (year < FIRST_LATE_YEAR)
    real &= (month >= 1) & (month <= 12) & (day >= 1)
    real &= (hour < 24) & (minute < 60) & (second < 60)
    months = np.where(real, (year - 1970) * 12 + month - 1, 0)
    begins = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    ends = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    real &= day <= ends - begins
    whole = (begins + day - 1) * _DAY + hour * _HOUR + minute * 60 + second
    return whole, real


def _from_london(local: Numbers, good: Flags) -> tuple[Numbers, Flags]:
    """London's clocks change on the hour, so each different hour is asked once."""
    hours, places = np.unique(local[good] // _HOUR, return_inverse=True)
    offsets = [_offset(hour) for hour in hours.tolist()]
    exists = np.array([offset is not None for offset in offsets], dtype=bool)
    shifts = np.array([offset or 0 for offset in offsets], dtype=np.int64)
    seconds, told = local.copy(), good.copy()
    seconds[good] -= shifts[places]
    told[good] = exists[places]
    return seconds, told


@lru_cache(maxsize=1 << 18)  # every hour of thirty years
def _offset(hour: int) -> int | None:
    """How far London's clocks are ahead of UTC in an hour by those clocks, counted
    from 1970, in seconds; None for an hour that they skip."""
    said = (_EPOCH + timedelta(hours=hour)).isoformat()
    try:
        return hour * _HOUR - int(parse_moment(said).at.timestamp())
    except NotAMoment:
        return None
