"""A list of people to match on, read from CSV or a workbook. Plain Python.

The list itself is not kept: what is needed of it is, sealed. A full postcode is cut to
its district as it is read.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final

import fastexcel

from madegood.clock.today import today
from madegood.vault.people import Known

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "reference": (
        *("id", "child id", "person id", "reference", "ref", "unique reference"),
        *("niche id", "police reference", "urn", "nominal", "case number", "child"),
    ),
    "forename": ("forename", "first name", "given name", "forenames", "first names"),
    "surname": ("surname", "last name", "family name"),
    "born": ("date of birth", "dob", "born", "birth date"),
    "district": ("postcode district", "postcode", "district", "home postcode"),
    "sex": ("sex", "gender"),
}
_MUST: Final = ("reference", "forename", "surname", "born")
_SEXES: Final = {"m": "m", "male": "m", "1": "m", "f": "f", "female": "f", "2": "f"}
_DATES: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
_OUTWARD: Final = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)( ?\d[A-Z]{2})?$")
_OLDEST: Final = date(1920, 1, 1)
MOST_ROWS: Final = 1_000_000
_MOST_BYTES: Final = 256 * 1024 * 1024
_SHOWN: Final = 5


class NotAList(ValueError):
    """The file cannot be used as a list of people; nothing was kept."""


@dataclass(slots=True)
class PeopleRead:
    """What a list held. Every row is in `people`, `set_aside` or `repeated`.

    set_aside  rows with no id, or with neither name nor date of birth
    repeated   rows whose id had been met: the later row is the one that counts
    unread     rows kept without their date of birth, which could not be read
    """

    people: list[Known] = field(default_factory=list)
    rows: int = 0
    set_aside: list[int] = field(default_factory=list)
    repeated: int = 0
    unread: list[int] = field(default_factory=list)

    def words(self) -> str:
        said = f"{self.rows:,} rows: {len(self.people):,} people"
        if self.repeated:
            said += f", {self.repeated:,} rows of somebody met before"
        if self.set_aside:
            said += (
                f", {len(self.set_aside):,} set aside without an id, or without name "
                f"and date of birth (row {_some(self.set_aside)})"
            )
        if self.unread:
            said += (
                f"; {len(self.unread):,} dates of birth could not be read and count as "
                f"not known (row {_some(self.unread)})"
            )
        return f"{said}."


def read_people(path: Path) -> PeopleRead:
    """The people in a file. Raises NotAList."""
    rows = _rows(path)
    headings = next(rows, None)
    if headings is None:
        raise NotAList(f"{path.name} is empty. Give a list with a heading row.")
    columns = _columns(path, headings)
    read = PeopleRead()
    found: dict[str, Known] = {}
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        read.rows += 1
        if read.rows > MOST_ROWS:
            raise NotAList(f"{path.name} has more than {MOST_ROWS:,} rows. Split it.")
        person = _person(columns, cells, number, read)
        if person is None:
            read.set_aside.append(number)
            continue
        read.repeated += person.reference in found
        found[person.reference] = person
    read.people = list(found.values())
    return read


def _columns(path: Path, headings: Sequence[str]) -> dict[str, int]:
    plain = [re.sub(r"[^a-z]+", " ", cell.lower()).strip() for cell in headings]
    columns = {
        name: plain.index(known)
        for name, spellings in _HEADINGS.items()
        for known in reversed(spellings)
        if known in plain
    }
    missing = [name for name in _MUST if name not in columns]
    if missing:
        wanted = ", ".join(f"“{_HEADINGS[name][0]}”" for name in missing)
        raise NotAList(
            f"{path.name} has no column headed {wanted}. A list to match has id, "
            "forename, surname and date of birth, and may have postcode district and "
            "sex."
        )
    return columns


def _person(
    columns: dict[str, int], cells: Sequence[str], number: int, read: PeopleRead
) -> Known | None:
    said = {
        name: cells[place].strip() if place < len(cells) else ""
        for name, place in columns.items()
    }
    born = _born(said["born"])
    if said["born"] and not born:
        read.unread.append(number)
    if not said["reference"] or not (said["forename"] or said["surname"] or born):
        return None
    return Known(
        said["reference"],
        said["forename"],
        said["surname"],
        born,
        _district(said.get("district", "")),
        _SEXES.get(said.get("sex", "").lower(), ""),
    )


def _born(text: str) -> str:
    """The date in ISO form; blank where it is none that somebody alive could have."""
    day = text.split("T", maxsplit=1)[0].removesuffix(" 00:00:00")
    for form in _DATES:
        try:
            born = datetime.strptime(day, form).date()  # noqa: DTZ007 - a date
        except ValueError:
            continue
        return born.isoformat() if _OLDEST <= born <= today() else ""
    return ""


def _district(text: str) -> str:
    found = _OUTWARD.match(text.upper())
    return found[1] if found else ""


def _rows(path: Path) -> Iterator[Sequence[str]]:
    try:
        raw = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
    except OSError as fault:
        raise NotAList(f"{path} cannot be opened ({fault.strerror}).") from None
    if raw is None:
        raise NotAList(
            f"{path.name} is larger than {_MOST_BYTES // 2**20} MiB. Split it."
        )
    if path.suffix.lower() in {".xlsx", ".xls"}:
        return _sheet(path, raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return _csv(path, text)


def _csv(path: Path, text: str) -> Iterator[Sequence[str]]:
    try:
        yield from csv.reader(io.StringIO(text.replace("\0", "")), strict=True)
    except csv.Error as fault:
        raise NotAList(
            f"{path.name} is not CSV that can be read ({fault}). Save it again as CSV."
        ) from None


def _sheet(path: Path, raw: bytes) -> Iterator[Sequence[str]]:
    try:
        first = fastexcel.read_excel(raw).load_sheet(
            0, header_row=None, dtypes="string"
        )
        table = first.to_arrow().to_pylist()
    except fastexcel.FastExcelError:
        raise NotAList(
            f"{path.name} is not a workbook that can be read. Save it again as xlsx, "
            "or as CSV."
        ) from None
    for row in table:
        yield ["" if cell is None else str(cell) for cell in row.values()]


def _some(rows: Sequence[int]) -> str:
    said = ", ".join(f"{row:,}" for row in rows[:_SHOWN])
    return said + (" …" if len(rows) > _SHOWN else "")
