"""How a synthetic file's cells are written."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from madegood.clock.moments import LONDON, london_date


def moment(at: datetime | None, *, date_only: bool = False) -> str:
    """A time with its London offset, or only its London date."""
    if at is None:
        return ""
    if date_only:
        return london_date(at).isoformat()
    return at.astimezone(LONDON).isoformat(timespec="minutes")


@lru_cache(maxsize=20_000)
def _iso(on: date) -> str:
    return on.isoformat()


def day(on: date | None) -> str:
    return _iso(on) if on else ""


@lru_cache(maxsize=20_000)
def _british(on: date) -> str:
    return on.strftime("%d/%m/%Y")


def british(on: date | None) -> str:
    """DD/MM/YYYY, as the SSDA903 return writes dates."""
    return _british(on) if on else ""


def text(cell: Any) -> str:
    """A cell of the record as the extract writes it."""
    if cell.__class__ is str:
        found: str = cell
        return found
    if cell is None:
        return ""
    if cell.__class__ is date:
        return _iso(cell)
    if cell.__class__ is datetime:
        return moment(cell)
    return str(cell)
