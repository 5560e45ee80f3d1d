"""One child's life as it is told: the rows of every table, and what was decided.

Themes add to it in turn. Every format writes from the same rows, so that what the
extract says and what a return says of a child are one story.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from madegood.synthetic.people import Child
from madegood.synthetic.population import in_the_core
from madegood.synthetic.special_days import SpecialDays, special_days
from madegood.synthetic.story import Story

# A cell is text, a date, a moment in UTC, a number or None for blank; and the row's
# columns are those of its table of the record.
Row = dict[str, Any]

DAY = timedelta(days=1)
ON_A_SPECIAL_DAY = 0.08
ON_THE_EDGE = 0.12


# A measure, its subject, and the state it must be found in; None: left undecided.
Said = tuple[str, str, str | None]


@dataclass(slots=True)
class Life:
    """A child, its chance, and what has been told of it.

    as_of    the end of the story's last day, in UTC
    rows     table → rows in the order in which they were told
    edges    (measure, what stands on the edge, subject)
    counted  (measure, what of it, how many): numerators and denominators
    watched  something is open from the start (private fostering, short breaks), so
             that a visit before a decision is no threshold visit
    """

    child: Child
    story: Story
    as_of: datetime
    chance: Random
    rows: dict[str, list[Row]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    counted: list[tuple[str, str, int]] = field(default_factory=list)
    watched: bool = False
    _ids: dict[str, int] = field(default_factory=dict)

    @property
    def until(self) -> date:
        return self.story.until

    @property
    def known_from(self) -> date:
        """The first day of the story on which the child is born."""
        return max(self.story.first, self.child.born)

    @property
    def in_the_core(self) -> bool:
        """Whether one of the children with whom even a small authority begins."""
        return in_the_core(self.child.number)

    def new_id(self, letters: str) -> str:
        """The next id of its kind: no two children share one."""
        count = self._ids[letters] = self._ids.get(letters, 0) + 1
        return f"{letters}{self.child.number:06d}-{count:02d}"

    def add(self, table: str, **cells: Any) -> Row:
        """A row about this child."""
        row: Row = {
            "child_id": self.child.child_id,
            "responsible_authority": self.child.authority,
            "team": self.child.team,
            **cells,
        }
        self.rows.setdefault(table, []).append(row)
        return row

    def of(self, table: str) -> list[Row]:
        return self.rows.get(table, [])

    def say(
        self, measure: str, subject: str, state: str | None, start: date | None = None
    ) -> None:
        """Note what was decided, and where the clock starts on a day that trips."""
        self.said.append((measure, subject, state))
        if state is not None and start is not None:
            for name in self._special.names.get(start, ()):
                self.edges.append((measure, name, subject))

    def unsay(self, measure: str, subject: str) -> None:
        """Take back what was said of it, and the edge it stood on."""
        gone = (measure, subject)
        self.said = [s for s in self.said if s[:2] != gone]
        self.edges = [e for e in self.edges if (e[0], e[2]) != gone]

    def count(self, measure: str, *, of: str, many: int = 1) -> None:
        self.counted.append((measure, of, many))

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def goes_well(self, name: str, day: date) -> bool:
        """Whether what the story calls `name` goes well on a day."""
        return self.chance.random() < self.story.rate(name, day)

    def within(self, low: date, high: date) -> date:
        """A day in [low, high]."""
        return low + self.chance.randint(0, max(0, (high - low).days)) * DAY

    def begins(self, low: date, high: date) -> date:
        """A day in [low, high] for a clock to start: now and then one that trips."""
        if self.chance.random() < ON_A_SPECIAL_DAY:
            found = self._special.one(low, high, self.chance)
            if found is not None:
                return found
        return self.within(low, high)

    @property
    def _special(self) -> SpecialDays:
        return special_days(self.story.first, self.story.until)
