"""What the warehouse holds as pages and commands see it: frozen, and without models."""

from dataclasses import dataclass, field
from datetime import date, datetime

from madegood.warehouse.comparing import TableDifference
from madegood.warehouse.states import UploadState


@dataclass(frozen=True, slots=True)
class FileView:
    name: str
    format: str
    edition: str
    sha256: str
    tables: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A cause of findings in a file: how many there were, where first, what to do.

    teams  how many each team has to put right; "" where no team is recorded
    """

    file: str
    code: str
    severity: str
    count: int
    example: str
    remedy: str
    table: str = ""
    column: str = ""
    title: str = ""
    teams: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding. `row` and `message` are about a child's row; `child` is its
    pseudonym, "" where it is about no child's."""

    file: str
    table: str
    row: int | None
    column: str
    team: str
    code: str
    severity: str
    message: str
    remedy: str
    child: str = ""


@dataclass(frozen=True, slots=True)
class PartView:
    """What one source gave one table, and which upload brought it."""

    table: str
    source: str
    rows: int
    upload_id: int
    loaded_at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of a snapshot.

    sources  whose rows they are, the first to speak first
    filled   for each column, how many rows have something in it
    data_to  the last day that its rows speak of, None where they have no dates
    """

    name: str
    rows: int
    sources: tuple[str, ...]
    filled: dict[str, int]
    data_to: date | None


@dataclass(frozen=True, slots=True)
class SnapshotView:
    """kept_until  the last day its rows are kept; None where no day is set: the newest,
    or one on hold
    """

    id: int
    label: str
    loaded_at: datetime
    loaded_by: str
    synthetic: bool
    data_to: date | None
    rows: int
    content: str
    files: tuple[FileView, ...]
    findings: tuple[FindingView, ...]
    manifest: str = ""
    parts: tuple[PartView, ...] = ()
    tables: tuple[TableView, ...] = ()
    upload_id: int | None = None
    kept_until: date | None = None
    expired_at: datetime | None = None
    on_hold: bool = False
    hold_why: str = ""
    erasures: int = 0


@dataclass(frozen=True, slots=True)
class TablePreview:
    """added, changed, vanished are against the newest snapshot; `brought` where the
    upload itself has rows of the table."""

    name: str
    rows: int
    set_aside: int
    first: date | None
    last: date | None
    sources: tuple[str, ...]
    added: int
    changed: int
    vanished: int
    brought: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """base_id  the snapshot it is compared with; None where there is none yet
    stale    a newer one has come since: what is kept is worked out again when stored
    lacks    for each measure that it could not feed, the tables it lacks
    """

    base_id: int | None
    base_label: str
    stale: bool
    tables: tuple[TablePreview, ...]
    kept: tuple[PartView, ...]
    replaced: tuple[PartView, ...]
    feeds: tuple[str, ...]
    lacks: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class UploadView:
    id: int
    label: str
    state: UploadState
    says: str
    received_at: datetime
    received_by: str
    alone: bool
    synthetic: bool
    files: tuple[FileView, ...]
    files_total: int
    files_done: int
    rows_so_far: int
    heartbeat: datetime | None
    stalled: bool
    rows: int
    read: int
    set_aside: int
    groups: tuple[FindingView, ...]
    preview: Preview | None
    decided_by: str
    decided_at: datetime | None
    why: str
    accepted_set_aside: int
    snapshot_id: int | None
    refusal: str
    ids_of: str


@dataclass(frozen=True, slots=True)
class Comparison:
    before: SnapshotView
    after: SnapshotView
    tables: tuple[TableDifference, ...]


@dataclass(frozen=True, slots=True)
class QualityPoint:
    """One team's rows of one table in one snapshot's load.

    rows    read for that team; "" is no team recorded
    faulty  findings about them: a row with two faults counts twice
    """

    snapshot_id: int
    loaded_on: date
    team: str
    table: str
    rows: int
    faulty: int
    by_cause: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrecedenceView:
    """`owner` is "" where the program's own order stands."""

    order: tuple[str, ...]
    by_table: dict[str, tuple[str, ...]]
    owner: str
    why: str
    set_at: datetime | None
    set_by: str


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """All snapshots for so many months, then each month's last for so many years."""

    months: int
    years: int
    why: str
    set_at: datetime | None
    set_by: str


@dataclass(frozen=True, slots=True)
class Expiring:
    """`on` is the last day its rows are kept."""

    snapshot_id: int
    label: str
    loaded_at: datetime
    on: date
    rows: int


@dataclass(frozen=True, slots=True)
class CheckView:
    subject: str
    at: datetime
    ok: bool
    says: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row came from: the file, its hash and edition, the sheet and the row."""

    key: tuple[str, ...]
    file: str
    sha256: str
    format: str
    edition: str
    sheet: str
    row: int
