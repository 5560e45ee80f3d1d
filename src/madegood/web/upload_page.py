"""Where an upload stands, and what it would change, in a page's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from madegood.clock.today import now
from madegood.intake.formats import FORMATS
from madegood.intake.merging import parts_of
from madegood.record.wording import in_words
from madegood.warehouse.queries import (
    PartView,
    Preview,
    TablePreview,
    UploadState,
    UploadView,
)
from madegood.web.words import count_of, moment, percent, short_day

# Past this share of a table's rows, that they are gone is said above everything else.
MANY_GONE: Final = 0.05
FEW_ROWS: Final = 20
SHOWN_GONE: Final = 5
# A worker begins within seconds: waiting for so long, there is none.
WAITS: Final = timedelta(seconds=60)
REFRESH_SECONDS: Final = 5

ON_ITS_WAY = (UploadState.RECEIVED, UploadState.READING, UploadState.ACCEPTED)
_STATES: Final = {
    UploadState.RECEIVED: "waiting to be read",
    UploadState.READING: "being read",
    UploadState.READ: "waits for a decision",
    UploadState.ACCEPTED: "being stored",
    UploadState.STORED: "loaded",
    UploadState.REFUSED: "refused",
    UploadState.FAILED: "could not be read",
    UploadState.REJECTED: "rejected",
    UploadState.WITHDRAWN: "withdrawn",
    UploadState.EXPIRED: "loaded, rows since removed",
}
_SOURCES: Final = {one.name: one.title for one in FORMATS}


def state_words(state: UploadState) -> str:
    return _STATES[state]


def source_words(name: str) -> str:
    """What a kind of file is called, to begin a line with."""
    kind, system = parts_of(name)
    said = _SOURCES.get(kind, kind)
    whose = f", children by the ids of {system}" if system else ""
    return said[:1].upper() + said[1:] + whose


def is_read(name: str) -> bool:
    """Whether this version reads such files."""
    return parts_of(name)[0] in _SOURCES


@dataclass(frozen=True)
class Step:
    """One step on an upload's way: done, now or still to come."""

    words: str
    where: str

    @property
    def mark(self) -> str:
        return {"done": "✓", "now": "●", "next": ""}[self.where]


_WAY: Final = (
    ("Received", UploadState.RECEIVED),
    ("Read and checked", UploadState.READING),
    ("Accepted or rejected by somebody", UploadState.READ),
    ("Stored, and the measures computed", UploadState.ACCEPTED),
)


def steps(upload: UploadView) -> list[Step]:
    """The whole way, with where the upload is on it."""
    order = [state for _, state in _WAY]
    reached = order.index(upload.state) if upload.state in order else len(order)
    # That it was received is over as soon as there is anything to show.
    reached = max(reached, 1)
    return [
        Step(words, "done" if n < reached else "now" if n == reached else "next")
        for n, (words, _) in enumerate(_WAY)
    ]


def progress_words(upload: UploadView) -> str:
    """How far it is, in a sentence."""
    if upload.state is UploadState.ACCEPTED:
        return "Its rows are being stored and the measures computed."
    if upload.state is UploadState.RECEIVED:
        return f"{count_of(upload.files_total, 'file')} received, waiting to be read."
    at = min(upload.files_done + 1, upload.files_total)
    rows = f", {upload.rows_so_far:,} rows so far" if upload.rows_so_far else ""
    return f"Reading file {at:,} of {upload.files_total:,}{rows}."


def stuck_words(upload: UploadView, *, at: datetime | None = None) -> str:
    """What is said where nothing seems to be at work on it; '' where something is."""
    do = (
        "Nothing is lost: it goes on by itself once the worker runs. Tell whoever runs "
        "this service that the worker may have stopped (they start it with madegood "
        "worker)."
    )
    if upload.stalled:
        return f"Nothing has been heard of the reading for over a minute. {do}"
    since = {
        UploadState.RECEIVED: upload.received_at,
        UploadState.ACCEPTED: upload.decided_at,
    }.get(upload.state)
    waited = (at or now()) - since if since else timedelta()
    if waited > WAITS and not upload.heartbeat:
        minutes = count_of(int(waited.total_seconds() // 60), "minute")
        return f"Nothing has begun on it for {minutes}. {do}"
    return ""


def read_words(upload: UploadView) -> str:
    """How its rows add up: read and set aside are all there were."""
    files, rows = count_of(len(upload.files), "file"), count_of(upload.rows, "row")
    whose = (
        f" Its children have the ids of {upload.ids_of}, and were found by confirmed "
        "links."
        if upload.ids_of
        else ""
    )
    if not upload.set_aside:
        return f"{rows} in {files}: every one was read.{whose}"
    read, aside = (
        f"{number:,} {'was' if number == 1 else 'were'}"
        for number in (upload.read, upload.set_aside)
    )
    return f"{rows} in {files}: {read} read and {aside} set aside.{whose}"


@dataclass(frozen=True)
class Gone:
    """A table of which much would no longer be there."""

    table: str
    rows: int
    before: int

    @property
    def words(self) -> str:
        share = percent(self.rows / self.before)
        return f"{in_words(self.table)} {self.rows:,} of {self.before:,} ({share})"


def gone(preview: Preview) -> list[Gone]:
    """The tables to be warned of, what loses the largest share first."""
    lost = [
        Gone(table.name, table.vanished, table.rows - table.added + table.vanished)
        for table in preview.tables
    ]
    much = (g for g in lost if g.before >= FEW_ROWS and g.rows > g.before * MANY_GONE)
    return sorted(much, key=lambda one: (-one.rows / one.before, one.table))


def gone_words(lost: Sequence[Gone]) -> str:
    """'Rows that are loaded now would be gone: missing episodes 43 of 107 (40%).'"""
    first = "; ".join(one.words for one in lost[:SHOWN_GONE])
    more = len(lost) - SHOWN_GONE
    rest = f"; and from {count_of(more, 'more table')}" if more > 0 else ""
    return f"Rows that are loaded now would be gone: {first}{rest}."


def changed(preview: Preview) -> list[TablePreview]:
    """The tables that the files bring or change; the others stay as they are."""
    return [
        table
        for table in preview.tables
        if table.brought or table.added or table.changed or table.vanished
    ]


@dataclass(frozen=True)
class FromBefore:
    """The tables that one earlier load gave from one source."""

    source: str
    label: str
    at: datetime
    tables: tuple[str, ...]


def from_before(parts: Sequence[PartView]) -> list[FromBefore]:
    """Parts by the load they came with, the newest first."""
    found: dict[tuple[datetime, str, str], list[str]] = {}
    for part in parts:
        key = (part.loaded_at, part.label, part.source)
        found.setdefault(key, []).append(in_words(part.table))
    return [
        FromBefore(source_words(source), label, at, tuple(sorted(tables)))
        for (at, label, source), tables in sorted(found.items(), reverse=True)
    ]


def compared_words(preview: Preview) -> str:
    """What it is compared with."""
    if preview.base_id is None:
        return "Nothing is loaded yet, so every row is new."
    said = f"Compared with the newest data, “{preview.base_label}”"
    if preview.stale:
        said += (
            ", as it was when these files were read. Newer data has been loaded since: "
            "what stays and what goes is worked out again when you accept"
        )
    return f"{said}."


def days_words(table: TablePreview) -> str:
    """'3 Nov 2025 to 20 Nov 2026'."""
    if table.first is None or table.last is None:
        return "no dates"
    if table.first == table.last:
        return short_day(table.first)
    return f"{short_day(table.first)} to {short_day(table.last)}"


def feeds_words(preview: Preview) -> str:
    """How many measures of the library the data would feed, and what others lack."""
    feeds, lacks = len(preview.feeds), len(preview.lacks)
    all_of = count_of(feeds + lacks, "measure")
    if not lacks:
        return f"With it, all {all_of} that this version counts can be computed."
    lacking = sorted({in_words(t) for of in preview.lacks.values() for t in of})
    return (
        f"With it, {feeds} of the {all_of} that this version counts can be computed. "
        f"The others lack {_listed(lacking)}."
    )


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def decided_words(upload: UploadView) -> str:
    """Who decided, and when."""
    if upload.decided_at is None:
        return ""
    by = f" by {upload.decided_by}" if upload.decided_by else ""
    return (
        f"{state_words(upload.state).capitalize()} on {moment(upload.decided_at)}{by}."
    )
