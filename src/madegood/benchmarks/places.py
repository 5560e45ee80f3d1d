"""Authorities and regions: their numbers, codes and names, and what they replaced.

The department's numbers tell places apart: they changed only where an authority ended
or began, while the statistics office has given some authorities new codes.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

SHIPPED: Final = Path(__file__).parent / "shipped"
ENGLAND: Final = "970"
# Regions stand in the column of authorities with numbers from here on.
_FIRST_REGION: Final = 970


class NoSuchPlace(ValueError):
    """No authority has that code, number or name; the message says what to give."""


@dataclass(frozen=True, slots=True)
class Place:
    """`since` and `until` are the years that end with the change: Dorset as it is now
    has figures from 2019 on. `before` are the numbers of those it replaced."""

    number: str
    ons: str
    earlier_ons: str
    name: str
    kind: str
    region: str
    since: str
    until: str
    before: tuple[str, ...]


def is_authority(number: str) -> bool:
    """Whether a department's number is an authority's, not a region's or England's."""
    return number.isdigit() and int(number) < _FIRST_REGION


@cache
def places() -> dict[str, Place]:
    """Every place by the department's number."""
    with (SHIPPED / "authorities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["number"]: Place(
            row["number"],
            row["ons"],
            row["earlier_ons"],
            row["name"],
            row["kind"],
            row["region"],
            row["since"],
            row["until"],
            tuple(row["before"].split()),
        )
        for row in rows
    }


@cache
def number_of_code(ons: str) -> str:
    """The department's number for a code of the statistics office; '' for none."""
    return _numbers_of_codes().get(ons.strip().upper(), "")


@cache
def _numbers_of_codes() -> dict[str, str]:
    found = {one.ons: one.number for one in places().values()}
    return {
        one.earlier_ons: one.number for one in places().values() if one.earlier_ons
    } | found


def authority(given: str) -> Place:
    """The authority meant by a code, a number or a name. Raises NoSuchPlace."""
    plain = " ".join(given.split())
    number = plain if plain in places() else number_of_code(plain)
    number = number or next(iter(_named(plain, places().values())), "")
    if not number or places()[number].kind != "authority":
        near = [
            one.name
            for one in places().values()
            if one.kind == "authority" and plain and plain.lower() in one.name.lower()
        ]
        meant = f" Did you mean {', '.join(near[:5])}?" if near else ""
        raise NoSuchPlace(
            f"No authority is called “{plain}”.{meant} Give its code (E08000029), its "
            "number at the department (334) or its name (Solihull)."
        )
    return places()[number]


@cache
def code_named_in(words: str) -> str:
    """The code of the authority that words name, such as Solihull Metropolitan Borough
    Council; '' where they name none. The longest name counts: North East Lincolnshire
    is no Lincolnshire."""
    said = f" {_spaced(words)} "
    found = [
        one
        for one in places().values()
        if one.kind == "authority" and f" {_spaced(one.name)} " in said
    ]
    # Of two of one name, the one that there is now.
    best = max(found, key=lambda one: (len(one.name), one.until == ""), default=None)
    return best.ons if best else ""


def _spaced(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.lower().replace("&", "and")))


def _named(name: str, among: Iterable[Place]) -> list[str]:
    wanted = _plain(name)
    return [
        one.number
        for one in among
        if _plain(one.name) == wanted and one.kind == "authority"
    ]


def _plain(name: str) -> str:
    letters = name.lower().replace("&", "and").replace("saint ", "st ")
    return "".join(letter for letter in letters if letter.isalnum())
