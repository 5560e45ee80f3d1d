"""A second row for a time when the child was already missing."""

from datetime import datetime

from madegood.synthetic.faults.kinds import Cells, Kind


def _nothing(*_: object) -> None:
    """The row is added whole."""


OVERLAP = Kind("overlap", (), _nothing, added=True, whole=True)


def overlapping_row(row: Cells) -> Cells | None:
    """The row again under another id, from half way through; None where the times of
    the row cannot be told apart so."""
    back = row["returned_at"] or row["ended_at"]
    if row["recorded_at"] or "T" not in row["started_at"] or "T" not in back:
        return None
    began, ended = map(datetime.fromisoformat, (row["started_at"], back))
    half = (began + (ended - began) / 2).replace(second=0, microsecond=0)
    again = {
        "episode_id": f"{row['episode_id']}X",
        "started_at": half.isoformat(timespec="minutes"),
        "returned_at": back,
        "ended_at": back,
        "located_at": "",
    }
    return {**row, **again} if half > began else None
