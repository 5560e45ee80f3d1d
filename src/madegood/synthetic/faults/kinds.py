"""The kinds of fault, where each can stand, and what it does to a row.

They stand in tables to whose rows no other refers, so that one fault is one finding: a
plan set aside would leave its reviews without one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from madegood.record.tables import table

Cells = dict[str, str]
# A byte that is no UTF-8, carried through text as Python does.
STRAY_BYTE: Final = "\udce9"
LONG_AHEAD: Final = date(2090, 1, 1)
NO_DAY, NO_TIME = "2025-02-30", "2025-06-01T25:10"
POSTCODE: Final = "ZZ99 3VZ"
NHS_RANGE: Final = 999  # never issued to anyone
DAYS: Final = (
    ("care_reviews", "held_on"),
    ("cin_reviews", "held_on"),
    ("cp_reviews", "held_on"),
    ("core_groups", "held_on"),
    ("level2_reviews", "completed_on"),
    ("private_fostering_visits", "visited_on"),
    ("supervision", "held_on"),
    ("sgo_milestones", "reached_on"),
    ("transfers", "first_contact_on"),
)
TIMES: Final = (("visits", "visited_at"), ("transfers", "sent_at"))
REFERRING: Final = (
    ("cin_reviews", "plan_id"),
    ("core_groups", "plan_id"),
    ("visits", "child_id"),
    ("strategy_attendance", "discussion_id"),
    ("sgo_milestones", "plan_id"),
    ("level2_reviews", "service_id"),
)
REPEATED: Final = ("visits", "care_reviews", "supervision", "core_groups", "transfers")
PAIRS: Final[Mapping[tuple[str, str], str]] = {
    ("audit_actions", "verified_on"): "done_on",
    ("feedback", "answered_on"): "asked_on",
    ("private_fostering_visits", "report_written_on"): "visited_on",
    ("carer_training", "completed_on"): "booked_on",
}
# Days that nothing in the row must come after: one fault, one finding.
ALONE: Final = tuple(
    (name, column)
    for name, column in DAYS
    if (name, column) not in {(of, start) for (of, _), start in PAIRS.items()}
)
A_MONTH: Final = timedelta(days=30)


@dataclass(frozen=True)
class Kind:
    """A kind of fault.

    places  (table, column) where it can stand
    spoil   changes a row's cells; it is given its chance
    added   the row is a new one, at the end of the file
    whole   the fault is of the row, so that its finding names no column
    fits    whether a row can have it: by default one that says something there
    """

    code: str
    places: tuple[tuple[str, str], ...]
    spoil: Callable[[Cells, str, Random], None]
    added: bool = False
    whole: bool = False
    fits: Callable[[Cells, str, str], bool] = lambda cells, _table, column: bool(
        cells[column]
    )


def _put(said: str) -> Callable[[Cells, str, Random], None]:
    def spoil(cells: Cells, column: str, _chance: Random) -> None:
        cells[column] = said

    return spoil


def _long_ahead(cells: Cells, column: str, chance: Random) -> None:
    """A day of its own: in some tables the day tells a child's rows apart."""
    day = LONG_AHEAD + timedelta(days=chance.randrange(3_000))
    cells[column] = day.isoformat()


def _stray(cells: Cells, column: str, chance: Random) -> None:
    cells[column] = f"ZZ{chance.randrange(10**6):06d}"


def _stray_byte(cells: Cells, column: str, _chance: Random) -> None:
    cells[column] = f"{cells[column]} caf{STRAY_BYTE}"


def _before(cells: Cells, column: str, _chance: Random) -> None:
    start = next(s for (_, later), s in PAIRS.items() if later == column)
    began = date.fromisoformat(cells[start])
    cells[column] = (began - A_MONTH).isoformat()


def _both(cells: Cells, name: str, column: str) -> bool:
    return bool(cells[column] and cells[PAIRS[name, column]])


def _names_someone(cells: Cells, column: str, chance: Random) -> None:
    cells[column] = f"{cells[column]} {nhs_number(chance)}"


def _says_where(cells: Cells, column: str, _chance: Random) -> None:
    cells[column] = f"{cells[column]} {POSTCODE}"


def _again(_cells: Cells, _column: str, _chance: Random) -> None:
    """The row as it stands."""


def nhs_number(chance: Random) -> str:
    """A number with a right check digit that nobody has."""
    while True:
        digits = [int(d) for d in f"{NHS_RANGE}{chance.randrange(10**6):06d}"]
        check = -sum(d * (10 - place) for place, d in enumerate(digits)) % 11
        if check < 10:
            said = "".join(map(str, [*digits, check]))
            return f"{said[:3]} {said[3:6]} {said[6:]}"


TOO_FEW, TOO_MANY = "too_few_cells", "too_many_cells"
KINDS: Final[tuple[Kind, ...]] = (
    Kind("bad_date", DAYS, _put(NO_DAY)),
    Kind("bad_time", TIMES, _put(NO_TIME)),
    Kind("end_before_start", tuple(PAIRS), _before, fits=_both),
    Kind("future_date", ALONE, _long_ahead),
    Kind(
        "repeated_key",
        tuple((name, ", ".join(table(name).identity)) for name in REPEATED),
        _again,
        added=True,
        fits=lambda _cells, _table, _column: True,
    ),
    Kind(
        "bad_code",
        (
            ("strategy_attendance", "agency"),
            ("carer_training", "offer_kind"),
            ("level2_reviews", "outcome"),
        ),
        _put("zebra"),
    ),
    Kind("bad_yes_no", (("visits", "seen"), ("supervision", "reflective")), _put("2")),
    Kind("stray_reference", REFERRING, _stray),
    Kind("identifying_cell", (("visits", "kind"),), _names_someone),
    Kind("identifying_cell", (("visits", "kind"),), _says_where),
    Kind(TOO_FEW, DAYS, _again, whole=True),
    Kind(TOO_MANY, DAYS, _again, whole=True),
    Kind("not_utf8", (("visits", "kind"), ("feedback", "question")), _stray_byte),
    Kind("required_blank", REFERRING, _put("")),
)
