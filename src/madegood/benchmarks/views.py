"""What other rooms are told of releases and indicators."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from madegood.benchmarks.models import Release

# The department's topics that are about children's social care.
SOCIAL_CARE: Final = (
    "Child Protection",
    "Children's Services Workforce",
    "Adoption",
    "Children Looked After",
    "Children in Need",
)


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """A published file that is kept. `content` is its SHA-256, by whose beginning it
    is named on the command line."""

    id: int
    content: str
    kind: str
    table: str
    title: str
    edition: int
    file: str
    blob: str
    rows: int
    set_aside: tuple[tuple[int, int | None, str], ...]
    loaded_at: datetime

    @property
    def short(self) -> str:
        return self.content[:12]

    @property
    def names(self) -> str:
        return f"{self.title} {self.edition}" if self.edition else self.title


@dataclass(frozen=True, slots=True)
class Indicator:
    """What one published series is. `polarity` is High or Low where the department
    says which is good, else a dash or nothing."""

    code: str
    topic: str
    measure: str
    title: str = ""
    polarity: str = ""
    axis: str = ""
    description: str = ""
    year_type: str = ""
    publisher: str = ""
    order: int = 0

    @property
    def counts_children(self) -> bool:
        """Whether its figures are numbers of people, and not shares or rates of them:
        then a small one can point at somebody."""
        if self.axis:
            return self.axis.lower().startswith("number")
        column = self.code.rpartition(":")[2]
        shares = ("percent", "rate", "percentage", "percentile", "median", "fte")
        return not any(word in column for word in shares)


def view(release: Release) -> ReleaseView:
    return ReleaseView(
        release.pk,
        release.content,
        release.kind,
        release.table,
        release.title,
        release.edition,
        release.file,
        release.blob,
        release.rows,
        tuple((one["rows"], one["row"], one["says"]) for one in release.set_aside),
        release.loaded_at,
    )
