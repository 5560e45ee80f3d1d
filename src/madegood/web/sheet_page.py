"""What the page of a sheet that came back carries from its preview to its acceptance."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core import signing

from madegood.plan.sheet_actions import RowState, RowTried, shown_as
from madegood.plan.sheet_reading import Wish

_SALT = "a sheet of actions"
LASTS = 3600
# Rows with nothing to say are counted; so many of the others stand on the page.
SHOWN = 500


@dataclass(frozen=True)
class Preview:
    """`rows` are all that were sent, `name` the file's."""

    name: str
    unknown: Sequence[str]
    rows: Sequence[RowTried]
    sealed: str

    def of(self, state: str) -> list[RowTried]:
        return [row for row in self.rows if row.state == state]

    @property
    def changing(self) -> int:
        return len(self.of(RowState.CHANGES))

    @property
    def left(self) -> int:
        return len(self.of(RowState.STALE)) + len(self.of(RowState.REFUSED))

    @property
    def shown(self) -> str:
        return shown_as([row for row in self.rows if row.state is not RowState.SAME])


def sealed(by: int, name: str, wishes: Sequence[Wish], rows: Sequence[RowTried]) -> str:
    """The rows that are not as they are on record, for that person only."""
    says = {row.row for row in rows if row.state is not RowState.SAME}
    kept = [[wish.row, wish.cells] for wish in wishes if wish.row in says]
    return signing.dumps([by, name, kept], salt=_SALT, compress=True)


def opened(said: str, by: int) -> tuple[str, list[Wish]] | None:
    """What was sealed; None where it is another's, too old, or no such."""
    try:
        whose, name, kept = signing.loads(said, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    if whose != by:
        return None
    return str(name), [Wish(row, cells) for row, cells in kept]
